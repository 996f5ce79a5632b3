import { LifeBuoy } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { StartState } from '../../app/start-session.ts';
import { progressName } from '../../app/store-progress.tsx';
import { momentText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { useAnnounce } from '../../components/live-region.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { Skeleton } from '../../components/states.tsx';
import type { Platform } from '../../platform/platform.ts';
import type { RecoveryPlan, Rebuilt } from '../../store/recovery/store-recovery.ts';
import type { StoreProgress } from '../../store/progress.ts';
import { SaveCopyDialog } from '../backups/save-copy-dialog.tsx';
import { ChooseBackupDialog } from './choose-backup-dialog.tsx';
import { MissingList, PlanView } from './plan-view.tsx';
import { resultText, storyOf, unreadableText } from './recovery-words.ts';
import './recovery.css';

export interface RecoveryScreenProps {
  readonly platform: Platform;
  readonly state: Extract<StartState, { kind: 'recovery' }>;
  /** Opens the workspace again after the rebuild. */
  readonly onOpen: () => void;
}

type Step =
  | { readonly kind: 'looking' }
  | { readonly kind: 'planned'; readonly plan: RecoveryPlan }
  | { readonly kind: 'rebuilding'; readonly progress: StoreProgress | null }
  | { readonly kind: 'done'; readonly rebuilt: Rebuilt }
  | { readonly kind: 'failed'; readonly problem: string };

/** The workspace's database is lost: what happened, what there is, and one button that brings it back. */
export function RecoveryScreen({ platform, state, onOpen }: RecoveryScreenProps) {
  const { session, workspace, why, isAdopted, plan: makePlan, rebuild: doRebuild } = state;
  const [step, setStep] = useState<Step>({ kind: 'looking' });
  const [dialog, setDialog] = useState<'choose' | 'save' | null>(null);
  /** The backup that the person chose; `null` = the best one. A new turn plans again. */
  const [from, setFrom] = useState<{ readonly backupId: string | null; readonly turn: number }>({
    backupId: null,
    turn: 0,
  });
  const announce = useAnnounce();
  const moment = (at: string): string => momentText(at, session.timeZone);

  const rebuild = useCallback(
    async (backupId: string | null): Promise<void> => {
      setStep({ kind: 'rebuilding', progress: null });
      announce('Rebuilding your workspace.');
      const answer = await doRebuild(
        (progress) => setStep({ kind: 'rebuilding', progress }),
        backupId ?? undefined,
      );
      if (answer.ok) {
        setStep({ kind: 'done', rebuilt: answer.value });
        announce(resultText(answer.value));
      } else setStep({ kind: 'failed', problem: say(answer.error.message) });
    },
    [doRebuild, announce],
  );
  useEffect(() => {
    let current = true;
    void makePlan(from.backupId ?? undefined).then((answer) => {
      if (!current) return;
      if (!answer.ok) setStep({ kind: 'failed', problem: say(answer.error.message) });
      else if (isAdopted && answer.value.missing.length === 0) void rebuild(from.backupId);
      else setStep({ kind: 'planned', plan: answer.value });
    });
    return () => {
      current = false;
    };
  }, [makePlan, from, isAdopted, rebuild]);
  const planAgain = (backupId: string | null): void => {
    setDialog(null);
    setStep({ kind: 'looking' });
    setFrom(({ turn }) => ({ backupId, turn: turn + 1 }));
  };

  const backup = step.kind === 'planned' ? step.plan.backup : null;
  const arriving = isAdopted ? `Bringing ${workspace.name} here` : null;
  const head = headOf(step, arriving, why.kind);
  return (
    <main className="recovery scroll">
      <div className="recovery-page">
        <LifeBuoy aria-hidden className="recovery-mark" />
        <Head title={head.title} />
        {head.text !== null && <p className="muted recovery-lead">{head.text}</p>}
        {step.kind === 'looking' && <Skeleton rows={5} label="Looking at what there is" />}
        {step.kind === 'planned' && (
          <PlanView
            plan={step.plan}
            isChoiceUnfit={from.backupId !== null && from.backupId !== backup?.id}
            dataFolder={session.dataFolder}
            moment={moment}
            onRebuild={() => void rebuild(from.backupId)}
            onChoose={() => setDialog('choose')}
            onSaveCopy={backup === null ? null : () => setDialog('save')}
          />
        )}
        {step.kind === 'rebuilding' && <Rebuilding progress={step.progress} />}
        {step.kind === 'done' && <Done rebuilt={step.rebuilt} moment={moment} onOpen={onOpen} />}
        {step.kind === 'failed' && (
          <Failed
            problem={step.problem}
            dataFolder={session.dataFolder}
            onRetry={() => planAgain(from.backupId)}
            onChoose={() => setDialog('choose')}
          />
        )}
      </div>
      {dialog === 'choose' && (
        <ChooseBackupDialog
          platform={platform}
          workspaceId={workspace.id}
          session={session}
          present={backup?.id}
          onChoose={(chosen: BackupEntry) => planAgain(chosen.id)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'save' && backup !== null && (
        <SaveCopyDialog
          platform={platform}
          workspaceId={workspace.id}
          timeZone={session.timeZone}
          source={backup}
          onClose={() => setDialog(null)}
        />
      )}
    </main>
  );
}

interface HeadWords {
  readonly title: string;
  readonly text: string | null;
}

/** @param arriving the title while a workspace is brought here from elsewhere; `null` = it was lost here */
function headOf(step: Step, arriving: string | null, why: 'lost' | 'older-generation'): HeadWords {
  switch (step.kind) {
    case 'looking':
      return { title: arriving ?? 'Looking at what there is', text: null };
    case 'rebuilding':
      return { title: arriving ?? 'Rebuilding your workspace', text: null };
    case 'failed':
      return { title: 'This did not work', text: null };
    case 'done':
      return {
        title:
          step.rebuilt.missing.length === 0 && step.rebuilt.unreadable === 0
            ? 'Your workspace is back'
            : 'Your workspace is back, but not whole',
        text: null,
      };
    case 'planned': {
      if (arriving !== null) return { title: arriving, text: 'This backup is not whole.' };
      const story = storyOf(why === 'lost' ? step.plan.found.kind : why);
      return { title: story.title, text: story.happened };
    }
  }
}

/** Takes focus with each step, so that a screen reader goes along. */
function Head({ title }: { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    document.title = `${title} – Groundwork`;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}

function Rebuilding({ progress }: { readonly progress: StoreProgress | null }) {
  return (
    <div className="stack recovery-part">
      <ProgressBar
        label={progressName(progress, 'Rebuilding your workspace')}
        done={progress?.done ?? 0}
        of={progress?.of ?? 0}
        {...(progress !== null && progress.of > 0
          ? { text: `${Math.floor((100 * progress.done) / progress.of)} %` }
          : {})}
      />
      <p className="muted">
        Should the machine stop now, it is begun again at the next start. The files that it is made from are
        not touched.
      </p>
    </div>
  );
}

function Done({
  rebuilt,
  moment,
  onOpen,
}: {
  readonly rebuilt: Rebuilt;
  readonly moment: (at: string) => string;
  readonly onOpen: () => void;
}) {
  const unreadable = unreadableText(rebuilt.unreadable);
  return (
    <div className="stack recovery-part">
      <p className="recovery-result">{resultText(rebuilt)}</p>
      <MissingList missing={rebuilt.missing} moment={moment} />
      {unreadable !== null && <p className="backup-warning">{unreadable}</p>}
      {rebuilt.setAside !== null && (
        <p className="muted">
          What was in this browser before is kept as a backup of its own: in Settings, under Data and backups.
        </p>
      )}
      <div>
        <Button variant="primary" onClick={onOpen}>
          Go to the board
        </Button>
      </div>
    </div>
  );
}

function Failed({
  problem,
  dataFolder,
  onRetry,
  onChoose,
}: {
  readonly problem: string;
  readonly dataFolder: string;
  readonly onRetry: () => void;
  readonly onChoose: () => void;
}) {
  return (
    <div className="stack recovery-part">
      <p role="alert" className="backup-problem">
        {problem}
      </p>
      <p>
        Backups and journal are as they were. Try again, or choose another backup. If it stays like this, keep
        the data folder as it is: <code className="mono recovery-place">{dataFolder}</code>
      </p>
      <div className="cluster">
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
        <Button onClick={onChoose}>Choose another backup…</Button>
      </div>
    </div>
  );
}
