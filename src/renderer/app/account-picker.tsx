import { useState } from 'react';
import { useStore, useView } from './store-context.tsx';
import { TextField } from '../components/text-field.tsx';
import './account-picker.css';

/** Accounts offered at once. */
const most = 8;

/** Finds an account by words in it; the chosen one is named in the field. */
export function AccountPicker({
  label,
  value,
  onValueChange,
}: {
  readonly label: string;
  readonly value: { readonly id: string; readonly name: string } | null;
  readonly onValueChange: (account: { readonly id: string; readonly name: string } | null) => void;
}) {
  const { book } = useStore();
  const [text, setText] = useState('');
  const view = useView({ filter: { text: text.trim() === '' ? '\u0000' : text }, sort: { key: 'name' } });
  const found = [...(view?.slots.slice(0, most) ?? [])].flatMap((slot) => book.row(slot) ?? []);
  const isAsking = value === null && text.trim() !== '';
  return (
    <div className="account-picker">
      <TextField
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
                onClick={() => onValueChange({ id, name })}
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
