import type { Status } from '../../../shared/accounts/account.ts';
import { StatusMark } from '../../app/marks.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { statusName } from '../../app/words.ts';
import { meterLevel } from '../../components/meter-level.ts';

/** Name and count of a column; for Actively Working also how full each segment is (AW-6). */
export function ColumnHeader({
  id,
  status,
  shown,
  all,
}: {
  /** Of the heading that names the column's list. */
  readonly id: string;
  readonly status: Status;
  readonly shown: number;
  /** Without the filter; `null` when nothing is filtered out or it is not known yet. */
  readonly all: number | null;
}) {
  return (
    <header className="board-column-header">
      <div className="board-column-title">
        <StatusMark status={status} />
        <h2 id={id}>{statusName(status)}</h2>
        <span className="board-column-count">
          {shown.toLocaleString()}
          {all !== null && <span className="faint"> of {all.toLocaleString()}</span>}
          <span className="visually-hidden"> accounts</span>
        </span>
      </div>
      {status === 'Actively Working' && <ColumnMeters />}
    </header>
  );
}

function ColumnMeters() {
  const { meters } = useStoreStatus();
  return (
    <ul className="board-column-meters" aria-label="Slots used">
      {meters
        .filter((meter) => meter.limit !== null)
        .map(({ segment, used, limit }) => {
          const level = limit === null ? 'free' : meterLevel(used, limit);
          const word = { free: '', near: '', full: 'full', over: 'over' }[level];
          return (
            <li key={segment} className="board-column-meter" data-level={level}>
              {segment}{' '}
              <span className="board-column-meter-used">
                {used.toLocaleString()}
                {limit !== null && ` / ${limit.toLocaleString()}`}
              </span>
              {word !== '' && <strong> {word}</strong>}
              {limit !== null && (
                <span className="board-column-meter-track" aria-hidden>
                  <span
                    className="board-column-meter-fill"
                    style={{ transform: `scaleX(${String(Math.min(1, used / limit))})` }}
                  />
                </span>
              )}
            </li>
          );
        })}
    </ul>
  );
}
