import { useRef, useState } from 'react';
import type { HostResponse, Progress } from '../../../shared/host/contract.ts';
import { useSession } from '../../app/session-context.ts';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { SettingsSection } from './settings-section.tsx';

type Check =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly found: HostResponse<'journal.verify'> }
  | { readonly kind: 'failed'; readonly message: string };

/** Where the data lives, and a check of every line of the journal. */
export function JournalSection() {
  const { info, platform, workspaceId } = useSession();
  const [check, setCheck] = useState<Check>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const start = async (): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setCheck({ kind: 'running', progress: { done: 0, of: 0 } });
    const answer = await platform.call(
      'journal.verify',
      { workspaceId },
      {
        signal: controller.signal,
        onProgress: (progress) => setCheck({ kind: 'running', progress }),
      },
    );
    running.current = null;
    if (answer.ok) setCheck({ kind: 'done', found: answer.value });
    else if (answer.error.code === 'cancelled') setCheck({ kind: 'idle' });
    else setCheck({ kind: 'failed', message: answer.error.message });
  };
  return (
    <SettingsSection
      title="Data"
      hint="Every change is written to the journal in this folder before the app says “Saved”."
    >
      <div className="field">
        <span className="field-label">Data folder</span>
        <code className="settings-path">{info.dataFolder}</code>
      </div>
      <div className="settings-check">
        {check.kind === 'running' ? (
          <>
            <ProgressBar label="Checking the journal" done={check.progress.done} of={check.progress.of} />
            <Button onClick={() => running.current?.abort()}>Cancel</Button>
          </>
        ) : (
          <Button onClick={() => void start()}>Check the journal</Button>
        )}
        <div role="status">
          {check.kind === 'done' && <Found found={check.found} />}
          {check.kind === 'failed' && <p className="field-error">{check.message}</p>}
        </div>
      </div>
    </SettingsSection>
  );
}

function Found({ found }: { readonly found: HostResponse<'journal.verify'> }) {
  if (found.problems.length === 0) {
    return (
      <p>
        The journal is whole: {count(found.lines, 'line')}, up to change {found.through.toLocaleString()},{' '}
        {found.bytes.toLocaleString()} bytes.
      </p>
    );
  }
  return (
    <>
      <p className="field-error">
        {count(found.problems.length, 'problem')} found. What you see in the app is not touched; keep the data
        folder as it is.
      </p>
      <ul className="small">
        {found.problems.slice(0, 20).map((problem, index) => (
          <li key={index}>
            {problem.file}, line {problem.line}: {problem.what}
          </li>
        ))}
      </ul>
    </>
  );
}
