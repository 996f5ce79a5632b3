import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { readProfile, writeProfile, type ScoreProfile } from '../../../shared/priorities/score-profile.ts';
import { download } from '../../app/download.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { Skeleton } from '../../components/states.tsx';
import type { KnownProfile } from '../../store/questions/questions.ts';
import { CompareProfiles } from './compare-profiles.tsx';
import { copyName } from './profile-draft.ts';
import { ProfileForm } from './profile-form.tsx';

/** PR-3: the score profiles; edited, copied, compared on the whole book, used, exported and imported. */
export function ProfilesPanel() {
  const profiles = useAnswer('profiles', null);
  const run = useRunCommand();
  const [picked, setPicked] = useState<string | null | undefined>(undefined);
  const [awaited, setAwaited] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  if (profiles === null) return <Skeleton rows={10} label="Loading the profiles" />;
  // The store gives a new profile its id: it is picked by its name as soon as it is there.
  const arrived = profiles.find(({ profile }) => profile.name === awaited);
  if (arrived !== undefined) {
    setPicked(arrived.id);
    setAwaited(null);
  }
  const used = profiles.find(({ isUsed }) => isUsed);
  const current = profiles.find(({ id }) => id === picked) ?? used ?? profiles[0];
  if (current === undefined) return null;
  const names = profiles.map(({ profile }) => profile.name);
  const keep = async (profile: ScoreProfile): Promise<void> => {
    const outcome = await run({ kind: 'saveProfile', id: null, profile }, { tell: true });
    if (!outcome.ok) return;
    setRefused(null);
    setAwaited(profile.name);
  };
  const importFile = async (file: File): Promise<void> => {
    const read = readProfile(await file.text());
    if (!read.ok) {
      setRefused(`${file.name}: ${say(read.error)}`);
      return;
    }
    const { name } = read.value;
    await keep(names.includes(name) ? { ...read.value, name: copyName(name, names) } : read.value);
  };
  return (
    <div className="profiles">
      <div className="profiles-list">
        <ul aria-label="Score profiles">
          {profiles.map(({ id, profile, isUsed }) => (
            <li key={id ?? ''}>
              <button
                type="button"
                className="profiles-item"
                aria-current={id === current.id ? 'true' : undefined}
                onClick={() => setPicked(id)}
              >
                <span className="truncate">{profile.name}</span>
                {isUsed && <Badge tone="accent">In use</Badge>}
              </button>
            </li>
          ))}
        </ul>
        <FileDrop
          label="Profile file"
          accept=".json,application/json"
          button="Import a profile…"
          onFiles={([file]) => {
            if (file) void importFile(file);
          }}
        >
          A profile that was exported.
        </FileDrop>
        {refused !== null && (
          <p role="alert" className="notice notice-danger">
            {refused}
          </p>
        )}
      </div>
      <div className="profiles-detail scroll" tabIndex={0} role="region" aria-label={current.profile.name}>
        <ProfileHead
          current={current}
          onCopy={() => void keep({ ...current.profile, name: copyName(current.profile.name, names) })}
          onDelete={() => setPicked(undefined)}
        />
        <ProfileForm key={`${current.id ?? ''} ${JSON.stringify(current.profile)}`} known={current} />
        <CompareProfiles key={current.id ?? ''} profiles={profiles} current={current} />
      </div>
    </div>
  );
}

function ProfileHead({
  current: { id, profile, isUsed },
  onCopy,
  onDelete,
}: {
  readonly current: KnownProfile;
  readonly onCopy: () => void;
  readonly onDelete: () => void;
}) {
  const run = useRunCommand();
  const exportFile = (): void => {
    const name = profile.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
    download(new Blob([writeProfile(profile)], { type: 'application/json' }), `score-profile-${name}.json`);
  };
  return (
    <header className="cluster">
      <h2>{profile.name}</h2>
      {isUsed ? (
        <Badge tone="accent">In use</Badge>
      ) : (
        <Button
          size="small"
          variant="primary"
          onClick={() => void run({ kind: 'useProfile', id }, { tell: true })}
        >
          Use it
        </Button>
      )}
      <Button size="small" onClick={onCopy}>
        Copy
      </Button>
      <Button size="small" onClick={exportFile}>
        Export
      </Button>
      {id !== null && (
        <Button
          size="small"
          variant="quiet"
          onClick={() =>
            void run({ kind: 'deleteProfile', id }, { tell: true }).then((outcome) => {
              if (outcome.ok) onDelete();
            })
          }
        >
          Delete
        </Button>
      )}
    </header>
  );
}
