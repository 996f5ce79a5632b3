import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printSeed, runs } from '../../builders/random.ts';
import { addUp, applied, fileOf, memoryStore, sessionOn, suggested } from './memory-store.ts';

const seed = printSeed('row accounting');

/** Cells that make rows meet, differ, break and vanish. */
const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Acme',
      'Brix',
      'Acme Inc',
      'acme.com',
      'brix.com',
      '12',
      '-5',
      'US',
      'France',
      '1',
      '2',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', ' ', 'N/A', '"', '"x', 'a"b', '""', 'x\ny', '\r', '=1', "'=1", '\t'),
  },
  { weight: 1, arbitrary: fc.string() },
);
const headers = [
  'CRM id',
  'Account Name',
  'Website',
  'Employees',
  'Billing Country',
  'Parent Account',
  'BDR Prospecting Status',
  'Note',
  'Note',
  '',
];
const line = fc.array(cell, { maxLength: 11 }).map((cells) => cells.join(','));
const file = fc
  .tuple(
    fc.subarray(headers, { minLength: 1 }),
    fc.array(line, { maxLength: 25 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([columns, lines, end]) => [columns.join(','), ...lines].join(end));

const bookFile =
  'CRM id,Account Name,Website,Employees,Billing Country\n1,Acme,acme.com,12,US\n2,Brix,brix.com,,\n,Acme,,,France\n';

describe('EX-2: row accounting', () => {
  it(
    'adds up for any file, by any decisions, and a second import changes nothing',
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          file,
          fc.constantFrom('new', 'skip', 'first', null),
          fc.boolean(),
          async (csv, choice, withBook) => {
            const store = memoryStore({ settings: { bdr: 'Pat' } });
            if (withBook) await importing(store, bookFile, null);
            const first = await importing(store, csv, choice);
            if (first === null) return;
            const before = store.changeSets.length;
            const second = await importing(store, csv, null);
            // What was left open, or decided by a person, is not in the file: the book may decide it next time.
            if (choice !== null || first.counts.undecided > 0) return;
            expect(second?.counts).toMatchObject({ new: 0, changed: 0, read: first.counts.read });
            expect(store.changeSets.length).toBe(before);
          },
        ),
        { seed, numRuns: runs(400) },
      );
    },
  );
});

/** `null` when the file or its columns were refused. */
async function importing(
  store: ReturnType<typeof memoryStore>,
  csv: string,
  choice: 'new' | 'skip' | 'first' | null,
): Promise<Awaited<ReturnType<typeof applied>> | null> {
  const session = sessionOn(store);
  const report = await session.inspect(fileOf(csv), {}, {});
  if (!report.ok) return null;
  const plan = await session.setMapping(suggested(report.value));
  if (!plan.ok) return null;
  addUp(plan.value);
  expect(plan.value.counts.read).toBe(report.value.rows);
  if (choice !== null) {
    const decided = session.decideAll(choice);
    addUp(decided);
    expect(decided.counts.undecided).toBe(0);
  }
  return applied(session);
}
