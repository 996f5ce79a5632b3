import { Progress } from '@base-ui/react/progress';
import './progress-bar.css';

/** How far a long piece of work is. `of` 0 = not known yet. */
export function ProgressBar({
  label,
  done,
  of,
  text,
}: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** Replaces "12,000 of 100,000". */
  readonly text?: string;
}) {
  const known = of > 0;
  const words = text ?? (known ? `${done.toLocaleString()} of ${of.toLocaleString()}` : 'Starting…');
  return (
    <Progress.Root
      value={known ? Math.min(done, of) : null}
      max={known ? of : 1}
      aria-valuetext={words}
      className="progress"
    >
      <div className="progress-words">
        <Progress.Label>{label}</Progress.Label>
        <span className="muted">{words}</span>
      </div>
      <Progress.Track className="progress-track">
        <Progress.Indicator className="progress-fill" />
      </Progress.Track>
    </Progress.Root>
  );
}
