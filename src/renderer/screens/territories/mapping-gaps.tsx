import { openScreen } from '../../app/location.ts';
import { dataPath } from '../../app/routes.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { Button } from '../../components/button.tsx';
import { gapWords } from './gap-words.ts';
import { openSection } from './sections.ts';

/** TER-1: mappings of which rows are missing, with the three ways back; nothing where all are whole. */
export function MappingGaps() {
  const gaps = useAnswer('mappingGaps', null);
  if (gaps === null || gaps.length === 0) return null;
  return (
    <div role="alert" className="notice notice-danger mapping-gaps">
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
        <Button size="small" onClick={() => openSection('import')}>
          Import the mapping again
        </Button>
        <Button size="small" onClick={() => openScreen(dataPath)}>
          Restore a backup
        </Button>
      </div>
    </div>
  );
}
