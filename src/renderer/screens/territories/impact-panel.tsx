import { useEffect, useMemo, useState } from 'react';
import type { ImpactLine, LimitPassed } from '../../../shared/territories/impact.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { useStore } from '../../app/store-context.tsx';
import { count, segmentName } from '../../app/words.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Select } from '../../components/select.tsx';
import { Skeleton } from '../../components/states.tsx';
import { TextField } from '../../components/text-field.tsx';
import { VirtualTable } from '../../components/virtual-table.tsx';
import {
  impactKinds,
  type ImpactChoice,
  type ImpactKind,
  type MappingImpact,
} from '../../store/questions/questions.ts';
import { AccountLink } from '../../app/account-link.tsx';
import { DiffList } from './diff-list.tsx';
import { ProblemList } from './problem-list.tsx';
import { openSection } from './sections.ts';
import { useImpact } from './use-impact.ts';
import { useMappingWork } from './use-mapping-work.ts';
import { usePages } from '../../app/use-pages.ts';
import { impactKindNames, impactSum } from './words.ts';

/** Which lines are ticked: all but some, or only some. */
interface Ticks {
  readonly all: boolean;
  readonly except: ReadonlySet<string>;
}

const choiceOf = ({ all, except }: Ticks): ImpactChoice =>
  all ? { except: [...except] } : { only: [...except] };

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
  const [ticks, setTicks] = useState<Ticks>({ all: true, except: new Set() });
  const [owners, setOwners] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const limits = usePartLimits(draft, ticks, impact.limits);
  const { totals } = impact;
  const chosen = ticks.all ? totals.lines - ticks.except.size : ticks.except.size;

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
        <details>
          <summary>{count(impact.check.warnings, 'warning')} about the mapping itself</summary>
          <ProblemList {...impact.check} />
        </details>
      )}
      <details>
        <summary>{count(impact.diffs, 'territory', 'territories')} differ from the mapping in force</summary>
        <DiffList diff={impact.diff} total={impact.diffs} />
      </details>
      {totals.lines > 0 && (
        <Lines
          draft={draft}
          impact={impact}
          ticks={ticks}
          onTicks={setTicks}
          owners={owners}
          onOwner={(id, owner) => setOwners(new Map(owners).set(id, owner))}
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

/** AW-6, counted anew as lines are ticked off. */
function usePartLimits(draft: string, ticks: Ticks, whole: readonly LimitPassed[]): readonly LimitPassed[] {
  const store = useStore();
  const [part, setPart] = useState<{ readonly ticks: Ticks; readonly limits: readonly LimitPassed[] } | null>(
    null,
  );
  const isWhole = ticks.all && ticks.except.size === 0;
  useEffect(() => {
    if (isWhole) return undefined;
    let isOver = false;
    void store.ask('partImpact', { draft, chosen: choiceOf(ticks) }).then((limits) => {
      if (!isOver && limits !== null) setPart({ ticks, limits });
    });
    return () => {
      isOver = true;
    };
  }, [store, draft, ticks, isWhole]);
  return isWhole ? whole : (part?.limits ?? whole);
}

function Limits({ limits }: { readonly limits: readonly LimitPassed[] }) {
  if (limits.length === 0) return <p className="muted">No limit would be passed (AW-6).</p>;
  return (
    <ul className="notice notice-warn" aria-label="Limits that would be passed">
      {limits.map(({ bdr, segment, before, after, limit }) => (
        <li key={`${bdr}|${segment}`}>
          AW-6: {bdr} would have {after.toLocaleString()} {segment} accounts in Actively Working, the limit is{' '}
          {limit.toLocaleString()} (now {before.toLocaleString()}). Nobody is evicted, but none could enter.
        </li>
      ))}
    </ul>
  );
}

function Lines({
  draft,
  impact,
  ticks,
  onTicks,
  owners,
  onOwner,
}: {
  readonly draft: string;
  readonly impact: MappingImpact;
  readonly ticks: Ticks;
  readonly onTicks: (ticks: Ticks) => void;
  readonly owners: ReadonlyMap<string, string>;
  readonly onOwner: (id: string, owner: string) => void;
}) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ImpactKind | 'all'>('all');
  const wanted = kind === 'all' ? null : kind;
  const pages = usePages<ImpactLine>(JSON.stringify([draft, text, kind]), async (store, offset, limit) => {
    const { found, lines } = await store.ask('impactLines', { draft, text, kind: wanted, offset, limit });
    return { total: found ?? 0, rows: lines };
  });
  const isTicked = (id: string): boolean => ticks.all !== ticks.except.has(id);
  const tick = (id: string): void => {
    const except = new Set(ticks.except);
    if (!except.delete(id)) except.add(id);
    onTicks({ ...ticks, except });
  };
  const { totals } = impact;
  const kinds = impactKinds.filter((it) => totals[it] > 0);
  const columns = useLineColumns({ isTicked, tick, owners, onOwner });
  const isMixed = ticks.except.size > 0;
  return (
    <div className="stack impact-lines">
      <div className="cluster">
        <Checkbox
          label={ticks.all ? 'All change hands' : 'Only those ticked'}
          tabIndex={0}
          checked={ticks.all && !isMixed}
          mixed={isMixed}
          onCheckedChange={() => onTicks({ all: isMixed ? true : !ticks.all, except: new Set() })}
        />
        <Button size="small" onClick={() => onTicks({ all: false, except: new Set() })}>
          Tick none
        </Button>
        <TextField
          label="Filter by name"
          hideLabel
          placeholder="Name, BDR, AE, territory"
          value={text}
          onValueChange={setText}
        />
        <Select<ImpactKind | 'all'>
          label="Which accounts"
          hideLabel
          value={kind}
          options={[
            { value: 'all', label: `All, ${totals.lines.toLocaleString()}` },
            ...kinds.map((value) => ({
              value,
              label: `${impactKindNames[value]}, ${totals[value].toLocaleString()}`,
            })),
          ]}
          onValueChange={setKind}
        />
        <span className="muted" role="status">
          {pages.total === null ? '' : `${pages.total.toLocaleString()} listed`}
        </span>
      </div>
      <div className="table-fill">
        <VirtualTable
          label="Accounts that would change"
          columns={columns}
          total={pages.total ?? 0}
          rowAt={pages.rowAt}
          onWindow={pages.show}
          minWidth={980}
          isMarked={(index) => pages.rowAt(index)?.changesHandsWhileWorking === true}
        />
      </div>
    </div>
  );
}

function useLineColumns({
  isTicked,
  tick,
  owners,
  onOwner,
}: {
  readonly isTicked: (id: string) => boolean;
  readonly tick: (id: string) => void;
  readonly owners: ReadonlyMap<string, string>;
  readonly onOwner: (id: string, owner: string) => void;
}) {
  return useMemo(
    () => [
      {
        key: 'tick',
        label: <span className="visually-hidden">Changes hands</span>,
        track: '36px',
        cell: ({ id, name }: ImpactLine) => (
          <Checkbox
            label={`${name} changes hands`}
            hideLabel
            tabIndex={0}
            checked={isTicked(id)}
            onCheckedChange={() => tick(id)}
          />
        ),
      },
      {
        key: 'name',
        label: 'Account',
        track: 'minmax(160px, 1.4fr)',
        cell: ({ id, name }: ImpactLine) => <AccountLink id={id} name={name} />,
      },
      {
        key: 'segment',
        label: 'Segment',
        track: '96px',
        cell: ({ segment }: ImpactLine) => segmentName(segment),
      },
      {
        key: 'territory',
        label: 'Territory',
        track: 'minmax(140px, 1fr)',
        cell: ({ before, after, isOpen }: ImpactLine) => (
          <Passing
            from={before.territory}
            to={after.territory}
            none={isOpen === 'conflict' ? 'conflict' : 'none'}
          />
        ),
      },
      {
        key: 'bdr',
        label: 'BDR',
        track: 'minmax(140px, 1fr)',
        cell: ({ before, after }: ImpactLine) => <Passing from={before.bdr} to={after.bdr} none="nobody" />,
      },
      {
        key: 'ae',
        label: 'AE',
        track: 'minmax(160px, 1fr)',
        cell: ({ id, name, before, after, aeChoices }: ImpactLine) =>
          aeChoices.length === 0 ? (
            <Passing from={before.ae} to={after.ae} none="nobody" />
          ) : (
            <Select
              label={`AE of ${name}`}
              hideLabel
              value={owners.get(id) ?? asNow}
              options={[
                { value: asNow, label: before.ae === '' ? 'No owner, as now' : `${before.ae}, as now` },
                ...aeChoices.map((value) => ({ value, label: value })),
              ]}
              onValueChange={(owner) => onOwner(id, owner)}
            />
          ),
      },
      {
        key: 'marks',
        label: 'Notes',
        track: '190px',
        cell: ({ isWorking, isOpen, needsBdr, changesHandsWhileWorking }: ImpactLine) => (
          <>
            {isWorking && (
              <Badge tone={changesHandsWhileWorking ? 'warn' : 'neutral'}>Actively Working</Badge>
            )}
            {isOpen !== null && (
              <Badge tone="danger">{isOpen === 'conflict' ? 'Conflict' : 'No territory'}</Badge>
            )}
            {needsBdr && <Badge tone="warn">No BDR row</Badge>}
          </>
        ),
      },
    ],
    [isTicked, tick, owners, onOwner],
  );
}

/** Stands for the present owner, who may be nobody: a choice needs a word. */
const asNow = ' ';

/** "WEST → SOUTH", or what stays. */
function Passing({ from, to, none }: { readonly from: string; readonly to: string; readonly none: string }) {
  if (from === to) return <span className="truncate muted">{from === '' ? '–' : from}</span>;
  const words = `${from === '' ? 'none' : from} → ${to === '' ? none : to}`;
  return (
    <span className="truncate" title={words}>
      <span className="muted">{from === '' ? '–' : from}</span> → <strong>{to === '' ? none : to}</strong>
    </span>
  );
}
