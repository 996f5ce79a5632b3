import { useCallback, useState, type ReactNode } from 'react';
import { useToast } from '../components/toast.tsx';
import { OpenLinkDialog } from './open-link-dialog.tsx';
import type { OutsideLink } from './outside-link.ts';
import { useSession } from './session-context.ts';
import { OpenLinkContext } from './use-open-link.ts';

/** Once around the screens: every link of the data leaves the app through one question. */
export function OpenLinkProvider({ children }: { readonly children: ReactNode }) {
  const { platform } = useSession();
  const toast = useToast();
  const [asked, setAsked] = useState<OutsideLink | null>(null);
  const ask = useCallback((link: OutsideLink) => setAsked(link), []);
  const open = async (link: OutsideLink): Promise<void> => {
    setAsked(null);
    const answer = await platform.call('link.open', { url: link.url });
    if (!answer.ok)
      toast.show({ tone: 'problem', title: 'The link was not opened', description: answer.error.message });
  };
  return (
    <OpenLinkContext value={ask}>
      {children}
      {asked !== null && (
        <OpenLinkDialog link={asked} onCancel={() => setAsked(null)} onOpen={() => void open(asked)} />
      )}
    </OpenLinkContext>
  );
}
