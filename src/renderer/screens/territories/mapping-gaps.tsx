import { openScreen } from '../../app/location.ts';
import { dataPath } from '../../app/routes.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { Button } from '../../components/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { gapWords } from './gap-words.ts';
import { openSection } from './sections.ts';

/**
 * TER-1: mappings of which rows are missing, with the three ways back; nothing where all are whole. What
 * touches no decision, only older versions, is told calmly, and only where versions are looked at.
 */
export function MappingGaps({ atVersions }: { readonly atVersions: boolean }) {
  const gaps = useAnswer('mappingGaps', null);
  if (gaps === null || gaps.length === 0) return null;
  const touchesDecisions = gaps.some((gap) => gap.isHeadless || gap.isInForce);
  if (!touchesDecisions && !atVersions) return null;
  return (
    <div
      role={touchesDecisions ? 'alert' : 'status'}
      className={classNames('notice', touchesDecisions && 'notice-danger', 'mapping-gaps')}
    >
      <ul>
        {gaps.map((gap) => (
          <li key={gap.id}>{gapWords(gap)}</li>
        ))}
      </ul>
      <div className="cluster">
        {gaps.some((gap) => gap.isHeadless || gap.heldParts > 0) && (
          <Button size="small" onClick={() => openScreen(dataPath)}>
            See what was put aside
          </Button>
        )}
        {touchesDecisions && (
          <Button size="small" onClick={() => openSection('import')}>
            Import the mapping again
          </Button>
        )}
        <Button size="small" onClick={() => openScreen(dataPath)}>
          Restore a backup
        </Button>
      </div>
    </div>
  );
}
