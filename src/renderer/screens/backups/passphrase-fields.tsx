import { useState, type Ref } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import { TextField } from '../../components/text-field.tsx';
import { passphraseProblem, passphraseStrength } from './passphrase.ts';
import './backups.css';

/** Passphrase and repetition, while they are typed. */
export interface ChosenPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

/** What is wrong with the two fields; both `undefined` = nothing. */
export function problemsOf({ passphrase, again }: ChosenPassphrase): {
  readonly passphrase: string | undefined;
  readonly again: string | undefined;
} {
  const first = passphraseProblem(passphrase) ?? undefined;
  if (first !== undefined) return { passphrase: first, again: undefined };
  return { passphrase: undefined, again: passphrase === again ? undefined : 'The two are not the same.' };
}

/** A new passphrase, twice, with a hint on its strength. */
export function PassphraseFields({
  value,
  onValueChange,
  tried,
  inputRef,
}: {
  readonly value: ChosenPassphrase;
  readonly onValueChange: (value: ChosenPassphrase) => void;
  /** True once the person wanted to go on: only then problems are told. */
  readonly tried: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}) {
  const [shown, setShown] = useState(false);
  const strength = passphraseStrength(value.passphrase);
  const problems = problemsOf(value);
  const type = shown ? 'text' : 'password';
  return (
    <div className="stack">
      <TextField
        ref={inputRef}
        type={type}
        autoComplete="new-password"
        label="Passphrase"
        hint={
          <span className="strength">
            <span className="strength-bar" data-level={strength.level} aria-hidden />
            {strength.words}
          </span>
        }
        value={value.passphrase}
        onValueChange={(passphrase) => onValueChange({ ...value, passphrase })}
        error={tried ? problems.passphrase : undefined}
      />
      <TextField
        type={type}
        autoComplete="new-password"
        label="Passphrase again"
        value={value.again}
        onValueChange={(again) => onValueChange({ ...value, again })}
        error={tried ? problems.again : undefined}
      />
      <Checkbox label="Show what I type" checked={shown} onCheckedChange={setShown} />
      <p className="backup-warning">
        A forgotten passphrase cannot be helped: without it nobody can open the copy, not even you. Keep it
        where you keep other passwords.
      </p>
    </div>
  );
}
