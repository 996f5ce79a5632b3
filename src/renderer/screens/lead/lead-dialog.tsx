import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { parseIsoDate, type IsoDate } from '../../../shared/clock.ts';
import type { Activity, OtherLead } from '../../../shared/lead-routing/lead-question.ts';
import { ReceiptView } from '../../app/receipts/receipt-view.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { AccountPicker } from '../../app/account-picker.tsx';
import './lead.css';

interface ActivityDraft {
  readonly on: string;
  readonly about: Activity['about'];
  readonly loggedInCrm: boolean;
}

interface OtherDraft {
  readonly owner: string;
  readonly status: OtherLead['status'];
  readonly mqlDate: string;
  readonly lastActivity: string;
  readonly nextTask: string;
}

const flags = [
  ['isQualifying', 'The lead is qualifying'],
  ['isInSequence', 'The lead is in a sequence'],
  ['isPartnerProspected', 'Partner prospecting flag (ROE-5)'],
  ['metAtJointPartnerEvent', 'Met at a joint partner event'],
] as const;
type Flag = (typeof flags)[number][0];

const dayOf = (text: string): IsoDate | undefined => parseIsoDate(text);

/** ROE-1 to ROE-6: who works a lead, with the path to the answer. Nothing is kept. */
export function LeadDialog({ onClose }: { readonly onClose: () => void }) {
  const [account, setAccount] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [mqlDate, setMqlDate] = useState('');
  const [currentOwner, setOwner] = useState('');
  const [held, setHeld] = useState<Readonly<Partial<Record<Flag, boolean>>>>({});
  const [activities, setActivities] = useState<readonly ActivityDraft[]>([]);
  const [others, setOthers] = useState<readonly OtherDraft[]>([]);
  const mql = dayOf(mqlDate);
  const answer = useAnswer('lead', {
    accountId: account?.id ?? null,
    currentOwner: currentOwner.trim(),
    ...(mql !== undefined && { mqlDate: mql }),
    isQualifying: held.isQualifying === true,
    isInSequence: held.isInSequence === true,
    isPartnerProspected: held.isPartnerProspected === true,
    metAtJointPartnerEvent: held.metAtJointPartnerEvent === true,
    activities: activities.flatMap((activity): Activity[] => {
      const on = dayOf(activity.on);
      return on === undefined ? [] : [{ ...activity, on }];
    }),
    otherLeads: others.flatMap((other): OtherLead[] => {
      if (other.owner.trim() === '') return [];
      const [asked, last, next] = [dayOf(other.mqlDate), dayOf(other.lastActivity), dayOf(other.nextTask)];
      return [
        {
          owner: other.owner.trim(),
          status: other.status,
          ...(asked !== undefined && { mqlDate: asked }),
          ...(last !== undefined && { lastActivity: last }),
          ...(next !== undefined && { nextTask: next }),
        },
      ];
    }),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      closesOnLink={false}
      size="large"
      title="Who works this lead?"
      description="ROE-1 to ROE-6. The answer follows while you fill in what you know; nothing is kept."
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="lead">
        <div className="stack">
          <AccountPicker label="Account of the lead" value={account} onValueChange={setAccount} />
          <div className="lead-pair">
            <TextField label="MQL date" type="date" value={mqlDate} onValueChange={setMqlDate} />
            <TextField label="Who has it now" value={currentOwner} onValueChange={setOwner} />
          </div>
          {flags.map(([flag, words]) => (
            <Checkbox
              key={flag}
              label={words}
              checked={held[flag] === true}
              onCheckedChange={(checked) => setHeld({ ...held, [flag]: checked })}
            />
          ))}
          <Group
            title="What was done at the account"
            add="Add an activity"
            onAdd={() => setActivities([...activities, { on: '', about: 'bdr', loggedInCrm: true }])}
          >
            {activities.map((activity, at) => {
              const put = (next: Partial<ActivityDraft>): void =>
                setActivities(
                  activities.map((other, index) => (index === at ? { ...other, ...next } : other)),
                );
              return (
                <div key={at} className="lead-line" role="group" aria-label={`Activity ${at + 1}`}>
                  <TextField
                    label={`Day of activity ${at + 1}`}
                    type="date"
                    value={activity.on}
                    onValueChange={(on) => put({ on })}
                  />
                  <Select<Activity['about']>
                    label="By or about"
                    value={activity.about}
                    options={[
                      { value: 'bdr', label: 'The BDR Assigned' },
                      { value: 'related lead', label: 'A related lead' },
                    ]}
                    onValueChange={(about) => put({ about })}
                  />
                  <Checkbox
                    label="In the CRM (ROE-6)"
                    checked={activity.loggedInCrm}
                    onCheckedChange={(loggedInCrm) => put({ loggedInCrm })}
                  />
                  <IconButton
                    size="small"
                    label={`Remove activity ${at + 1}`}
                    icon={<X aria-hidden />}
                    onClick={() => setActivities(activities.filter((_, index) => index !== at))}
                  />
                </div>
              );
            })}
          </Group>
          <Group
            title="Other leads of the account"
            add="Add a lead"
            onAdd={() =>
              setOthers([
                ...others,
                { owner: '', status: 'MQL', mqlDate: '', lastActivity: '', nextTask: '' },
              ])
            }
          >
            {others.map((other, at) => {
              const put = (next: Partial<OtherDraft>): void =>
                setOthers(others.map((one, index) => (index === at ? { ...one, ...next } : one)));
              return (
                <div key={at} className="lead-line" role="group" aria-label={`Lead ${at + 1}`}>
                  <TextField
                    label={`Owner of lead ${at + 1}`}
                    value={other.owner}
                    onValueChange={(owner) => put({ owner })}
                  />
                  <Select<OtherLead['status']>
                    label="Status"
                    value={other.status}
                    options={(['MQL', 'Accepted', 'Qualifying', 'other'] as const).map((value) => ({
                      value,
                      label: value === 'other' ? 'Another' : value,
                    }))}
                    onValueChange={(status) => put({ status })}
                  />
                  <TextField
                    label="MQL date"
                    type="date"
                    value={other.mqlDate}
                    onValueChange={(next) => put({ mqlDate: next })}
                  />
                  <TextField
                    label="Last activity"
                    type="date"
                    value={other.lastActivity}
                    onValueChange={(lastActivity) => put({ lastActivity })}
                  />
                  <TextField
                    label="Next task"
                    type="date"
                    value={other.nextTask}
                    onValueChange={(nextTask) => put({ nextTask })}
                  />
                  <IconButton
                    size="small"
                    label={`Remove lead ${at + 1}`}
                    icon={<X aria-hidden />}
                    onClick={() => setOthers(others.filter((_, index) => index !== at))}
                  />
                </div>
              );
            })}
          </Group>
        </div>
        <section className="lead-answer" aria-label="Answer" aria-live="polite">
          {answer !== null && <ReceiptView receipt={answer.receipt} />}
        </section>
      </div>
    </Dialog>
  );
}

function Group({
  title,
  add,
  onAdd,
  children,
}: {
  readonly title: string;
  readonly add: string;
  readonly onAdd: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <fieldset className="lead-group">
      <legend>{title}</legend>
      {children}
      <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onClick={onAdd}>
        {add}
      </Button>
    </fieldset>
  );
}
