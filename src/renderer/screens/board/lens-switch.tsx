import { useRef, type KeyboardEvent } from 'react';
import type { Lens } from '../../../shared/views/board-shown.ts';

const lenses: readonly { readonly lens: Lens; readonly name: string }[] = [
  { lens: 'status', name: 'Status' },
  { lens: 'priority', name: 'Priority' },
];

/** All accounts by status, or Actively Working by Priority. */
export function LensSwitch({
  lens,
  onChange,
}: {
  readonly lens: Lens;
  readonly onChange: (lens: Lens) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other: Lens = lens === 'status' ? 'priority' : 'status';
    onChange(other);
    box.current?.querySelector<HTMLElement>(`[data-lens="${other}"]`)?.focus();
  };
  return (
    <div
      ref={box}
      role="radiogroup"
      aria-label="Columns of the board"
      className="lens-switch"
      onKeyDown={onKeyDown}
    >
      {lenses.map((one) => (
        <button
          key={one.lens}
          type="button"
          role="radio"
          aria-checked={one.lens === lens}
          tabIndex={one.lens === lens ? 0 : -1}
          data-lens={one.lens}
          className="lens-switch-option"
          onClick={() => onChange(one.lens)}
        >
          {one.name}
        </button>
      ))}
    </div>
  );
}
