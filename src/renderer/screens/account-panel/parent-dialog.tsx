import { useRef, useState } from 'react';
import { segmentName } from '../../app/words.ts';
import type { FamilyChange } from '../../../shared/accounts/reparent.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { AccountPicker } from '../../app/account-picker.tsx';

type Named = { readonly id: string; readonly name: string };

/** SEG-3: another parent, or none, with what that changes before it is done. */
export function ParentDialog({
  account,
  parent: first,
  hasParent,
  onClose,
}: {
  readonly account: Named;
  /** The one that was asked for; `null` = still to be chosen. */
  readonly parent: Named | null;
  readonly hasParent: boolean;
  readonly onClose: () => void;
}) {
  const run = useRunCommand();
  const [parent, setParent] = useState(first);
  const input = useRef<HTMLInputElement>(null);
  const change = useAnswer(
    'reparent',
    parent === null && !hasParent ? undefined : { id: account.id, parentId: parent?.id ?? null },
  );
  const apply = async (): Promise<void> => {
    const outcome = await run(
      { kind: 'setParent', id: account.id, parentId: parent?.id ?? null },
      { tell: true },
    );
    if (outcome.ok) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      initialFocus={input}
      title={`Parent of ${account.name}`}
      description="SEG-3: the highest segment in a hierarchy holds for all of it. SEG-5: one customer makes all of it Expand."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={change?.allowed !== true || (parent === null && !hasParent)}
            onClick={() => void apply()}
          >
            {parent === null ? 'Take the parent away' : 'Set the parent'}
          </Button>
        </>
      }
    >
      <div className="stack">
        <AccountPicker inputRef={input} label="Parent account" value={parent} onValueChange={setParent} />
        {parent === null && hasParent && (
          <p className="muted">Without a parent it forms a hierarchy of its own.</p>
        )}
        {change !== null && <FamilyEffects change={change} />}
      </div>
    </Dialog>
  );
}

/** Whose segment or motion changes; a circle with its path. */
function FamilyEffects({ change }: { readonly change: FamilyChange }) {
  if (!change.allowed) {
    return (
      <p role="alert" className="notice notice-danger">
        <RuleWords text={`${say(change.refusal.message)} ${say(change.refusal.remedy)}`} />
      </p>
    );
  }
  if (change.effects.length === 0) {
    return (
      <p role="status" className="muted">
        No segment and no motion changes.
      </p>
    );
  }
  return (
    <div role="status">
      <p>This changes:</p>
      <ul className="family-effects">
        {change.effects.map(({ id, name, segment, motion }) => (
          <li key={id}>
            <strong>{name}</strong>
            {segment.from !== segment.to && ` ${segmentName(segment.from)} → ${segmentName(segment.to)}`}
            {motion.from !== motion.to && ` ${motion.from} → ${motion.to}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
