import { keyNames, spokenKeys } from './key-names.ts';
import './kbd.css';
import './visually-hidden.css';

/** Keys as they stand on this machine's keyboard, from a portable form like `Mod+Shift+Z` or `g b`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <kbd className="kbd">
      <span className="visually-hidden">{spokenKeys(keys)}</span>
      {keyNames(keys).map((name, index) => (
        <span key={index} aria-hidden className="kbd-key">
          {name}
        </span>
      ))}
    </kbd>
  );
}
