import { useId, useState } from 'react';
import { AccountLink } from '../../app/account-link.tsx';
import { RuleWords } from '../../app/rule-link.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { count, dayText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';

/** Accounts named at first, and with each further press. */
const portion = 25;

/** AW-11: what the weekly review returned, by name, to be taken back or put away. Nothing where nothing is left to tell. */
export function ReviewSection() {
  const review = useAnswer('weeklyReview', null);
  const run = useRunCommand();
  const headingId = useId();
  const [shown, setShown] = useState(portion);
  if (review === null) return null;
  const { accounts, on } = review;
  const left = accounts.length - shown;
  const leave = (kind: 'takeBackReview' | 'dismissReview'): void => {
    void run({ kind }, { tell: kind === 'takeBackReview' }).then(() => {
      // The buttons went with the section.
      document.querySelector<HTMLElement>('.today-head h1')?.focus();
    });
  };
  return (
    <section className="today-review" aria-labelledby={headingId}>
      <div className="inbox-group-head">
        <h2 id={headingId}>
          Weekly review <span className="inbox-group-count">{accounts.length.toLocaleString()}</span>
        </h2>
        <p className="faint small truncate">
          <RuleWords
            text={`${count(accounts.length, 'account')} went back to Queued on ${dayText(on)}: due back (AW-11).`}
          />
        </p>
        <Button size="small" onClick={() => leave('takeBackReview')}>
          Take back
        </Button>
        <Button size="small" variant="quiet" onClick={() => leave('dismissReview')}>
          Dismiss
        </Button>
      </div>
      <ul className="today-review-accounts">
        {accounts.slice(0, shown).map(({ id, name }) => (
          <li key={id}>
            <AccountLink id={id} name={name} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button variant="quiet" size="small" onClick={() => setShown(shown + portion)}>
          Show more, {left.toLocaleString()} are left
        </Button>
      )}
    </section>
  );
}
