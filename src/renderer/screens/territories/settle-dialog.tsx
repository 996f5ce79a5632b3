import { useEffect, useEffectEvent } from 'react';
import { AccountLink } from '../../app/account-link.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Skeleton } from '../../components/states.tsx';
import { WorkItems } from './work-item.tsx';

/** More than one thing in doubt about an account is rare, more than a handful is not to be had. */
const most = 20;

/** TER-7: what the work list says of one account, settled without leaving where one is. */
export function SettleTerritoryDialog({
  id,
  name,
  onClose,
}: {
  readonly id: string;
  /** Of the account. */
  readonly name: string;
  readonly onClose: () => void;
}) {
  const page = useAnswer('territoryWork', { kind: null, account: id, offset: 0, limit: most });
  const isSettled = page?.found === 0;
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (isSettled) close();
  }, [isSettled]);
  return (
    <Dialog
      open
      size="large"
      title={`Territory of ${name}`}
      description="TER-7: what leaves it open, and what settles it."
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      {page === null ? (
        <Skeleton rows={2} label="Looking for what leaves the territory open" />
      ) : (
        <WorkItems
          items={page.items}
          nameOf={({ account, accountName }) =>
            account === id ? null : <AccountLink id={account} name={accountName} />
          }
        />
      )}
    </Dialog>
  );
}
