import { ReceiptPopover, type ReceiptKind } from '../../app/receipts/account-receipt.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { dayText, priorityName, segmentName } from '../../app/words.ts';
import type { AccountDetail, BookRow, RowDecisions } from '../../store/api.ts';
import './score.css';

/** What the rules decide about the account, each with its receipt. */
export function Decided({ detail: { account, row } }: { readonly detail: AccountDetail }) {
  const { territories } = useStoreStatus();
  const lines = linesOf(row, territories.length > 0);
  return (
    <section className="panel-group" aria-label="Decided by the rules">
      <div className="panel-group-head">
        <h3>Decided by the rules</h3>
      </div>
      <dl className="decided-rows">
        {lines.map(([kind, name, value]) => (
          <div key={kind}>
            <dt>{name}</dt>
            <dd>
              <ReceiptPopover
                id={account.id}
                kind={kind}
                title={`Why: ${name}`}
                trigger={
                  <button type="button" className="why-button" aria-label={`${value}, why?`}>
                    {value}
                  </button>
                }
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Line = readonly [kind: ReceiptKind, name: string, value: string];

function linesOf({ segment, status, decided }: BookRow, hasMapping: boolean): readonly Line[] {
  const lines: Line[] = [['segment', 'Segment', segmentName(segment)]];
  if (decided === undefined) return lines;
  const { territory, motion, clock, expandRank, suggested } = decided;
  if (hasMapping) lines.push(['territory', 'Territory', territory === '' ? 'None' : territory]);
  lines.push(['motion', 'Land or Expand', motion]);
  if (status === 'Actively Working') lines.push(['clocks', 'Due', dueText(clock)]);
  lines.push(
    motion === 'Expand'
      ? ['priority', 'Rank', expandRank === null ? 'None fits' : String(expandRank)]
      : ['priority', 'Suggested Priority', suggested === null ? 'No suggestion' : priorityName(suggested)],
  );
  return lines;
}

function dueText(clock: RowDecisions['clock']): string {
  if (clock === null) return 'Nothing is due';
  const day = clock.due === null ? 'paused' : dayText(clock.due);
  return `${day} (${clock.rule}${clock.state === 'late' ? ', late' : ''})`;
}
