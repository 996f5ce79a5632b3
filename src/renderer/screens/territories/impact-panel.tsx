import { useCallback, useState } from 'react';
import { useRunCommand } from '../../app/use-run-command.ts';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { Skeleton } from '../../components/states.tsx';
import type { MappingImpact } from '../../store/questions/questions.ts';
import { DiffList } from './diff-list.tsx';
import { asNow } from './impact-columns.tsx';
import { Limits, usePartLimits } from './impact-limits.tsx';
import { ImpactLines } from './impact-lines.tsx';
import { choiceOf, everyLine, tickedOf } from './impact-ticks.ts';
import { ProblemList } from './problem-list.tsx';
import { openSection } from './sections.ts';
import { useImpact } from './use-impact.ts';
import { useMappingWork } from './use-mapping-work.ts';
import { impactSum } from './words.ts';

/** TER-8: who would change hands, before anything is changed; all of it, a part, or nothing is applied. */
export function ImpactPanel({ rows, source }: { readonly rows: Blob; readonly source: string }) {
  const { impact, isRenewing } = useImpact(rows, source);
  const { work } = useMappingWork();
  if (impact === null) {
    return (
      <div className="stack">
        <p role="status">Working out who would change hands…</p>
        <Skeleton rows={8} />
      </div>
    );
  }
  if (impact.draft === null) {
    return (
      <div className="stack">
        <h2 className="section-title">{source} cannot be applied</h2>
        <ProblemList {...impact.check} />
        <div>
          <Button onClick={work.cancel}>Back</Button>
        </div>
      </div>
    );
  }
  return <Preview impact={impact} draft={impact.draft} source={source} isRenewing={isRenewing} />;
}

function Preview({
  impact,
  draft,
  source,
  isRenewing,
}: {
  readonly impact: MappingImpact;
  readonly draft: string;
  readonly source: string;
  readonly isRenewing: boolean;
}) {
  const { work } = useMappingWork();
  const run = useRunCommand();
  const [ticks, setTicks] = useState(everyLine);
  const [owners, setOwners] = useState<ReadonlyMap<string, string>>(new Map());
  const setOwner = useCallback(
    (id: string, owner: string) => setOwners((known) => new Map(known).set(id, owner)),
    [],
  );
  const [busy, setBusy] = useState(false);
  const limits = usePartLimits(draft, ticks, impact.limits);
  const { totals } = impact;
  const chosen = tickedOf(ticks, totals.lines);

  const apply = async (): Promise<void> => {
    setBusy(true);
    const outcome = await run(
      {
        kind: 'applyMapping',
        draft,
        chosen: choiceOf(ticks),
        owners: [...owners].flatMap(([id, owner]) => (owner === asNow ? [] : [{ id, owner }])),
      },
      { tell: true },
    );
    setBusy(false);
    if (!outcome.ok) return;
    work.setEdit(null);
    work.cancel();
    openSection('mapping');
  };

  return (
    <div className="stack impact">
      <div className="cluster">
        <h2 className="section-title">What {source} would change</h2>
        <span className="cluster cluster-end">
          <Button onClick={work.cancel}>Do not apply</Button>
          <Button variant="primary" disabled={busy || isRenewing} onClick={() => void apply()}>
            {applyWords(chosen, totals.lines)}
          </Button>
        </span>
      </div>
      <p role="status">{isRenewing ? 'The book has changed: working it out again…' : impactSum(totals)}</p>
      <Limits limits={limits} />
      {impact.check.warnings > 0 && (
        <Disclosure summary={`${count(impact.check.warnings, 'warning')} about the mapping itself`}>
          {() => <ProblemList {...impact.check} />}
        </Disclosure>
      )}
      <Disclosure
        summary={`${count(impact.diffs, 'territory', 'territories')} ${impact.diffs === 1 ? 'differs' : 'differ'} from the mapping in force`}
      >
        {() => <DiffList diff={impact.diff} total={impact.diffs} />}
      </Disclosure>
      {totals.lines > 0 && (
        <ImpactLines
          draft={draft}
          impact={impact}
          ticks={ticks}
          onTicks={setTicks}
          owners={owners}
          onOwner={setOwner}
        />
      )}
    </div>
  );
}

function applyWords(chosen: number, all: number): string {
  if (chosen === 0) return 'Apply, nobody changes hands';
  return chosen === all
    ? `Apply for all ${all.toLocaleString()}`
    : `Apply for ${chosen.toLocaleString()} of ${all.toLocaleString()}`;
}
