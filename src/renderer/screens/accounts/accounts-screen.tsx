import { useAppLocation } from '../../app/location.ts';
import { AccountsList } from './accounts-list.tsx';
import { listOf } from './list-tabs.tsx';
import { OpportunitiesList } from './opportunities-list.tsx';
import { PeopleList } from './people-list.tsx';
import './accounts.css';

/** The book as lists: accounts, the people at them, their opportunities. */
export function AccountsScreen() {
  const { path } = useAppLocation();
  switch (listOf(path)) {
    case 'accounts':
      return <AccountsList />;
    case 'people':
      return <PeopleList />;
    case 'opportunities':
      return <OpportunitiesList />;
  }
}
