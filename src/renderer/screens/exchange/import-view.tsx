import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import type { ImportState } from './import-wizard.ts';
import { PreviewStep } from './preview-step.tsx';
import { useImport } from './use-exchange.ts';

const steps = [
  ['file', 'File'],
  ['columns', 'Columns'],
  ['preview', 'Preview'],
  ['done', 'Done'],
] as const satisfies readonly (readonly [ImportState['step'], string])[];

/** The import: where it stands, and its present step. */
export function ImportView() {
  const { wizard, state } = useImport();
  const present = steps.findIndex(([step]) => step === state.step);
  return (
    <div className="import">
      <ol className="import-steps" aria-label="Steps of the import">
        {steps.map(([step, name], index) => (
          <li
            key={step}
            data-done={index < present || undefined}
            aria-current={index === present ? 'step' : undefined}
          >
            <span className="import-step-number">{index + 1}</span>
            {name}
          </li>
        ))}
      </ol>
      <Step key={state.step} wizard={wizard} state={state} />
    </div>
  );
}

function Step({ wizard, state }: ReturnType<typeof useImport>) {
  switch (state.step) {
    case 'file':
      return <FileStep wizard={wizard} state={state} />;
    case 'columns':
      return <ColumnsStep wizard={wizard} state={state} />;
    case 'preview':
      return <PreviewStep wizard={wizard} state={state} />;
    case 'done':
      return <DoneStep wizard={wizard} state={state} />;
  }
}
