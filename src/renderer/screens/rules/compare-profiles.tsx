import { useState } from 'react';
import type { Mover } from '../../../shared/priorities/compare-profiles.ts';
import { AccountLink } from '../../app/account-link.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { usePages } from '../../app/use-pages.ts';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import type { KnownProfile, ProfilesCompared } from '../../store/questions/questions.ts';
import { suggestedName } from './impact-lines.ts';

/** The default profile has no id; a list of choices needs a word for it. */
const keyOf = (id: string | null): string => id ?? 'default';

/** PR-3: who would move if the whole book were scored by this profile instead of another one. */
export function CompareProfiles({
  profiles,
  current,
}: {
  readonly profiles: readonly KnownProfile[];
  readonly current: KnownProfile;
}) {
  const others = profiles.filter(({ id }) => id !== current.id);
  const [picked, setPicked] = useState<string | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const other =
    others.find(({ id }) => keyOf(id) === picked) ?? others.find(({ isUsed }) => isUsed) ?? others[0];
  if (other === undefined) {
    return <p className="muted">Copy or import a profile to compare two of them on the whole book.</p>;
  }
  return (
    <section className="profile-compare" aria-label="Compare two profiles">
      <h3>Who would move</h3>
      <div className="cluster form-line">
        <Select
          label="From the profile"
          value={keyOf(other.id)}
          options={others.map(({ id, profile }) => ({ value: keyOf(id), label: profile.name }))}
          onValueChange={setPicked}
        />
        <p className="profile-compare-to">to “{current.profile.name}”</p>
        {!isAsked && <Button onClick={() => setIsAsked(true)}>Compare on the whole book</Button>}
      </div>
      {isAsked && <Compared key={keyOf(other.id)} from={other} to={current} />}
    </section>
  );
}

function Compared({ from, to }: { readonly from: KnownProfile; readonly to: KnownProfile }) {
  const answer = useAnswer('compareProfiles', { from: from.profile, to: to.profile });
  if (answer === null) {
    return (
      <p className="muted" role="status">
        Scoring the book with both…
      </p>
    );
  }
  const { movers, accounts } = answer;
  return (
    <>
      <p role="status">
        {movers === 0
          ? `None of ${count(accounts, 'account')} would be suggested another Priority.`
          : `${count(movers, 'account')} of ${accounts.toLocaleString()} would be suggested another Priority.`}
      </p>
      <Counts answer={answer} from={from.profile.name} to={to.profile.name} />
      {movers > 0 && <Movers from={from} to={to} total={movers} />}
    </>
  );
}

function Movers({
  from,
  to,
  total,
}: {
  readonly from: KnownProfile;
  readonly to: KnownProfile;
  readonly total: number;
}) {
  const between = { from: from.profile, to: to.profile };
  const pages = usePages<Mover>(JSON.stringify(between), async (store, offset, limit) => ({
    total,
    rows: await store.ask('profileMovers', { ...between, offset, limit }),
  }));
  return (
    <div className="profile-movers">
      <VirtualTable<Mover>
        label="Accounts that would move"
        columns={columns}
        total={total}
        rowAt={pages.rowAt}
        onWindow={pages.show}
        minWidth={480}
      />
    </div>
  );
}

const columns: readonly VirtualColumn<Mover>[] = [
  {
    key: 'name',
    label: 'Account',
    track: 'minmax(160px, 1fr)',
    cell: ({ id, name }) => <AccountLink id={id} name={name} />,
  },
  {
    key: 'score',
    label: 'Score',
    track: '96px',
    end: true,
    cell: ({ score }) => `${score.from} → ${score.to}`,
  },
  {
    key: 'priority',
    label: 'Suggested',
    track: '210px',
    cell: ({ priority }) => `${suggestedName(priority.from)} → ${suggestedName(priority.to)}`,
  },
];

const priorities = [1, 2, 3, 'none'] as const;

function Counts({
  answer,
  from,
  to,
}: {
  readonly answer: ProfilesCompared;
  readonly from: string;
  readonly to: string;
}) {
  return (
    <table className="profile-counts">
      <caption className="visually-hidden">Accounts by suggested Priority</caption>
      <thead>
        <tr>
          <th scope="col">Profile</th>
          {priorities.map((priority) => (
            <th key={priority} scope="col">
              {suggestedName(priority === 'none' ? null : priority)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[
          { name: from, counts: answer.from },
          { name: to, counts: answer.to },
        ].map(({ name, counts }, at) => (
          <tr key={at}>
            <th scope="row">{name}</th>
            {priorities.map((priority) => (
              <td key={priority}>{counts[priority].toLocaleString()}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
