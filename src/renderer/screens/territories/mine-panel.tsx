import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import type { Decided } from '../../../shared/rule-book/receipt.ts';
import { readCompanyQuery, type CompanyQuery } from '../../../shared/territories/company-query.ts';
import type { MineAnswer } from '../../../shared/territories/is-it-mine.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { ReceiptView } from '../../app/receipts/receipt-view.tsx';
import { useStore } from '../../app/store-context.tsx';
import { count } from '../../app/words.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useExchange } from '../exchange/use-exchange.ts';
import { AccountLink } from '../../app/account-link.tsx';
import './mine-panel.css';

interface Asked {
  readonly query: CompanyQuery;
  readonly answer: Decided<MineAnswer>;
}

interface Result {
  readonly asked: readonly Asked[];
  /** Rows of a dropped list that could not be read. */
  readonly refused: number;
}

/** Companies asked about between two breaths; answers shown at once. */
const portion = 200;
const most = 100;

const tones = { mine: 'good', 'someone else’s': 'neutral', 'nobody’s': 'accent', unclear: 'warn' } as const;
const verdicts = {
  mine: 'Mine',
  'someone else’s': 'Someone else’s',
  'nobody’s': 'Nobody’s',
  unclear: 'Unclear',
} as const;

/** TER-9: paste companies or drop a list, and see whose each one is and why. */
export function MinePanel() {
  const store = useStore();
  const { client } = useExchange();
  const [text, setText] = useState('');
  const [result, setResult] = useState<Result | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [limit, setLimit] = useState(most);

  const ask = async (queries: readonly CompanyQuery[], refused: number): Promise<void> => {
    setBusy(true);
    setError(null);
    setLimit(most);
    const asked: Asked[] = [];
    for (let start = 0; start < queries.length; start += portion) {
      const companies = queries.slice(start, start + portion);
      const answers = await store.ask('mine', { companies });
      companies.forEach((query, at) => {
        const answer = answers[at];
        if (answer) asked.push({ query, answer });
      });
    }
    setResult({ asked, refused });
    setBusy(false);
  };
  const drop = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (!file) return;
    setBusy(true);
    const read = await client.readCompanies(file);
    if (read.ok) await ask(read.value.companies, read.value.refused);
    else setError(say(read.error));
    setBusy(false);
  };
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  return (
    <div className="mine scroll" tabIndex={0} role="region" aria-label="Is this mine?">
      <div className="stack mine-ask">
        <TextArea
          label="A company on each line"
          rows={6}
          value={text}
          hint="Name first, then what you know, in any order: “Acme Corp, acme.com, Austin, TX 78701, United States, 1,200 employees”."
          onValueChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && lines.length > 0)
              void ask(lines.map(readCompanyQuery), 0);
          }}
        />
        <div>
          <Button
            variant="primary"
            disabled={busy || lines.length === 0}
            onClick={() => void ask(lines.map(readCompanyQuery), 0)}
          >
            {busy
              ? 'Looking…'
              : lines.length > 1
                ? `Ask about ${count(lines.length, 'company', 'companies')}`
                : 'Is this mine?'}
          </Button>
        </div>
        <FileDrop
          label="List of companies"
          accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
          button="Choose a list"
          onFiles={(files) => void drop(files)}
        >
          Or drop a list. It is only read: nothing is imported.
        </FileDrop>
        {error !== null && (
          <p role="alert" className="notice notice-danger">
            {error}
          </p>
        )}
      </div>
      <div className="stack mine-answers" aria-busy={busy}>
        <p role="status" className="muted">
          {result === null ? 'Answers appear here.' : sumOf(result)}
        </p>
        <ul className="mine-list">
          {result?.asked.slice(0, limit).map((it, at) => (
            <Answer key={at} asked={it} />
          ))}
        </ul>
        {result && result.asked.length > limit && (
          <div>
            <Button onClick={() => setLimit(limit + most)}>Show more</Button>
          </div>
        )}
      </div>
    </div>
  );
}

function sumOf({ asked, refused }: Result): string {
  const by = Map.groupBy(asked, ({ answer }) => answer.outcome.verdict);
  const parts = (['mine', 'someone else’s', 'nobody’s', 'unclear'] as const).flatMap((verdict) => {
    const n = by.get(verdict)?.length ?? 0;
    return n === 0 ? [] : [`${n.toLocaleString()} ${verdict}`];
  });
  const left = refused > 0 ? ` ${count(refused, 'row')} could not be read.` : '';
  return `${count(asked.length, 'company', 'companies')}: ${parts.join(', ')}.${left}`;
}

function Answer({ asked: { query, answer } }: { readonly asked: Asked }) {
  const { outcome, receipt } = answer;
  const { verdict, bdr, aes, territory, duplicates } = outcome;
  const name = query.name ?? query.website ?? query.mail ?? 'No name';
  const code = territory.outcome.kind === 'territory' ? territory.outcome.code : '';
  return (
    <li className="mine-answer">
      <div className="cluster">
        <Badge tone={tones[verdict]}>{verdicts[verdict]}</Badge>
        <strong>{name}</strong>
      </div>
      <p>
        <RuleWords text={say(receipt.said)} />
      </p>
      <p className="muted small">
        {[
          code === '' ? 'No territory' : `Territory ${code}`,
          bdr === '' ? 'no BDR' : `BDR ${bdr}`,
          aes.length === 0 ? 'no AE' : `AE ${aes.join(', ')}`,
        ].join(' · ')}
      </p>
      {duplicates.length > 0 && (
        <p className="small">
          In the book:{' '}
          {duplicates.slice(0, 5).map((it) => (
            <span key={it.id} className="mine-duplicate">
              <AccountLink id={it.id} name={it.name} />{' '}
              <span className="muted">
                ({it.reasons.map(({ by, value }) => `${by} ${value}`).join(', ')})
              </span>
            </span>
          ))}
          {duplicates.length > 5 && <span className="muted">and {duplicates.length - 5} more</span>}
        </p>
      )}
      <details>
        <summary>Why</summary>
        <ReceiptView receipt={receipt} />
      </details>
    </li>
  );
}
