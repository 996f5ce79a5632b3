import { MonitorX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useSession } from '../session-context.ts';
import { useStore } from '../store-context.tsx';
import { draftsOnPage, type Draft } from './drafts.ts';
import '../banners/banners.css';

/**
 * Another window took the workspace over: this one says so and writes nothing more. What was being typed
 * stays to be read and copied, and so does everything else on the page.
 */
export function TakenOverNotice() {
  const store = useStore();
  const { takeOver } = useSession();
  const [lost, setLost] = useState<{ readonly drafts: readonly Draft[] } | null>(() =>
    store.takenOver.get() ? { drafts: [] } : null,
  );
  const [reading, setReading] = useState(false);
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(
    () =>
      store.takenOver.subscribe(() => {
        // Before the dialog takes the focus: a field that loses it may close, and its text would be gone.
        if (store.takenOver.get()) setLost({ drafts: draftsOnPage(document) });
      }),
    [store],
  );
  if (lost === null) return null;
  const workHere = (
    <Button variant="primary" onClick={takeOver}>
      Work here again
    </Button>
  );
  if (reading) {
    return (
      <section className="banner" data-tone="warn" aria-label="Notice">
        <MonitorX aria-hidden />
        <p className="banner-words">
          <strong>Another window works on this workspace.</strong> This one is for reading only; nothing you
          do here is saved.
        </p>
        <div className="banner-tools">{workHere}</div>
      </section>
    );
  }
  return (
    <Dialog
      open
      onClose={() => setReading(true)}
      size="small"
      title="Work goes on in another window"
      dismissible={false}
      initialFocus={words}
      footer={
        <>
          <Button onClick={() => setReading(true)}>Stay and read</Button>
          {workHere}
        </>
      }
    >
      <div className="stack">
        {/* Not a button: a person may be in the middle of typing. */}
        <p ref={words} tabIndex={-1} className="taken-over-words">
          This workspace was opened in another window, and only one can work on it. Everything that this
          window showed as saved is there. You can close this window.
        </p>
        {lost.drafts.length > 0 && (
          <>
            <p>What you were typing was not saved any more. Copy it from here:</p>
            {lost.drafts.map(({ field, text }) => (
              <TextArea
                key={field}
                label={field}
                value={text}
                onValueChange={() => undefined}
                readOnly
                onFocus={(event) => event.currentTarget.select()}
              />
            ))}
          </>
        )}
      </div>
    </Dialog>
  );
}
