import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { bytesText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import type { ImportState, ImportWizard } from './import-wizard.ts';
import { StepHeading } from './step-heading.tsx';

/** Choose or drop a file; what cannot be read is said here. */
export function FileStep({
  wizard,
  state,
}: {
  readonly wizard: ImportWizard;
  readonly state: Extract<ImportState, { step: 'file' }>;
}) {
  const input = useRef<HTMLInputElement>(null);
  const { reading, error } = state;
  return (
    <div className="stack import-file">
      <StepHeading>Choose a list of accounts, people or opportunities</StepHeading>
      {error && (
        <p role="alert" className="notice notice-danger">
          <RuleWords text={say(error)} />
        </p>
      )}
      {reading ? (
        <div className="stack import-reading">
          <ProgressBar
            label={`Reading ${reading.name}`}
            done={reading.done}
            of={reading.of}
            {...(reading.of > 0 && { text: `${bytesText(reading.done)} of ${bytesText(reading.of)}` })}
          />
          <div>
            <Button onClick={wizard.cancel}>Cancel</Button>
          </div>
        </div>
      ) : (
        <div className="drop-zone">
          <FileUp aria-hidden />
          <p>Drop a CSV file anywhere on this screen, or choose one.</p>
          <Button variant="primary" onClick={() => input.current?.click()}>
            Choose file
          </Button>
          <input
            ref={input}
            type="file"
            className="visually-hidden"
            aria-label="CSV file"
            tabIndex={-1}
            accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              // The same file may be chosen again after it was mended.
              event.currentTarget.value = '';
              if (files.length > 0) wizard.choose(files);
            }}
          />
          <p className="muted small">
            Salesforce reports, HubSpot, ZoomInfo and Demandbase exports, or any list with a column of names.
            Commas, semicolons, tabs; any encoding. Nothing is changed before you have seen it.
          </p>
        </div>
      )}
    </div>
  );
}
