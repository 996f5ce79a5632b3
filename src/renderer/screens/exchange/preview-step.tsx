import { useState, useSyncExternalStore } from 'react';
import { rowKinds, type PlanOptions, type RowKind } from '../../../shared/exchange/plan.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { useStore } from '../../app/store-context.tsx';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { Select } from '../../components/select.tsx';
import { Tabs } from '../../components/tabs.tsx';
import type { PlanReport } from '../../workers/exchange/protocol.ts';
import type { ImportState, ImportWizard, Working } from './import-wizard.ts';
import { PreviewRows } from './preview-rows.tsx';
import { RefusedDownload } from './refused-download.tsx';
import { StepHeading } from './step-heading.tsx';
import { useGrowing } from './use-growing.ts';
import { kindHint, kindNames, subjectWords } from './words.ts';

type Preview = Extract<ImportState, { step: 'preview' }>;

/** What applying would do, row by row, before anything is done (EX-2). */
export function PreviewStep({ wizard, state }: { readonly wizard: ImportWizard; readonly state: Preview }) {
  const { plan, report, version, busy, applying, error, offersNoBackup } = state;
  const [kind, setKind] = useState<RowKind>(() => firstKind(plan));
  const accounts = plan.newAccounts + plan.changedAccounts + plan.adopted;
  const { one, many } = subjectWords[plan.subject];
  // Words and buttons first, then the tabs, then their rows.
  const parts = useGrowing(3, 1);
  return (
    <div className="stack preview">
      <StepHeading>Preview of {report.name}</StepHeading>
      <Sum plan={plan} />
      <Notes plan={plan} />
      {error && (
        <p role="alert" className="notice notice-danger">
          <RuleWords text={say(error)} />
          {plan.renewed && ' The preview below was made anew.'}
        </p>
      )}
      {applying ? (
        <div className="stack import-reading">
          <ApplyingBar applying={applying} />
          <div>
            <Button onClick={wizard.cancel}>Cancel</Button>
          </div>
        </div>
      ) : (
        <div className="cluster import-actions">
          <Button onClick={wizard.restart}>Choose another file</Button>
          <Button onClick={wizard.backToColumns}>Back to columns</Button>
          <Button variant="primary" disabled={busy || accounts === 0} onClick={() => void wizard.apply()}>
            {accounts === 0 ? 'Nothing to import' : `Import ${count(accounts, one, many)}`}
          </Button>
          {offersNoBackup && (
            <Button disabled={busy} onClick={() => void wizard.apply({ withoutBackup: true })}>
              Import without a backup
            </Button>
          )}
          {plan.counts.refused > 0 && <RefusedDownload count={plan.counts.refused} />}
        </div>
      )}
      {!applying && plan.subject === 'accounts' && (
        <Assign plan={plan} wizard={wizard} assign={state.assign} busy={busy} />
      )}
      {parts > 1 && (
        <Tabs<RowKind>
          label="Rows by what becomes of them"
          value={kind}
          onValueChange={setKind}
          tabs={rowKinds.map((value) => ({
            value,
            label: (
              <>
                {kindNames[value]}{' '}
                <span className="preview-count">{plan.counts[value].toLocaleString()}</span>
              </>
            ),
            content: (
              <div className="stack">
                <p className="muted">{kindHint(value, plan.subject)}</p>
                {value === 'undecided' && plan.counts.undecided > 0 && !applying && (
                  <DecideAll wizard={wizard} busy={busy} plan={plan} />
                )}
                {parts > 2 && (
                  <PreviewRows
                    key={value}
                    kind={value}
                    subject={plan.subject}
                    version={version}
                    total={plan.counts[value]}
                    lastRow={plan.counts.read + 1}
                    busy={busy || applying !== null}
                    onDecide={(row, decision) => void wizard.decide(row, decision)}
                  />
                )}
              </div>
            ),
          }))}
        />
      )}
    </div>
  );
}

/** Before anything is written what there is is backed up. */
function ApplyingBar({ applying }: { readonly applying: Working }) {
  const { progress } = useStore();
  const now = useSyncExternalStore(progress.subscribe, progress.get);
  const backup = applying.of === 0 && now?.what === 'backup' ? now : null;
  const { done, of } = backup ?? applying;
  return <ProgressBar label={backup ? 'Backing up first' : 'Importing'} done={done} of={of} />;
}

