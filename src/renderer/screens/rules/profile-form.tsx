import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { pointsOf } from '../../../shared/priorities/score-profile.ts';
import { signals, signalWords } from '../../../shared/priorities/signal.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import type { KnownProfile } from '../../store/questions/questions.ts';
import { draftOfProfile, readProfileDraft } from './profile-draft.ts';

/** Weights and words of a profile; the default one is read, and copied to be changed. */
export function ProfileForm({ known: { id, profile } }: { readonly known: KnownProfile }) {
  const run = useRunCommand();
  const kept = draftOfProfile(profile);
  const [draft, setDraft] = useState(kept);
  const read = readProfileDraft(draft, profile);
  const points = read.ok ? pointsOf(read.value) : null;
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept);
  const isFixed = id === null;
  return (
    <form
      noValidate
      className="profile-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (read.ok && isChanged) void run({ kind: 'saveProfile', id, profile: read.value }, { tell: true });
      }}
    >
      {isFixed ? (
        <p className="muted">The default profile stays as it is. Copy it to change weights and words.</p>
      ) : (
        <TextField label="Name" value={draft.name} onValueChange={(name) => setDraft({ ...draft, name })} />
      )}
      <table className="profile-weights">
        <caption className="visually-hidden">Weights of the signals</caption>
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col">Weight</th>
            <th scope="col">Points of 100</th>
          </tr>
        </thead>
        <tbody>
          {signals.map((signal) => (
            <tr key={signal}>
              <th scope="row">{signalWords[signal]}</th>
              <td>
                {isFixed ? (
                  draft.weights[signal]
                ) : (
                  <TextField
                    label={`Weight of ${signalWords[signal]}`}
                    hideLabel
                    inputMode="numeric"
                    value={draft.weights[signal]}
                    onValueChange={(text) =>
                      setDraft({ ...draft, weights: { ...draft.weights, [signal]: text } })
                    }
                  />
                )}
              </td>
              <td>{points === null ? '–' : points[signal]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="profile-words">
        <TextArea
          label="Fitting industries"
          hint="One word or phrase a line (PR-2)."
          readOnly={isFixed}
          rows={6}
          value={draft.industries}
          onValueChange={(industries) => setDraft({ ...draft, industries })}
        />
        <TextArea
          label="Words of early adopters"
          hint="One word or phrase a line (PR-2)."
          readOnly={isFixed}
          rows={6}
          value={draft.adopterWords}
          onValueChange={(adopterWords) => setDraft({ ...draft, adopterWords })}
        />
      </div>
      {!read.ok && (
        <p role="alert" className="notice notice-danger">
          <RuleWords text={say(read.error)} />
        </p>
      )}
      {isChanged && (
        <div className="cluster">
          <Button onClick={() => setDraft(kept)}>Leave as it was</Button>
          <Button variant="primary" type="submit" disabled={!read.ok}>
            Save the profile
          </Button>
        </div>
      )}
    </form>
  );
}
