import { CircleCheck } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { say } from '../../../../shared/rule-book/messages.ts';
import { RuleWords } from '../../../app/rule-link.tsx';
import { inspectAccount } from '../../../app/location.ts';
import { useStore, useStoreStatus } from '../../../app/store-context.tsx';
import { StoreProgressBar } from '../../../app/store-progress.tsx';
import { count, momentText } from '../../../app/words.ts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import type { IntegrityFinding, IntegrityReport } from '../../../store/integrity/integrity-report.ts';
import { SettingsSection } from '../settings-section.tsx';
import { checkOf } from './check-state.ts';
import { QuarantineList } from './quarantine-list.tsx';

/** Whether every record, the history and the journal are whole, and what was put aside. */
export function CheckSection() {
  const store = useStore();
  const check = checkOf(store);
  const state = useSyncExternalStore(check.subscribe, check.get);
  const atStart = useSyncExternalStore(store.integrity.subscribe, store.integrity.get);
  const report = state.kind === 'done' ? state.report : atStart;
  return (
    <SettingsSection
      title="Is everything whole?"
      hint="Groundwork looks through your records at every start. “Check everything” also reads the whole history and every line of the journal. What is certain is repaired; nothing is ever deleted."
    >
      {state.kind === 'running' ? (
        <StoreProgressBar progress={store.progress} waiting="Checking everything" />
      ) : (
        <div>
          <Button onClick={check.start}>Check everything</Button>
        </div>
      )}
      <div role="status" className="stack">
        {state.kind === 'failed' && <p className="field-error">{state.message}</p>}
        {state.kind !== 'running' && report !== null && <Report report={report} />}
      </div>
      <QuarantineList report={report} />
    </SettingsSection>
  );
}

function Report({ report }: { readonly report: IntegrityReport }) {
  const { settings } = useStoreStatus();
  const { findings, rows, changeSets, checkedAt } = report;
  const looked = `${count(rows, 'record')}${changeSets > 0 ? `, ${count(changeSets, 'change')} of the history and the journal` : ''}`;
  const when = momentText(checkedAt, settings.timeZone);
  if (findings.length === 0) {
    return (
      <p className="check-fine">
        <CircleCheck aria-hidden />
        <span>
          Everything is whole: {looked}. <span className="muted">{when}</span>
        </span>
      </p>
    );
  }
  return (
    <>
      <p>
        {count(findings.length, 'finding')} in {looked}. <span className="muted">{when}</span>
      </p>
      <ul className="check-findings">
        {findings.map((finding, index) => (
          <Finding key={index} finding={finding} />
        ))}
      </ul>
    </>
  );
}

const kindNames: Readonly<Record<IntegrityFinding['kind'], string>> = {
  'bad-row': 'put aside',
  repaired: 'repaired',
  dangling: 'leads nowhere',
  history: 'history',
};

function Finding({ finding }: { readonly finding: IntegrityFinding }) {
  const { accountId } = finding;
  return (
    <li>
      <Badge tone={finding.kind === 'repaired' ? 'good' : 'warn'}>{kindNames[finding.kind]}</Badge>
      <span>
        <RuleWords text={say(finding.message)} />
      </span>
      {accountId !== undefined && (
        <Button size="small" onClick={() => inspectAccount(accountId)}>
          Look at it
        </Button>
      )}
    </li>
  );
}
