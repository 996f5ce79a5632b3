import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { use, useMemo, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { ShowWordsContext, type ShowWords } from './link-context.ts';
import { useAnnounce } from './live-region.tsx';
import './toast.css';

export interface ToastRequest {
  readonly title: string;
  readonly description?: string;
  /** `problem` is announced at once and stays longer. Both wait while pointed at or focused. */
  readonly tone?: 'done' | 'problem';
  readonly action?: { readonly label: string; readonly onAction: () => void };
}

export interface Toaster {
  /** Shows and announces; do not announce the same a second time. */
  readonly show: (request: ToastRequest) => string;
  readonly close: (id: string) => void;
}

/** In milliseconds. */
const noteStays = 6000;
const problemStays = 20_000;

type Tone = 'done' | 'problem';

/**
 * Once around the app, inside LiveRegion. Notes are spoken by the app's own live regions: the library would
 * speak a pressing one by a copy of its text and hide the note itself, a tab stop, from screen readers.
 */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Base.Provider limit={3} timeout={noteStays}>
      {children}
      <Base.Portal>
        <Base.Viewport className="toast-viewport" aria-live="off">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

/** Short notes on what was done, each with at most one thing to do about it. */
export function useToast(): Toaster {
  const { add, close } = Base.useToastManager<{ readonly tone: Tone }>();
  const announce = useAnnounce();
  return useMemo(
    () => ({
      show: ({ title, description, tone = 'done', action }) => {
        let id = '';
        id = add({
          title,
          ...(description === undefined ? {} : { description }),
          data: { tone },
          ...(tone === 'problem' ? { timeout: problemStays } : {}),
          ...(action === undefined
            ? {}
            : {
                actionProps: {
                  children: action.label,
                  onClick: () => {
                    close(id);
                    action.onAction();
                  },
                },
              }),
        });
        const words = description === undefined ? title : `${title.replace(/\.$/, '')}. ${description}`;
        announce(words, tone === 'problem' ? 'assertive' : 'polite');
        return id;
      },
      close: (id) => close(id),
    }),
    [add, announce, close],
  );
}

function ToastList() {
  const showWords = use(ShowWordsContext);
  const { toasts } = Base.useToastManager<{ readonly tone: Tone }>();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className="toast" swipeDirection={['right', 'down']}>
      <Base.Content className="toast-content" data-tone={toast.data?.tone ?? 'done'}>
        {toast.data?.tone === 'problem' ? <CircleAlert aria-hidden /> : <CircleCheck aria-hidden />}
        <div className="toast-words">
          <Base.Title className="toast-title">{shown(toast.title, showWords)}</Base.Title>
          <Base.Description className="toast-description" render={<div />}>
            {shown(toast.description, showWords)}
          </Base.Description>
        </div>
        <Base.Action render={<Button size="small" />} />
        <Base.Close render={<IconButton size="small" label="Dismiss" icon={<X aria-hidden />} />} />
      </Base.Content>
    </Base.Root>
  ));
}

const shown = (words: ReactNode, showWords: ShowWords): ReactNode =>
  typeof words === 'string' ? showWords(words) : words;
