import { ChevronsUpDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Target } from '../../../shared/exchange/columns.ts';
import type { ImportSubject } from '../../../shared/exchange/records/record-columns.ts';
import type { CustomField } from '../../../shared/workspace/workspace.ts';
import { Combobox } from '../../components/combobox.tsx';
import { targetOptions, targetValue } from './target-options.ts';

export interface TargetChoiceProps {
  readonly header: string;
  readonly target: Target;
  readonly customFields: readonly CustomField[];
  readonly subject: ImportSubject;
  readonly onChange: (value: string) => void;
}

/** Milliseconds that a pointer rests on the button before the list is made: passing over it costs nothing. */
const pointerRest = 40;

type Wake = 'asleep' | 'pointed' | 'focused' | 'pressed';

/**
 * The list of fields for one column. A list that filters is dear to make and a file has dozens of columns,
 * so until somebody points at it, reaches it with the keyboard or presses it, only its button is there.
 */
export function TargetChoice({ header, target, customFields, subject, onChange }: TargetChoiceProps) {
  const [wake, setWake] = useState<Wake>('asleep');
  const frame = useRef<HTMLDivElement>(null);
  const resting = useRef<number | undefined>(undefined);
  const stopResting = (): void => window.clearTimeout(resting.current);
  useEffect(() => stopResting, []);
  const label = `Field for ${header}`;
  useEffect(() => {
    const trigger = frame.current?.querySelector<HTMLElement>('[role="combobox"]');
    if (wake === 'focused' || wake === 'pressed') trigger?.focus();
    if (wake === 'pressed') trigger?.click();
  }, [wake]);
  const value = targetValue(target);
  const options = targetOptions(header, customFields, subject);
  return (
    <div ref={frame}>
      {wake === 'asleep' ? (
        <button
          type="button"
          role="combobox"
          aria-haspopup="dialog"
          aria-expanded={false}
          aria-label={label}
          className="select-trigger"
          onPointerEnter={(event) => {
            if (event.pointerType !== 'mouse') return;
            // At once: were the button replaced while it is held down, the press would be lost.
            resting.current = window.setTimeout(() => flushSync(() => setWake('pointed')), pointerRest);
          }}
          onPointerDown={stopResting}
          onPointerLeave={stopResting}
          onFocus={(event) => {
            if (event.currentTarget.matches(':focus-visible')) setWake('focused');
          }}
          onClick={() => setWake('pressed')}
        >
          <span className="select-trigger-value">
            {options.find((option) => option.value === value)?.label ?? 'Choose…'}
          </span>
          <ChevronsUpDown aria-hidden />
        </button>
      ) : (
        <Combobox label={label} hideLabel value={value} options={options} onValueChange={onChange} />
      )}
    </div>
  );
}
