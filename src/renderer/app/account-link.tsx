import { useLeaveDialog } from '../components/link-context.ts';
import { inspectAndFocus } from './location.ts';
import './account-link.css';

/** An account by its name; opens its panel beside the screen. A dialog that it stands in closes. */
export function AccountLink({ id, name }: { readonly id: string; readonly name: string }) {
  const leaveDialog = useLeaveDialog();
  return (
    <button
      type="button"
      className="link-button truncate"
      onClick={() => {
        leaveDialog?.();
        inspectAndFocus(id);
      }}
    >
      {name === '' ? '(no longer there)' : name}
    </button>
  );
}
