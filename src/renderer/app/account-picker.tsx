import { useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useStore, useView } from './store-context.tsx';
import { TextField } from '../components/text-field.tsx';
import './account-picker.css';

/** Accounts offered at once. */
const most = 8;

/**
 * Finds an account by words in it; the chosen one is named in the field. Arrow keys go from the field into
 * what was found and back; Escape there goes back, too.
 */
export function AccountPicker({
  label,
  value,
  onValueChange,
  inputRef,
}: {
  readonly label: string;
  readonly value: { readonly id: string; readonly name: string } | null;
  readonly onValueChange: (account: { readonly id: string; readonly name: string } | null) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}) {
  const { book } = useStore();
  const [text, setText] = useState('');
  const view = useView({ filter: { text: text.trim() === '' ? '\u0000' : text }, sort: { key: 'name' } });
  const found = [...(view?.slots.slice(0, most) ?? [])].flatMap((slot) => book.row(slot) ?? []);
  const box = useRef<HTMLDivElement>(null);
  const field = (): HTMLElement | null => box.current?.querySelector<HTMLElement>('input') ?? null;

  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(box.current?.querySelectorAll<HTMLElement>('.account-picker-item') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    if (event.key === 'ArrowDown') items[Math.min(at + 1, items.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (items[at - 1] ?? field())?.focus();
    else if (event.key === 'Escape' && at >= 0) field()?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const isAsking = value === null && text.trim() !== '';
  return (
    <div ref={box} className="account-picker" onKeyDown={onKeyDown}>
      <TextField
        {...(inputRef !== undefined && { ref: inputRef })}
        label={label}
        value={value?.name ?? text}
        placeholder="Part of its name, domain or place"
        onValueChange={(next) => {
          setText(next);
          onValueChange(null);
        }}
      />
      {isAsking && (
        <ul className="account-picker-list" aria-label={`Accounts for ${label}`}>
          {found.length === 0 && <li className="muted">Nothing found.</li>}
          {found.map(({ id, name, place }) => (
            <li key={id}>
              <button
                type="button"
                className="account-picker-item"
                onClick={() => {
                  onValueChange({ id, name });
                  // The button goes with the list.
                  field()?.focus();
                }}
              >
                <span className="truncate">{name}</span> <span className="muted truncate">{place}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
