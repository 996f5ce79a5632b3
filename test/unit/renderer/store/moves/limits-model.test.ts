import { expect, it } from 'vitest';
import type { Command } from '../../../../../src/renderer/store/api.ts';
import type { Segment, Status } from '../../../../../src/shared/accounts/account.ts';
import { statuses } from '../../../../../src/shared/accounts/account.ts';
import { printSeed, seededRandom, type SeededRandom } from '../../../../builders/random.ts';
import { tally } from '../../../../run/tally.ts';
import { MovesBook } from './moves-book.ts';

/** Small limits, so that they are met often. */
const limits = { Large: 2, 'Mid-Market': 3 } as const;
const isLong = process.env['GROUNDWORK_LONG'] === '1';
const books = isLong ? 60 : 8;
const steps = 150;

/** What the model knows of an account: just what AW-6 counts. */
interface ModelAccount {
  readonly status: Status;
  readonly segment: Segment;
}
type Model = ReadonlyMap<string, ModelAccount>;

const segmentOf = (employees: number): Segment =>
  employees >= 2000 ? 'Large' : employees >= 100 ? 'Mid-Market' : 'SMB';

const used = (model: Model, segment: Segment): number =>
  [...model.values()].filter((it) => it.status === 'Actively Working' && it.segment === segment).length;

/** The moves of the domain, written down anew: from, to. */
const paths: Readonly<Record<Status, readonly Status[]>> = {
  '': ['Queued', 'Actively Working', 'Restricted'],
  Queued: ['', 'Actively Working', 'Restricted'],
  'Actively Working': ['Queued', 'Worked in FY', 'Restricted'],
  'Worked in FY': ['Queued', 'Actively Working', 'Restricted'],
  Restricted: ['Queued'],
};

const fits = (model: Model, id: string, to: Status): boolean => {
  const account = model.get(id);
  if (!account) return false;
  if (account.status === to) return true;
  if (!paths[account.status].includes(to)) return false;
  if (to !== 'Actively Working' || account.segment === 'SMB') return true;
  return used(model, account.segment) < limits[account.segment];
};

const withStatus = (model: Model, id: string, status: Status): Model => {
  const account = model.get(id);
  return account ? new Map([...model, [id, { ...account, status }]]) : model;
};

const movedAll = (model: Model, ids: readonly string[], to: Status): Model =>
  ids.reduce((now, id) => (fits(now, id, to) ? withStatus(now, id, to) : now), model);

/** What the model says a command leads to. */
function expected(model: Model, command: Command): Model {
  switch (command.kind) {
    case 'moveAccounts':
      return movedAll(model, command.ids, command.to);
    case 'settle':
      return command.actions.reduce(
        (now, action) =>
          action.kind === 'move'
            ? movedAll(now, [action.id], action.to)
            : action.kind === 'enter'
              ? movedAll(now, [action.id], 'Actively Working')
              : now,
        model,
      );
    case 'swapSeats': {
      const holds = command.release.every(({ id }) => model.get(id)?.status === 'Actively Working');
      const freed = command.release.reduce((now, { id, to }) => withStatus(now, id, to), model);
      const lands = model.get(command.enter)?.status !== 'Actively Working';
      return holds && lands && fits(freed, command.enter, 'Actively Working')
        ? withStatus(freed, command.enter, 'Actively Working')
        : model;
    }
    case 'editAccounts': {
      const employees = Number(command.patch.employeesImported);
      return new Map(
        [...model].map(([id, account]) =>
          command.ids.includes(id) ? [id, { ...account, segment: segmentOf(employees) }] : [id, account],
        ),
      );
    }
    default:
      return model;
  }
}

const details = { reason: 'A reason', askedBy: 'Dana' };

function randomMove(random: SeededRandom, ids: readonly string[], model: Model): Command {
  const one = (): string => random.pick(ids);
  const some = (): string[] => random.shuffle([...ids]).slice(0, random.int(1, 4));
  const working = ids.filter((id) => model.get(id)?.status === 'Actively Working');
  return random.weighted<() => Command>([
    [() => ({ kind: 'moveAccounts', ids: some(), to: 'Actively Working' }), 6],
    [() => ({ kind: 'moveAccounts', ids: some(), to: random.pick(statuses), details }), 4],
    [
      () => ({
        kind: 'swapSeats',
        enter: one(),
        release: [{ id: working.length > 0 ? random.pick(working) : one(), to: 'Queued' }],
      }),
      5,
    ],
    [
      () => ({
        kind: 'settle',
        actions: [...new Set(some())].map((id) =>
          random.chance(0.5)
            ? { kind: 'enter', id, returned: [] }
            : { kind: 'move', id, to: random.pick(['Queued', 'Worked in FY', ''] as const) },
        ),
      }),
      3,
    ],
    [
      () => ({
        kind: 'editAccounts',
        ids: [one()],
        patch: { employeesImported: random.pick([50, 99, 100, 1999, 2000]) },
      }),
      2,
    ],
  ])();
}

const seed = printSeed('limits');
for (let number = 1; number <= books; number += 1) {
  it(
    `book ${number}: moves, swaps, edits, undo and redo against the model`,
    { timeout: 30_000 },
    async () => {
      const random = seededRandom(seed).fork(`book ${number}`);
      const book = await MovesBook.open({ limitLarge: limits.Large, limitMidMarket: limits['Mid-Market'] });
      let model: Model = new Map();
      for (let at = 0; at < 14; at += 1) {
        const employees = random.pick([50, 500, 5000, 5000]);
        const id = await book.account(`Account ${at}`, { employeesImported: employees });
        model = new Map([...model, [id, { status: '', segment: segmentOf(employees) }]]);
      }
      const ids = [...model.keys()];
      const past: Model[] = [];
      const future: Model[] = [];
      for (let step = 0; step < steps; step += 1) {
        const what = `step ${step} of book ${number}, seed ${seed}`;
        const before = model;
        const turn = random.int(1, 10);
        if (turn === 1 && past.length > 0) {
          expect(await book.store.session.undo(), what).toMatchObject({ ok: true });
          future.push(model);
          model = past.pop() ?? model;
        } else if (turn === 2 && future.length > 0) {
          expect(await book.store.session.redo(), what).toMatchObject({ ok: true });
          past.push(model);
          model = future.pop() ?? model;
        } else {
          const command = randomMove(random, ids, model);
          const next = expected(model, command);
          const outcome = await book.run(command);
          if (outcome.ok && outcome.n !== null) {
            past.push(model);
            future.length = 0;
          }
          model = next;
          for (const segment of ['Large', 'Mid-Market'] as const) {
            const isEntry = command.kind !== 'editAccounts' && used(model, segment) > used(before, segment);
            if (isEntry)
              expect(used(model, segment), `${segment} after ${what}`).toBeLessThanOrEqual(limits[segment]);
          }
        }
        await isAs(book, model, what);
      }
      tally('limits', steps, seed);
    },
  );
}

/** The store says the same as the model, of every account. */
async function isAs(book: MovesBook, model: Model, what: string): Promise<void> {
  const rows = await Promise.all([...model.keys()].map((id) => book.store.session.account(id)));
  const found = rows.map((detail) => [detail?.row.name, detail?.row.status, detail?.row.segment]);
  const wanted = [...model.values()].map(({ status, segment }, at) => [`Account ${at}`, status, segment]);
  expect(found, what).toEqual(wanted);
}
