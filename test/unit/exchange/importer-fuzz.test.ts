import { describe, expect, it } from 'vitest';
import type { ColumnMapping, Mapping } from '../../../src/shared/exchange/columns.ts';
import type { RowKind } from '../../../src/shared/exchange/plan.ts';
import type { PreviewRow } from '../../../src/shared/exchange/preview.ts';
import { buildList, type GeneratedList } from '../../builders/build-list.ts';
import { encodings, fitsWindows1252 } from '../../builders/encode.ts';
import { listNames } from '../../builders/lists/index.ts';
import { printSeed, runs, seededRandom } from '../../builders/random.ts';
import {
  addUp,
  applied,
  fileOf,
  inspected,
  memoryStore,
  planned,
  sessionOn,
  suggested,
} from './memory-store.ts';

const seed = printSeed('importer fuzz');
const random = seededRandom(seed);

/** Kinds of damage after which a row must not come in. */
const fatal = new Set([
  'negative employees',
  'absurd employees',
  'unreadable employees',
  'blank name',
  'over-long cell',
  'long row',
]);

const kinds: readonly RowKind[] = [
  'new',
  'changed',
  'identical',
  'merged',
  'skipped',
  'undecided',
  'refused',
];

/** The list's own mapping where the suggestion differs only by knowing more than the generator claims. */
function agreed(list: GeneratedList, mapping: Mapping): Mapping {
  return mapping.map((column, at): ColumnMapping => {
    const key = list.mapping[at];
    const label = list.headers[at] === '' ? `Column ${at + 1}` : (list.headers[at] ?? '');
    if (key !== null) return column;
    return column.target.kind === 'custom' ? column : { target: { kind: 'custom', label } };
  });
}

function lists(name: (typeof listNames)[number], round: number): GeneratedList {
  const draw = random.fork(`${name} ${round}`);
  const listSeed = draw.int(0, 0xffff_ffff);
  return buildList(name, 250, listSeed, {
    encoding: draw.pick(encodings),
    shuffleColumns: true,
    renameHeaders: true,
    delimiter: draw.pick([',', ';', '\t', '|']),
    lineEnding: draw.pick(['\n', '\r\n'] as const),
    damage: { share: 0.01 },
  });
}

describe(
  'any list, shuffled, renamed, in any encoding, 1 % of its cells damaged',
  { timeout: 600_000 },
  () => {
    for (const name of listNames) {
      it(name, async () => {
        for (let round = 0; round < runs(3); round += 1) await importAndCompare(lists(name, round));
      });
    }
  },
);

async function importAndCompare(list: GeneratedList): Promise<void> {
  const what = `${list.shape} with seed ${list.seed}`;
  const file = fileOf(list.encode());
  const store = memoryStore();
  const session = sessionOn(store);
  const report = await inspected(session, file);
  const expected = list.encoding === 'utf-8-bom' ? 'utf-8' : list.encoding;
  // Text without a letter beyond ASCII is the same in both.
  if (!(list.encoding === 'windows-1252' && /^[\0-\x7f]*$/.test(list.csvText)))
    expect(report.encoding, what).toBe(expected);

  // The header was renamed and the columns shuffled: the field must be found all the same.
  suggested(report).forEach(({ target }, at) => {
    const key = list.mapping[at];
    if (key !== null)
      expect(`${list.headers[at]} ${target.kind === 'field' ? target.key : ''}`, what).toBe(
        `${list.headers[at]} ${key}`,
      );
  });

  const mapping = agreed(list, suggested(report));
  const plan = await planned(session, file, mapping);
  addUp(plan);
  expect(plan.counts.read, what).toBe(list.rows.length + list.footer.length);
  expect(plan.footerRows, what).toBe(list.footer.length);

  const rows = new Map<number, PreviewRow>();
  for (const kind of kinds) for (const row of session.page(kind, 0, 10_000).rows) rows.set(row.index, row);
  expect(rows.size, what).toBe(plan.counts.read);
  list.damage.forEach(({ row, column, kind }) => {
    const outcome = rows.get(row);
    if (kind === 'short row') {
      // Cut off before its name; a row that has nothing left is a blank line.
      const left = (list.rows[row] ?? []).some((cell) => cell.trim() !== '');
      if (list.mapping.indexOf('name') >= column) {
        expect(outcome?.kind, `${what}: ${kind} in row ${row}`).toBe(left ? 'refused' : 'skipped');
      }
    } else if (fatal.has(kind)) expect(outcome?.kind, `${what}: ${kind} in row ${row}`).toBe('refused');
  });
  const damaged = new Map(list.damage.map((damage) => [damage.row, damage]));
  for (const [index, row] of rows) {
    if (row.kind === 'refused') expect(damaged.has(index), `${what}: row ${index} was sound`).toBe(true);
  }

  await applied(session);
  compare(list, mapping, rows, store.accounts(), what);
  const again = sessionOn(store);
  const second = await planned(again, file, mapping);
  expect(second.counts, what).toMatchObject({ new: 0, changed: 0 });
  expect((await applied(again)).n, what).toBeNull();
}

