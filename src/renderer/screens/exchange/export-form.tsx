import { useEffect, useRef, useState } from 'react';
import { presets, type PresetName } from '../../../shared/exchange/presets.ts';
import { separators, type CsvStyle, type Separator } from '../../../shared/exchange/write-csv.ts';
import { label, say } from '../../../shared/rule-book/messages.ts';
import { download } from '../../app/download.ts';
import { RuleLink } from '../../app/rule-link.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { RadioList, type RadioOption } from '../../components/radio-list.tsx';
import { Select } from '../../components/select.tsx';
import { useExchange } from './use-exchange.ts';
import { separatorNames } from './words.ts';

interface Counted {
  readonly accounts: number;
  readonly publicSector: number;
}

/** What was counted, and of what. */
interface Known {
  readonly ids: readonly string[] | null;
  readonly preset: PresetName;
  readonly counted: Counted;
}

type Writing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number; readonly cancel: () => void }
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'failed'; readonly words: string };

const cellOptions: readonly RadioOption<CsvStyle['cells']>[] = [
  {
    value: 'safe',
    label: 'Safe for spreadsheets',
    hint: 'Cells that begin with =, +, - or @ get an apostrophe, so that no spreadsheet runs them. An import into Groundwork takes it back.',
  },
  {
    value: 'raw',
    label: 'Raw, for machines',
    hint: 'Every cell exactly as it is. For programs only: opened in a spreadsheet, such a cell runs as a formula.',
  },
];

/** What to export and how; `ids` `null` = all accounts. */
export function ExportForm({ ids }: { readonly ids: readonly string[] | null }) {
  const { client } = useExchange();
  const { through, territories } = useStoreStatus();
  const [wish, setWish] = useState<PresetName>('account-research-fields');
  // The mapping is about no account: it is offered where no accounts were chosen.
  const offered = presets.filter(
    ({ name }) => name !== 'territory-mapping' || (ids === null && territories.length > 0),
  );
  const preset = offered.some(({ name }) => name === wish) ? wish : 'account-research-fields';
  const [style, setStyle] = useState<CsvStyle>({ separator: ',', cells: 'safe' });
  const [publicSector, setPublicSector] = useState(false);
  const [known, setKnown] = useState<Known | null>(null);
  // What was counted of other accounts, or for another file, says nothing of these.
  const counted = known?.ids === ids && known.preset === preset ? known.counted : null;
  const [writing, setWriting] = useState<Writing>({ kind: 'idle' });
  const button = useRef<HTMLButtonElement>(null);

  const ended = writing.kind === 'done' || writing.kind === 'failed';
  useEffect(() => {
    // "Cancel" stood in the button's place while the file was written, and took focus with it.
    if (ended && document.activeElement === document.body) button.current?.focus();
  }, [ended]);

  useEffect(() => {
    let current = true;
    void client.countExport({ ids, preset }).then((found) => {
      if (current) setKnown({ ids, preset, counted: found });
    });
    return () => {
      current = false;
    };
  }, [client, ids, preset, through]);

  const write = async (): Promise<void> => {
    const controller = new AbortController();
    const running = { kind: 'running', cancel: () => controller.abort() } as const;
    setWriting({ ...running, done: 0, of: 0 });
    const answer = await client.export(
      { preset, style, ids, publicSector },
      { signal: controller.signal, onProgress: (done, of) => setWriting({ ...running, done, of }) },
    );
    if (!answer.ok) {
      setWriting({ kind: 'failed', words: say(answer.error) });
      return;
    }
    const { blob, name, accounts, leftOut } = answer.value;
    download(blob, name);
    const without = leftOut > 0 ? ` ${count(leftOut, 'public-sector account')} left out.` : '';
    const what = count(accounts, isMapping ? 'row' : 'account');
    setWriting({ kind: 'done', words: `Exported ${what} to ${name}.${without}` });
  };

  const isMapping = preset === 'territory-mapping';
  const going = counted === null ? 0 : counted.accounts - (publicSector ? 0 : counted.publicSector);
  return (
    <div className="stack export-form">
      <Select<PresetName>
        label="What"
        value={preset}
        options={offered.map(({ name, title }) => ({ value: name, label: title }))}
        hint={presets.find(({ name }) => name === preset)?.purpose}
        onValueChange={setWish}
      />
      <Select<Separator>
        label="Separator"
        value={style.separator}
        options={separators.map((value) => ({ value, label: separatorNames[value] }))}
        hint="Excel in German, French and other regions wants the semicolon."
        onValueChange={(separator) => setStyle({ ...style, separator })}
      />
      <RadioList<CsvStyle['cells']>
        legend="Cells that look like formulas"
        options={cellOptions}
        value={style.cells}
        onValueChange={(cells) => setStyle({ ...style, cells })}
      />
      {counted !== null && counted.publicSector > 0 && !isMapping && (
        <div className="stack notice">
          <p>
            {count(counted.publicSector, 'public-sector account')} {counted.publicSector === 1 ? 'is' : 'are'}{' '}
            among them and left out of shared files (<RuleLink id="EX-7" />
            ), unless you confirm.
          </p>
          <Checkbox
            label="Include them"
            tabIndex={0}
            checked={publicSector}
            onCheckedChange={setPublicSector}
          />
        </div>
      )}
      {preset === 'segment-review' && counted?.accounts === 0 && (
        <p className="muted">{say(label('exchange.export.no-review'))}</p>
      )}
      {writing.kind === 'failed' && (
        <p role="alert" className="notice notice-danger">
          {writing.words}
        </p>
      )}
      {writing.kind === 'running' ? (
        <div className="stack">
          <ProgressBar label="Writing the file" done={writing.done} of={writing.of} />
          <div>
            <Button onClick={writing.cancel}>Cancel</Button>
          </div>
        </div>
      ) : (
        <div className="cluster">
          <Button
            ref={button}
            variant="primary"
            disabled={going === 0 && !isMapping}
            onClick={() => void write()}
          >
            {isMapping
              ? 'Export the mapping'
              : counted === null
                ? 'Counting…'
                : `Export ${count(going, 'account')}`}
          </Button>
        </div>
      )}
      <p role="status">{writing.kind === 'done' ? writing.words : ''}</p>
    </div>
  );
}
