import type { IsoDate } from '../../../shared/clock.ts';
import { Button } from '../../components/button.tsx';
import { quickDays } from './move-draft.ts';
import './moves.css';

/** Days that are wanted often, one press each. */
export function QuickDays({
  value,
  today,
  onPick,
}: {
  readonly value: string;
  readonly today: IsoDate;
  readonly onPick: (day: IsoDate) => void;
}) {
  return (
    <div className="cluster quick-days" role="group" aria-label="Often wanted days">
      {quickDays(today).map(({ label, day }) => (
        <Button key={label} size="small" aria-pressed={value === day} onClick={() => onPick(day)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
