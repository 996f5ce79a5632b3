import { useRef } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import './open-link.css';
import type { OutsideLink } from './outside-link.ts';

export interface OpenLinkDialogProps {
  readonly link: OutsideLink;
  readonly onCancel: () => void;
  readonly onOpen: () => void;
}

/** Where a link leads, before it is opened: data from a file may name any place. */
export function OpenLinkDialog({ link, onCancel, onOpen }: OpenLinkDialogProps) {
  const first = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onClose={onCancel}
      initialFocus={first}
      title={link.kind === 'mail' ? 'Write to this address?' : 'Open this website?'}
      description={
        <p className="link-address">
          <span>{link.before}</span>
          <strong>{link.host}</strong>
          <span>{link.after}</span>
        </p>
      }
      footer={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button ref={first} variant="primary" onClick={onOpen}>
            Open
          </Button>
        </>
      }
    >
      <p>
        {link.kind === 'mail'
          ? 'Your mail program opens with this recipient.'
          : 'It opens in your browser, outside Groundwork.'}
      </p>
      {link.readable !== undefined && (
        <p className="link-readable">
          In other letters: <bdi>{link.readable}</bdi>. Letters of another script can look like familiar ones.
        </p>
      )}
    </Dialog>
  );
}