/** Every cell of every accepted row is what the generator says. */
function compare(
  list: GeneratedList,
  mapping: Mapping,
  rows: ReadonlyMap<number, PreviewRow>,
  accounts: ReturnType<ReturnType<typeof memoryStore>['accounts']>,
  what: string,
): void {
  const created = [...rows.values()].filter(({ kind }) => kind === 'new').sort((a, b) => a.index - b.index);
  expect(created.length, what).toBe(accounts.length);
  const hasMerged = [...rows.values()].some(({ kind }) => kind === 'merged');
  created.forEach((row, at) => {
    const account = accounts[at];
    const truth = list.truth[row.index];
    const damage = list.damage.find((it) => it.row === row.index);
    if (!account || !truth) throw new Error(`${what}: row ${row.index} is nowhere.`);
    list.headers.forEach((_header, column) => {
      if (damage && (damage.kind === 'short row' ? column >= damage.column : column === damage.column))
        return;
      const key = list.mapping[column] ?? null;
      const target = mapping[column]?.target;
      const got =
        key === null
          ? customValue(account, target?.kind === 'custom' ? target.label : '', list, column)
          : account[key];
      const want = key === null ? truth.custom.get(column) : truth.values[key];
      // A later row about the same account may fill what this one left blank.
      if (want === undefined && hasMerged) return;
      // A start date counts only beside its status, which a short row may have lost.
      if (key === 'stints' && account.status !== 'Actively Working') return;
      expect(got, `${what}: row ${row.index}, ${list.headers[column] ?? ''}`).toEqual(blankAware(want));
    });
  });
}

const customValue = (
  account: { readonly custom?: Record<string, string> | undefined },
  label: string,
  list: GeneratedList,
  column: number,
): string | undefined => {
  const slug = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  expect(slug, `${list.shape} column ${column}`).not.toBe('');
  return account.custom?.[slug];
};

/** Words that stand for "nothing known" are blank, whatever the generator drew them for. */
const blankAware = (value: unknown): unknown =>
  typeof value === 'string' && /^(?:not available|n\/a|none|null|-)$/i.test(value) ? undefined : value;

describe('the fuzz itself', () => {
  it.each(listNames)('draws lists like %s that Windows-1252 can write', (name) => {
    const options = { encoding: 'windows-1252', damage: { share: 0.05 }, renameHeaders: true } as const;
    for (let round = 0; round < runs(5); round += 1) {
      const list = buildList(
        name,
        100,
        random.fork(`${name} in windows-1252 ${round}`).int(0, 0xffff_ffff),
        options,
      );
      expect(fitsWindows1252(list.csvText), `${name} with seed ${list.seed}`).toBe(true);
    }
  });
});
