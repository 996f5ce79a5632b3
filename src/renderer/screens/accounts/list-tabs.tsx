import { openScreen } from '../../app/location.ts';
import { pathOf } from '../../app/routes.ts';
import type { ViewList } from '../../../shared/views/saved-view.ts';

const lists = [
  ['accounts', 'Accounts', ''],
  ['people', 'People', '/people'],
  ['opportunities', 'Opportunities', '/opportunities'],
] as const satisfies readonly (readonly [ViewList, string, string])[];

/** The list that a path is about. */
export const listOf = (path: string): ViewList =>
  lists.find(([, , tail]) => tail !== '' && path.endsWith(tail))?.[0] ?? 'accounts';

/** From one list to another; each has its own address. */
export function ListTabs({ present }: { readonly present: ViewList }) {
  return (
    <nav className="list-tabs" aria-label="Lists">
      {lists.map(([list, name, tail]) => (
        <button
          key={list}
          type="button"
          className="list-tab"
          aria-current={list === present ? 'page' : undefined}
          onClick={() => openScreen(`${pathOf('accounts')}${tail}`)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
