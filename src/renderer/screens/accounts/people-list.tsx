import { Users } from 'lucide-react';
import { useState } from 'react';
import type { Prospect } from '../../../shared/accounts/prospect.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { openScreen } from '../../app/location.ts';
import { useOverlays } from '../../app/overlays-context.ts';
import { pathOf } from '../../app/routes.ts';
import type { ListSettings } from '../../app/views/list-settings.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Tooltip } from '../../components/tooltip.tsx';
import type { PersonLine } from '../../store/questions/questions.ts';
import { ProspectDialog } from '../account-panel/prospect-dialog.tsx';
import { RecordTable } from './record-table.tsx';

const start: ListSettings = {
  text: '',
  conditions: [],
  columns: [
    'name',
    'title',
    'rule.accountName',
    'rule.mayCall',
    'rule.mayMail',
    'email',
    'phone',
    'leadStatus',
    'sequenceName',
    'state',
    'lastActivity',
  ],
  sort: { field: 'name', descending: false },
};

const importPeople = (): void => openScreen(`${pathOf('exchange')}/import`);

/** The people of the book, with what PR-10 says of each. */
export function PeopleList() {
  const [open, setOpen] = useState<PersonLine | null>(null);
  const { openLead } = useOverlays();
  return (
    <>
      <RecordTable<PersonLine>
        list="people"
        title="People"
        one="person"
        many="people"
        start={start}
        load={(store, ask) => store.ask('people', ask)}
        cell={(line, field) =>
          field === 'rule.mayCall' ? (
            <May contact={line.call} what="called" />
          ) : field === 'rule.mayMail' ? (
            <May contact={line.mail} what="written to" />
          ) : undefined
        }
        onOpen={setOpen}
        empty={
          <EmptyState
            icon={<Users aria-hidden />}
            title="Nobody here yet"
            actions={<Button onClick={importPeople}>Import people</Button>}
          >
            Import a list of people, or add them in the panel of an account.
          </EmptyState>
        }
      >
        <Button variant="quiet" onClick={openLead}>
          Who works this lead?
        </Button>
        <Button onClick={importPeople}>Import people</Button>
      </RecordTable>
      {open !== null && (
        <ProspectDialog
          accountId={open.accountId}
          prospect={{ ...open.values, id: open.id } as Prospect}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

const tones = { allowed: 'good', refused: 'danger', ask: 'warn' } as const;
const words = { allowed: 'Yes', refused: 'No', ask: 'Ask first' } as const;

/** PR-10 with its reason. */
function May({ contact, what }: { readonly contact: PersonLine['call']; readonly what: string }) {
  const reason = say(contact.receipt.said);
  const { outcome } = contact;
  return (
    <Tooltip content={reason}>
      <span tabIndex={0} className="record-may">
        <Badge tone={tones[outcome]}>{words[outcome]}</Badge>
        <span className="visually-hidden">
          {` (may be ${what}): `}
          {reason}
        </span>
      </span>
    </Tooltip>
  );
}