/** The tab to begin with: what needs a person first, then what would be written. */
function firstKind({ counts }: PlanReport): RowKind {
  const order: readonly RowKind[] = [
    'new',
    'changed',
    'undecided',
    'refused',
    'identical',
    'merged',
    'skipped',
  ];
  return order.find((kind) => counts[kind] > 0) ?? 'new';
}

/** EX-2 as a person can check it: the parts add up to the rows read. */
function Sum({ plan: { counts } }: { readonly plan: PlanReport }) {
  const parts = rowKinds.map((kind) => `${counts[kind].toLocaleString()} ${kindNames[kind].toLowerCase()}`);
  return (
    <p className="preview-sum" role="status">
      <strong>{count(counts.read, 'row')} read</strong> = {parts.join(' + ')}
    </p>
  );
}

function Notes({ plan }: { readonly plan: PlanReport }) {
  const notes = [
    plan.newFields.length > 0 && `New custom fields: ${plan.newFields.join(', ')}.`,
    plan.assigned > 0 &&
      `${count(plan.assigned, 'account')} without a BDR will be assigned to ${plan.bdr} (AW-1).`,
    plan.adopted > 0 &&
      `${count(plan.adopted, 'account')} of the book will be linked to a parent that this file brings.`,
    plan.segmentsWaiting > 0 &&
      `${count(plan.segmentsWaiting, 'account')} would change segment; the present one stays until you confirm it in Today (SEG-4).`,
    ...plan.cellsLeftOut.map(
      ({ column, count: cells, firstRow }) =>
        `${count(cells, 'cell')} of “${column}” will be left out, first in row ${firstRow.toLocaleString()}; the rest of the ${cells === 1 ? 'row' : 'rows'} stands (SEG-4).`,
    ),
    plan.shortRows > 0 &&
      `${count(plan.shortRows, 'row')} ended early; the missing cells at the end count as blank.`,
    plan.blankRows > 0 && `${count(plan.blankRows, 'blank line')} skipped.`,
    plan.footerRows > 0 && `${count(plan.footerRows, 'line')} of a report footer skipped.`,
    plan.counts.undecided > 0 &&
      `${count(plan.counts.undecided, 'row')} could belong to several and will be left out unless you decide.`,
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <ul className="notice" aria-label="Notes on the preview">
      {notes.map((note) => (
        <li key={note}>
          <RuleWords text={note} />
        </li>
      ))}
    </ul>
  );
}

/** AW-1: plain lists carry no BDR. */
function Assign({
  plan,
  wizard,
  assign,
  busy,
}: {
  readonly plan: PlanReport;
  readonly wizard: ImportWizard;
  readonly assign: PlanOptions['assign'];
  readonly busy: boolean;
}) {
  if (plan.bdr.trim() === '') return null;
  return (
    <Select<PlanOptions['assign']>
      className="import-assign"
      label="Accounts without BDR Assigned"
      value={assign}
      disabled={busy}
      options={[
        { value: 'new', label: `Assign new ones to ${plan.bdr}` },
        { value: 'all', label: `Assign all of the file to ${plan.bdr}` },
        { value: 'none', label: 'Leave unassigned' },
      ]}
      onValueChange={(value) => void wizard.setAssign(value)}
    />
  );
}

function DecideAll({
  wizard,
  busy,
  plan: { canBeNew, counts, subject },
}: {
  readonly wizard: ImportWizard;
  readonly busy: boolean;
  readonly plan: PlanReport;
}) {
  const rows = counts.undecided;
  const { one, many } = subjectWords[subject];
  return (
    <div className="cluster" role="group" aria-label={`Decide all ${rows} undecided rows`}>
      <span className="muted">All at once:</span>
      {canBeNew > 0 && (
        <Button size="small" disabled={busy} onClick={() => void wizard.decideAll('new')}>
          {canBeNew === rows ? `All are new ${many}` : `Make ${count(canBeNew, `new ${one}`, `new ${many}`)}`}
        </Button>
      )}
      <Button size="small" disabled={busy} onClick={() => void wizard.decideAll('first')}>
        All are their first candidate
      </Button>
      <Button size="small" disabled={busy} onClick={() => void wizard.decideAll('skip')}>
        Skip all
      </Button>
    </div>
  );
}
