import { openScreen } from '../../app/location.ts';
import { pathOf } from '../../app/routes.ts';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import type { ImportState, ImportWizard } from './import-wizard.ts';
import { RefusedDownload } from './refused-download.tsx';
import { subjectWords } from './words.ts';
import { StepHeading } from './step-heading.tsx';

/** What was done, and where to go from here. */
export function DoneStep({
  wizard,
  state,
}: {
  readonly wizard: ImportWizard;
  readonly state: Extract<ImportState, { step: 'done' }>;
}) {
  const { applied, name } = state;
  const { counts, subject } = applied;
  const { one, many } = subjectWords[subject];
  const left = counts.refused + counts.undecided;
  return (
    <div className="stack">
      <StepHeading>{applied.n === null ? 'Nothing had to change' : `Imported ${name}`}</StepHeading>
      <p role="status">
        {count(applied.created, `new ${one}`, `new ${many}`)},{' '}
        {count(applied.changed, `changed ${one}`, `changed ${many}`)}; {count(counts.identical, 'row')}{' '}
        identical, {counts.merged.toLocaleString()} merged, {counts.skipped.toLocaleString()} skipped.
        {left > 0 && ` ${count(left, 'row')} left out.`}
      </p>
      {applied.n !== null && (
        <p className="muted">
          The whole import is one change: Undo (Ctrl+Z, on a Mac ⌘Z) takes it back at once.
        </p>
      )}
      <div className="cluster">
        <Button
          variant="primary"
          onClick={() =>
            void wizard
              .arrived()
              .then(() =>
                openScreen(subject === 'accounts' ? pathOf('board') : `${pathOf('accounts')}/${subject}`),
              )
          }
        >
          {subject === 'accounts' ? 'See the board' : `See the ${many}`}
        </Button>
        <Button onClick={wizard.restart}>Import another file</Button>
        {counts.refused > 0 && <RefusedDownload count={counts.refused} />}
      </div>
    </div>
  );
}
