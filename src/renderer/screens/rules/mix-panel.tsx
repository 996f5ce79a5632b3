import { say } from '../../../shared/rule-book/messages.ts';
import type { Mix, MixChange } from '../../../shared/priorities/mix.ts';
import { AccountLink } from '../../app/account-link.tsx';
import { RuleLink, RuleWords } from '../../app/rule-link.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { count, priorityName, type Priority } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/states.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';

const priorities: readonly Priority[] = [1, 2, 3];

/** PR-5: the mix of Land accounts in Actively Working, and the fewest changes that bring it to its target. */
export function MixPanel() {
  const proposal = useAnswer('mix', null);
  const { rules } = useStoreStatus();
  const run = useRunCommand();
  if (proposal === null) return <Skeleton rows={8} label="Counting the mix" />;
  const { mix, changes, shortfall } = proposal;
  const accept = (accepted: readonly MixChange[]): void => {
    const [only] = accepted;
    void run(
      {
        kind: 'choosePriorities',
        choices: accepted.map(({ id, to }) => ({ id, priority: to })),
        reason: accepted.length === 1 && only ? `PR-5: ${say(only.reason)}` : 'PR-5: the mix of Priorities',
      },
      { tell: true },
    );
  };
  const targets = [rules.mixPriority1, rules.mixPriority2, 100 - rules.mixPriority1 - rules.mixPriority2];
  return (
    <div className="mix stack">
      <p className="muted mix-words">
        Land accounts of yours in Actively Working, against {targets.join(' / ')} % (<RuleLink id="PR-5" />
        ). Priority 1 is never proposed without a recent trigger.
      </p>
      <MixTable mix={mix} />
      {mix.withoutPriority > 0 && (
        <p>{count(mix.withoutPriority, 'account')} without a Priority, counted apart.</p>
      )}
      {shortfall > 0 && (
        <p className="notice notice-warn">
          {count(shortfall, 'Priority 1 account')} missing: no other account has a recent trigger. Research
          triggers, or let the mix stay short.
        </p>
      )}
      {changes.length === 0 ? (
        <p role="status">
          {mix.counted === 0
            ? 'No account in Actively Working has a Priority yet.'
            : shortfall > 0
              ? 'Nothing else can be moved.'
              : 'The mix is as it should be.'}
        </p>
      ) : (
        <>
          <div className="cluster">
            <h2>{count(changes.length, 'change')} bring it there</h2>
            <Button variant="primary" onClick={() => accept(changes)}>
              Accept all {changes.length.toLocaleString()}
            </Button>
          </div>
          <div className="mix-changes">
            <VirtualTable<MixChange>
              label="Proposed changes"
              columns={columnsWith((change) => accept([change]))}
              total={changes.length}
              rowAt={(index) => changes[index]}
              minWidth={640}
            />
          </div>
        </>
      )}
    </div>
  );
}

const columnsWith = (accept: (change: MixChange) => void): readonly VirtualColumn<MixChange>[] => [
  {
    key: 'name',
    label: 'Account',
    track: 'minmax(160px, 1fr)',
    cell: ({ id, name }) => <AccountLink id={id} name={name} />,
  },
  { key: 'change', label: 'Priority', track: '80px', cell: ({ from, to }) => `${from} → ${to}` },
  {
    key: 'why',
    label: 'Why',
    track: 'minmax(200px, 1fr)',
    cell: ({ reason }) => <RuleWords text={say(reason)} />,
  },
  {
    key: 'accept',
    label: <span className="visually-hidden">Accept</span>,
    track: '84px',
    end: true,
    cell: (change) => (
      <Button
        size="small"
        aria-label={`Accept: ${change.name} ${priorityName(change.to)}`}
        onClick={() => accept(change)}
      >
        Accept
      </Button>
    ),
  },
];

function MixTable({ mix: { counted, actual, target } }: { readonly mix: Mix }) {
  const share = (n: number): string => (counted === 0 ? '0' : String(Math.round((n / counted) * 100)));
  return (
    <table className="mix-table">
      <caption className="visually-hidden">The mix of Priorities, actual against target</caption>
      <thead>
        <tr>
          <th scope="col">Priority</th>
          <th scope="col">Now</th>
          <th scope="col">Share</th>
          <th scope="col">Target</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {priorities.map((priority) => {
          const off = actual[priority] - target[priority];
          return (
            <tr key={priority}>
              <th scope="row">{priorityName(priority)}</th>
              <td>{actual[priority].toLocaleString()}</td>
              <td>{share(actual[priority])} %</td>
              <td>{target[priority].toLocaleString()}</td>
              <td className={off === 0 ? 'faint' : undefined}>
                {off === 0 ? 'as it should be' : off > 0 ? `${off} too many` : `${-off} too few`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
