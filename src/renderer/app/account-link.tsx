import { inspectAndFocus } from './location.ts';
import './account-link.css';

/** An account by its name; opens its panel beside the screen. */
export function AccountLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <button type="button" className="link-button truncate" onClick={() => inspectAndFocus(id)}>
      {name === '' ? '(no longer there)' : name}
    </button>
  );
}
