import type { TerritoryDiff } from '../../../shared/territories/diff-mappings.ts';
import { Badge } from '../../components/badge.tsx';
import { changeText, diffKindName } from './words.ts';
import './diff-list.css';

const tones = { added: 'good', removed: 'danger', changed: 'accent' } as const;

/** Territories told at once: a list this long is read by nobody. */
const mostShown = 300;

/** What differs between two versions, by territory. */
export function DiffList({
  diff,
  total,
}: {
  readonly diff: readonly TerritoryDiff[];
  readonly total: number;
}) {
  if (total === 0) return <p className="muted">They say the same.</p>;
  return (
    <>
      <ul className="diff-list">
        {diff.slice(0, mostShown).map(({ code, kind, changes }) => (
          <li key={code}>
            <Badge tone={tones[kind]}>{diffKindName(kind)}</Badge> <strong>{code}</strong>
            {changes.length > 0 && (
              <ul>
                {changes.map((change) => (
                  <li key={changeText(change)}>{changeText(change)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {total > mostShown && <p className="muted">And {(total - mostShown).toLocaleString()} more.</p>}
    </>
  );
}
