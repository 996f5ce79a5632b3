import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import type { MissingChanges, RecoveryPlan } from '../../store/recovery/store-recovery.ts';
import { assetsOf, missingText, stepsOf } from './recovery-words.ts';

export interface PlanViewProps {
  readonly plan: RecoveryPlan;
  /** The person chose a backup that is of no use; the best one was taken. */
  readonly isChoiceUnfit: boolean;
  readonly dataFolder: string;
  /** A moment for people. */
  readonly moment: (at: string) => string;
  readonly onRebuild: () => void;
  readonly onChoose: () => void;
  /** `null` = there is no backup to save. */
  readonly onSaveCopy: (() => void) | null;
}

/** What Groundwork still has, what will be done with it, and the one button. */
export function PlanView({
  plan,
  isChoiceUnfit,
  dataFolder,
  moment,
  onRebuild,
  onChoose,
  onSaveCopy,
}: PlanViewProps) {
  const possible = plan.through > 0;
  const passedOver = plan.passedOver.length;
  return (
    <>
      <section className="recovery-part" aria-labelledby="recovery-assets">
        <h2 id="recovery-assets">What Groundwork still has</h2>
        <p>
          It remembers {count(plan.expected.accounts, 'account')} and {count(plan.expected.through, 'change')}
          . All of this is in files outside the browser:
        </p>
        <dl className="recovery-assets">
          {assetsOf(plan, moment).map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {isChoiceUnfit && (
          <p className="backup-warning" role="status">
            The backup you chose cannot be used here: it is damaged, or it is of another copy of this
            workspace. The best of the others is taken.
          </p>
        )}
        {passedOver > 0 && (
          <p className="small muted">
            {count(passedOver, 'newer backup')} {passedOver === 1 ? 'is' : 'are'} damaged and passed over.
          </p>
        )}
        <MissingList missing={plan.missing} moment={moment} />
      </section>
      {possible && (
        <section className="recovery-part" aria-labelledby="recovery-steps">
          <h2 id="recovery-steps">What will be done</h2>
          <ol className="recovery-steps">
            {stepsOf(plan).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
      <div className="cluster recovery-part">
        {possible && (
          <Button variant="primary" onClick={onRebuild}>
            Rebuild my workspace
          </Button>
        )}
        <Button variant={possible ? 'plain' : 'primary'} onClick={onChoose}>
          Choose another backup…
        </Button>
        {onSaveCopy !== null && <Button onClick={onSaveCopy}>Save what is readable as a file…</Button>}
      </div>
      <details className="recovery-folder">
        <summary>Show the data folder's place</summary>
        <p>
          <code className="mono">{dataFolder}</code>
        </p>
        <p className="small muted">Leave this folder as it is: everything above comes from it.</p>
      </details>
    </>
  );
}

/** Exactly what cannot come back. */
export function MissingList({
  missing,
  moment,
}: {
  readonly missing: readonly MissingChanges[];
  readonly moment: (at: string) => string;
}) {
  const [sentence, ...stretches] = missingText(missing, moment);
  if (sentence === undefined) return null;
  return (
    <div className="backup-warning">
      <p>{sentence}</p>
      <ul className="recovery-missing">
        {stretches.map((stretch) => (
          <li key={stretch}>{stretch}</li>
        ))}
      </ul>
    </div>
  );
}
