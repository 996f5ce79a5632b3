import { ArchiveRestore, FileDown, FlaskConical, SquarePlus } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import type { NewWorkspace, SessionInfo } from '../../app/start-session.ts';
import { Combobox } from '../../components/combobox.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Platform } from '../../platform/platform.ts';
import { timeZones } from '../settings/choices.ts';
import { OpenBackup } from './open-backup.tsx';
import './first-run.css';

export interface FirstRunProps {
  readonly platform: Platform;
  readonly session: SessionInfo;
  /** Makes the workspace and opens it; a problem comes back in words. */
  readonly onCreate: (wanted: NewWorkspace) => Promise<Label | null>;
  /** The workspace of a backup was made known here: opens it. */
  readonly onOpenBackup: () => void;
}

const ways: readonly {
  readonly then: NewWorkspace['then'];
  readonly title: string;
  readonly words: string;
  readonly icon: ReactNode;
}[] = [
  {
    then: 'import',
    title: 'Import my list',
    words: 'A CSV from your CRM or anywhere. You see every change before it is made.',
    icon: <FileDown aria-hidden />,
  },
  {
    then: 'sample',
    title: 'Look around with a sample',
    words: 'About 600 made-up companies over several territories.',
    icon: <FlaskConical aria-hidden />,
  },
  {
    then: 'empty',
    title: 'Start empty',
    words: 'Add accounts by hand, import later.',
    icon: <SquarePlus aria-hidden />,
  },
];

/** The first start: whose book this is, then how to fill it. */
export function FirstRun({ platform, session, onCreate, onOpenBackup }: FirstRunProps) {
  const [bdr, setBdr] = useState('');
  const [name, setName] = useState('My territory');
  const [timeZone, setTimeZone] = useState(session.timeZone);
  const [busy, setBusy] = useState<NewWorkspace['then'] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [opening, setOpening] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const nameProblem =
    name.trim() === ''
      ? 'Give the workspace a name, e.g. your territory.'
      : name.trim().length > 120
        ? 'Use 120 characters or fewer.'
        : undefined;

  const create = async (then: NewWorkspace['then']): Promise<void> => {
    setTried(true);
    if (nameProblem !== undefined) {
      nameInput.current?.focus();
      return;
    }
    setBusy(then);
    setProblem(null);
    const failed = await onCreate({ name: name.trim(), bdr: bdr.trim(), timeZone, then });
    setBusy(null);
    if (failed !== null) setProblem(say(failed));
  };

  if (opening) {
    return (
      <OpenBackup
        platform={platform}
        session={session}
        onBack={() => setOpening(false)}
        onOpened={onOpenBackup}
      />
    );
  }
  return (
    <main className="first-run">
      <div className="first-run-page">
        <svg viewBox="0 0 16 16" width="28" height="28" className="first-run-mark" aria-hidden>
          <path className="rail-brand-back" d="M2 10.2 8 7l6 3.2L8 13.4z" />
          <path d="M2 6.2 8 3l6 3.2-6 3.2z" />
        </svg>
        <h1>Welcome to Groundwork</h1>
        <p className="muted">Plan your accounts on this machine. Nothing leaves it.</p>
        <div className="first-run-fields">
          <TextField
            label="Your name, as BDR"
            hint="As it stands in “BDR Assigned”. You may leave it and fill it in under Settings."
            value={bdr}
            onValueChange={setBdr}
            autoFocus
            maxLength={200}
          />
          <TextField
            ref={nameInput}
            label="Name of the workspace"
            value={name}
            onValueChange={setName}
            error={tried ? nameProblem : undefined}
          />
          <Combobox
            label="Time zone"
            value={timeZone}
            options={timeZones(timeZone).map((zone) => ({ value: zone, label: zone }))}
            searchPlaceholder="City or region…"
            onValueChange={setTimeZone}
          />
        </div>
        <h2>How do you want to begin?</h2>
        <ul className="first-run-ways">
          {ways.map((way) => (
            <li key={way.then}>
              <button
                type="button"
                className="first-run-way"
                disabled={busy !== null}
                aria-busy={busy === way.then || undefined}
                onClick={() => void create(way.then)}
              >
                {way.icon}
                <span>
                  <span className="first-run-way-title">{busy === way.then ? 'Preparing…' : way.title}</span>
                  <span className="muted small">{way.words}</span>
                </span>
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className="first-run-way"
              disabled={busy !== null}
              onClick={() => setOpening(true)}
            >
              <ArchiveRestore aria-hidden />
              <span>
                <span className="first-run-way-title">Open a backup</span>
                <span className="muted small">
                  Go on where you left off on another machine or in another window.
                </span>
              </span>
            </button>
          </li>
        </ul>
        {problem !== null && (
          <p role="alert" className="field-error">
            {problem}
          </p>
        )}
      </div>
    </main>
  );
}
