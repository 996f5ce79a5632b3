import { formatEmployees } from '../../../shared/accounts/employees.ts';
import { RuleLink } from '../../app/rule-link.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import type { AccountDetail } from '../../store/api.ts';
import type { RuleBookCommand } from '../../store/commands/rule-book-command.ts';

type Review = Extract<RuleBookCommand, { readonly kind: 'reviewSegment' }>['what'];

interface Waiting {
  readonly key: string;
  readonly words: string;
  readonly choices: readonly { readonly what: Review; readonly name: string }[];
}

/** SEG-4: what somebody proposed, or new data brought, and that changes nothing until it is reviewed. */
export function SegmentReview({ detail }: { readonly detail: AccountDetail }) {
  const run = useRunCommand();
  const waiting = waitingIn(detail);
  if (waiting.length === 0) return null;
  return (
    <section className="panel-group" aria-label="Waits for a review">
      <div className="panel-group-head">
        <h3>
          Waits for a review (<RuleLink id="SEG-4" />)
        </h3>
      </div>
      <ul className="panel-reviews">
        {waiting.map(({ key, words, choices }) => (
          <li key={key}>
            <span>{words}</span>
            {choices.map(({ what, name }) => (
              <Button
                key={what}
                size="small"
                onClick={() =>
                  void run({ kind: 'reviewSegment', id: detail.account.id, what }, { tell: true })
                }
              >
                {name}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function waitingIn({ account, row }: AccountDetail): Waiting[] {
  const place = [account.proposedPostalCode, account.proposedState, account.proposedCountry]
    .filter((part) => part !== undefined)
    .join(', ');
  return [
    ...(account.proposedEmployees === undefined
      ? []
      : [
          {
            key: 'count',
            words: `${formatEmployees(account.proposedEmployees)} employees${sourceOf(account.proposedEmployeesSource)}`,
            choices: [
              { what: 'acceptCount', name: 'Accept the count' },
              { what: 'dropCount', name: 'Drop it' },
            ] as const,
          },
        ]),
    ...(place === ''
      ? []
      : [
          {
            key: 'place',
            words: `Headquarters in ${place}${sourceOf(account.proposedPlaceSource)}`,
            choices: [
              // A place without a country is none that could be accepted (TER-2).
              ...(account.proposedCountry === undefined
                ? []
                : [{ what: 'acceptPlace', name: 'Accept the place' } as const]),
              { what: 'dropPlace', name: 'Drop it' } as const,
            ],
          },
        ]),
    ...row.findings.flatMap(({ message: { id, params: { segment = '', confirmed = '' } = {} } }) =>
      id === 'seg4.pending'
        ? [
            {
              key: 'segment',
              words: `New data: ${segment} instead of ${confirmed}`,
              choices: [
                { what: 'confirmSegment', name: `Confirm ${segment}` },
                { what: 'keepSegment', name: `Keep ${confirmed}` },
              ] as const,
            },
          ]
        : [],
    ),
  ];
}

const sourceOf = (source: string | undefined): string =>
  source === undefined ? ', without a source' : `, from ${source}`;
