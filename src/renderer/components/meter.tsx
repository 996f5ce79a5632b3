import { Meter as Base } from '@base-ui/react/meter';
import { meterLevel, type MeterLevel } from './meter-level.ts';
import './meter.css';
import './visually-hidden.css';

const words: Record<MeterLevel, (free: number) => string> = {
  free: (free) => `${free.toLocaleString()} free`,
  near: (free) => `${free.toLocaleString()} free`,
  full: () => 'full',
  over: (free) => `${(-free).toLocaleString()} over`,
};

/** Used of a limit, told by numbers and a word, shown by a bar. `limit` null = none. */
export function Meter({
  label,
  used,
  limit,
}: {
  readonly label: string;
  readonly used: number;
  readonly limit: number | null;
}) {
  if (limit === null) {
    return (
      <span className="meter">
        <span className="meter-label">{label}</span>
        <span>
          {used.toLocaleString()} <span className="visually-hidden">used, no limit</span>
        </span>
      </span>
    );
  }
  const level = meterLevel(used, limit);
  const word = words[level](limit - used);
  return (
    <Base.Root
      value={Math.min(used, limit)}
      max={limit}
      className="meter"
      data-level={level}
      aria-valuetext={`${used.toLocaleString()} of ${limit.toLocaleString()}, ${word}`}
    >
      <Base.Label className="meter-label">{label}</Base.Label>
      <Base.Track className="meter-track">
        <Base.Indicator className="meter-fill" />
      </Base.Track>
      <span aria-hidden className="meter-count">
        {used.toLocaleString()}
        <span className="faint"> / {limit.toLocaleString()}</span>
        {level !== 'free' && <span className="meter-word">{word}</span>}
      </span>
    </Base.Root>
  );
}
