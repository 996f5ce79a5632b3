import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Account } from '../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../src/shared/clock.ts';
import type { MappingRow } from '../../../src/shared/territories/mapping.ts';
import { MappingIndex } from '../../../src/shared/territories/mapping-index.ts';
import { Book } from '../../../src/renderer/store/book/book.ts';
import { factsOf } from '../../../src/renderer/store/book/facts.ts';
import { decisionContext, type DecisionContext } from '../../../src/renderer/store/decisions/context.ts';
import { decideRecord } from '../../../src/renderer/store/decisions/record-decision.ts';
import { buildAccounts } from '../../builders/accounts.ts';
import { sizes, type Bench } from '../bench.ts';
import type { JobResult, Measure } from '../result.ts';

const of = { bdr: 'Ada', today: '2026-11-23' as IsoDate };

/** Accounts that are edited one after another in a round. */
const edits = 200;

/** As many as the store re-decides between two turns of others. */
const portion = 1000;

const plainRow = (code: string, part: Partial<MappingRow>): MappingRow => ({
  code,
  segments: [],
  languages: [],
  countries: [],
  states: [],
  postalPrefixes: [],
  namedAccounts: [],
  motion: 'any',
  aes: [],
  ...part,
});

/** A territory for each of so many US states and countries, worked by one of a few BDRs. */
function mappingOf(name: string): { readonly id: string; readonly index: MappingIndex } {
  const bdrs = ['Ada', 'Bob', 'Cem'];
  const rows = [
    ...['CA', 'NY', 'TX', 'WA', 'IL', 'MA'].map((state) => ({ states: [{ country: 'US', state }] })),
    ...['US', 'DE', 'GB', 'FR', 'CA', 'NL', 'ES', 'IT', 'JP', 'AU'].map((country) => ({
      countries: [country],
    })),
  ].map((part, at) => plainRow(`${name}${at}`, { ...part, bdr: bdrs[at % bdrs.length] ?? 'Ada' }));
  return { id: name, index: new MappingIndex(rows) };
}

/**
 * The book decided by every rule, in plain Node over the same code that runs in the store's worker: all of it
 * by another mapping, every record by another profile or day, and single edits. The floor is a plain pass that
 * copies every row.
 */
export async function decideJob(bench: Bench): Promise<JobResult> {
  const { large: rows } = sizes(bench.quick);
  const accounts = buildAccounts(rows, 20_260_316, { hierarchies: { share: 0.2, maxDepth: 3 } });
  const heapBefore = heapNow();
  const contexts = ['A', 'B'].map((name) => decisionContext({ ...of, mapping: mappingOf(name) }));
  const [first, second] = contexts;
  if (!first || !second) throw new Error('There are two mappings.');
  const book = bookOf(accounts, first);
  const heap = (heapNow() - heapBefore) / 1_048_576;

  const whole: number[] = [];
  const records: number[] = [];
  const single: number[] = [];
  const passes: number[] = [];
  let decisions = 0;
  let expectedDecisions = 0;
  const rounds = bench.rounds(7);
  for (let round = 0; round < rounds; round += 1) {
    const context = round % 2 === 0 ? second : first;
    await bench.shuffled([
      () => timed(whole, () => (decisions += redecide(book, context))),
      () => timed(records, () => decideRecords(accounts, context)),
      () => timed(passes, () => copyRows(book)),
      () =>
        timed(single, () => {
          for (let at = 0; at < edits; at += 1) {
            const account = accounts[(round * edits + at * 37) % accounts.length];
            if (!account) continue;
            expectedDecisions += book.familyOf(account.id).length;
            decisions += edit(book, account, round);
          }
        }),
    ]);
    expectedDecisions += rows;
    bench.log(
      `  decide, round ${round + 1}: whole ${last(whole)}, records ${last(records)}, pass ${last(passes)}`,
    );
  }
  const floorIs = 'a plain pass over the book that copies every row';
  const shared = { floor: passes, floorIs, target: { kind: 'none' } } as const;
  const measures: Measure[] = [
    { ...shared, job: 'whole book re-decided by another mapping', unit: 'ms', ours: whole },
    { ...shared, job: 'every record scored, its clocks read', unit: 'ms', ours: records },
    {
      ...shared,
      job: `one edit decided (mean of ${edits})`,
      unit: 'ms',
      ours: single.map((ms) => ms / edits),
    },
    {
      job: 'memory of the decided book',
      unit: 'MB',
      ours: [heap],
      floor: [(JSON.stringify(accounts).length * 2) / 1_048_576],
      floorIs: 'the accounts as text, two bytes a character',
      target: { kind: 'none' },
    },
  ];
  const outcomes = [...book.slots()].filter((slot) => book.rowAt(slot)?.decided !== undefined).length;
  return {
    measures,
    counts: [
      { what: 'accounts with a decision', expected: rows, found: outcomes },
      {
        what: 'decisions made: the book once a round, and the families of edits',
        expected: expectedDecisions,
        found: decisions,
      },
    ],
  };
}

function bookOf(accounts: readonly Account[], context: DecisionContext): Book {
  const book = new Book(context);
  for (const account of accounts) {
    book.put(factsOf(account, context.rules));
    book.setRecord(account.id, decideRecord({ account, prospects: [], opportunities: [] }, context));
  }
  book.settle();
  return book;
}

/** @returns how many decisions it took */
function redecide(book: Book, context: DecisionContext): number {
  const before = book.decisionsMade;
  book.setContext(context);
  while (book.unsettled) book.settleMore(portion);
  return book.decisionsMade - before;
}

function decideRecords(accounts: readonly Account[], context: DecisionContext): number {
  let scored = 0;
  for (const account of accounts) {
    const { score } = decideRecord({ account, prospects: [], opportunities: [] }, context);
    if (score !== null) scored += 1;
  }
  return scored;
}

function edit(book: Book, account: Account, round: number): number {
  const before = book.decisionsMade;
  const edited = { ...account, bdrNextStep: `Call about round ${round}` };
  book.put(factsOf(edited, book.context.rules));
  book.setRecord(
    account.id,
    decideRecord({ account: edited, prospects: [], opportunities: [] }, book.context),
  );
  book.settle();
  return book.decisionsMade - before;
}

function copyRows(book: Book): number {
  const copies = [];
  for (const slot of book.slots()) copies.push({ ...book.rowAt(slot) });
  return copies.length;
}

function timed(into: number[], work: () => unknown): Promise<void> {
  const begun = performance.now();
  work();
  into.push(performance.now() - begun);
  return Promise.resolve();
}

const last = (values: readonly number[]): string => `${(values.at(-1) ?? 0).toFixed(0)} ms`;

/** Bytes in use once nothing unused is left. */
function heapNow(): number {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
