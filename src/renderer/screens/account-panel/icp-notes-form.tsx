import type { Account } from '../../../shared/accounts/account.ts';
import {
  icpParts,
  icpPartWords,
  tidyNote,
  type IcpNotes,
  type IcpPart,
} from '../../../shared/accounts/icp-notes.ts';
import { readIcpNotes, writeIcpNotes } from '../../../shared/accounts/icp-notes-text.ts';
import { RuleLink } from '../../app/rule-link.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { CommittedArea } from './committed-area.tsx';

/**
 * PR-1: the six parts as a form, and the text of Account Research that they stand in; each is edited, the other
 * follows. What stands in the text outside the block is never touched by the form.
 * @param draft what is known already, for parts that are blank
 */
export function IcpNotesForm({ account, draft }: { readonly account: Account; readonly draft: IcpNotes }) {
  const run = useRunCommand();
  const research = account.accountResearch;
  const notes = readIcpNotes(research);
  const write = (text: string): void => {
    void run({
      kind: 'editAccounts',
      ids: [account.id],
      patch: { accountResearch: text.trim() === '' ? null : text },
    });
  };
  const take = (parts: readonly IcpPart[]): void =>
    write(
      writeIcpNotes(research, { ...notes, ...Object.fromEntries(parts.map((part) => [part, draft[part]])) }),
    );
  const proposed = icpParts.filter((part) => notes[part] === '' && tidyNote(draft[part]) !== '');
  return (
    <section className="panel-group" aria-label="ICP notes">
      <div className="panel-group-head">
        <h3>
          ICP notes <RuleLink id="PR-1" />
        </h3>
        {proposed.length > 1 && (
          <Button size="small" variant="quiet" onClick={() => take(proposed)}>
            Take {count(proposed.length, 'draft')}
          </Button>
        )}
      </div>
      <div className="icp-form">
        {icpParts.map((part) => (
          <div key={part}>
            <CommittedArea
              label={icpPartWords[part]}
              text={notes[part]}
              placeholder="Not looked at yet; “None” is an answer"
              onCommit={(text) => write(writeIcpNotes(research, { ...notes, [part]: text }))}
            />
            {proposed.includes(part) && (
              <p className="icp-draft">
                <span className="truncate">Known: {tidyNote(draft[part]).replaceAll('\n', ' · ')}</span>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Take over the draft for ${icpPartWords[part]}`}
                  onClick={() => take([part])}
                >
                  Take over
                </Button>
              </p>
            )}
          </div>
        ))}
        <CommittedArea label="Account Research, as text" text={research ?? ''} rows={6} onCommit={write} />
      </div>
    </section>
  );
}
