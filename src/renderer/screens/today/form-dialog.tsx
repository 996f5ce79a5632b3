import { useId, type ReactNode, type RefObject } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';

/** A small form about one account: Enter does it, Escape leaves it. */
export function FormDialog({
  title,
  description,
  doing,
  first,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string;
  readonly description: string;
  /** What the button says. */
  readonly doing: string;
  readonly first: RefObject<HTMLElement | null>;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      initialFocus={first}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={id}>
            {doing}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}

export interface AccountFormProps {
  readonly id: string;
  /** Of the account. */
  readonly name: string;
  readonly onClose: () => void;
}
