import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statuses, type Status } from '../../../../src/shared/accounts/account.ts';
import type { BoardColumns } from '../../../../src/renderer/screens/board/board-columns.ts';
import {
  firstCursor,
  followCursor,
  stepCursor,
} from '../../../../src/renderer/screens/board/board-cursor.ts';
import {
  cursorAt,
  cursorAtHeading,
  stepLane,
  type BoardCursor,
} from '../../../../src/renderer/screens/board/board-cursor.ts';
import {
  itemsOf,
  laneColumns,
  laneEnds,
  lanesOf,
  layOut,
  type BoardLanes,
} from '../../../../src/renderer/screens/board/board-lanes.ts';
import { withPending } from '../../../../src/renderer/screens/board/board-optimistic.ts';
import {
  selectColumn,
  selectRange,
  selectOnly,
} from '../../../../src/renderer/screens/board/board-selection.ts';
import { neighboursAt } from '../../../../src/renderer/screens/board/drop-place.ts';
import { moveInLane } from '../../../../src/renderer/screens/board/lane-move.ts';
import { columnsOf } from './columns.ts';

const open: ReadonlySet<string> = new Set();

/** Who owns which card; others own nothing. */
const owners: Readonly<Record<number, string>> = { 1: 'Ana', 2: 'Ben', 3: 'Ana', 4: '', 5: 'Ben', 6: 'Ana' };
const board = columnsOf({ Queued: [1, 2, 3, 4], 'Actively Working': [5, 6] });
const lanes = lanesOf(Object.values(board), (slot) => owners[slot] ?? '');

test('lanes are those of the cards there are, by name, accounts without one last', () => {
  expect(lanes.keys).toEqual(['Ana', 'Ben', '']);
  expect([1, 2, 3, 4, 5, 6].map(lanes.laneOf)).toEqual([0, 1, 0, 2, 1, 0]);
  expect(lanes.laneOf(99)).toBe(-1);
  const numbered = lanesOf(
    Object.values(columnsOf({ Queued: [1, 2, 3] })),
    (slot) => ['', 'T 10', 't 9', 'T 9'][slot] ?? '',
  );
  expect(numbered.keys).toEqual(['t 9', 'T 9', 'T 10']);
});

test('every column has every lane; its cards keep their order; a collapsed lane is its heading', () => {
  const { Queued, Restricted } = layOut(board, lanes, open);
  expect([...Queued.items]).toEqual([~0, 1, 3, ~1, 2, ~2, 4]);
  expect([...Queued.sizes]).toEqual([2, 1, 1]);
  expect([...Restricted.items]).toEqual([~0, ~1, ~2]);
  const shut = layOut(board, lanes, new Set(['Ana', 'nobody'])).Queued;
  expect([...shut.items]).toEqual([~0, ~1, 2, ~2, 4]);
  expect([...shut.sizes]).toEqual([2, 1, 1]);
  expect(laneEnds(shut, 0)).toEqual({ first: 0, last: 0 });
  expect(laneEnds(shut, 2)).toEqual({ first: 3, last: 4 });
});

test('without lanes a column is its cards', () => {
  const { Queued } = layOut(board, null, open);
  expect(Queued.items).toBe(board.Queued);
  expect(Queued.headings).toHaveLength(0);
});

const items = itemsOf(layOut(board, lanes, open));
const walk = (
  from: BoardCursor,
  ...keys: readonly ('up' | 'down' | 'left' | 'right' | 'home')[]
): BoardCursor => keys.reduce((cursor, step) => stepCursor(items, cursor, step, 3), from);

test('the keyboard goes through headings; sideways it stays in the lane', () => {
  const first = firstCursor(items);
  expect(first).toMatchObject({ column: 'Queued', slot: 1, heading: null, wish: 1 });
  expect(walk(first, 'up')).toMatchObject({ slot: null, heading: 0 });
  expect(walk(first, 'down', 'down')).toMatchObject({ slot: null, heading: 1 });
  // The second card of Ana's lane, where the next column has one: and back.
  const second = walk(first, 'down');
  expect(walk(second, 'right')).toMatchObject({ column: 'Actively Working', slot: 6 });
  expect(walk(second, 'right', 'left')).toMatchObject({ slot: 3 });
  expect(walk(second, 'right', 'right')).toMatchObject({ column: 'Worked in FY', slot: null, heading: 0 });
  // From a heading to the same heading.
  expect(walk(cursorAtHeading(items, 'Queued', 2), 'right')).toMatchObject({
    column: 'Actively Working',
    heading: 2,
  });
  expect(walk(cursorAtHeading(items, '', 1), 'left')).toMatchObject({ column: '', heading: 1 });
});

test('from heading to heading, and no further than the ends', () => {
  const card = cursorAt(items, 3, firstCursor(items));
  expect(stepLane(items, card, 'up')).toMatchObject({ heading: 0 });
  expect(stepLane(items, card, 'down')).toMatchObject({ heading: 1 });
  const last = cursorAtHeading(items, 'Queued', 2);
  expect(stepLane(items, last, 'down')).toBe(last);
  const flat = firstCursor(board);
  expect(stepLane(board, flat, 'up')).toBe(flat);
});

test('the cursor follows its card into lanes, and its heading when cards above it go', () => {
  const flat = cursorAt(board, 3, firstCursor(board));
  expect(followCursor(items, flat)).toMatchObject({ column: 'Queued', index: 2, slot: 3, wish: 2 });
  const shut = itemsOf(layOut(board, lanes, new Set(['Ana'])));
  const heading = cursorAtHeading(items, 'Queued', 1);
  expect(followCursor(items, heading)).toBe(heading);
  expect(followCursor(shut, heading)).toMatchObject({ index: 1, heading: 1, slot: null });
});

test('ranges and columns select cards, never headings', () => {
  expect([...selectRange(items, selectOnly(3), 4).slots]).toEqual([3, 2, 4]);
  expect([...selectColumn(items.Queued).slots]).toEqual([1, 3, 2, 4]);
  expect(selectColumn(items.Restricted).slots.size).toBe(0);
});

/** The move to the place before the card of this index in the lane. */
const dropped = (slots: readonly number[], to: Status, index: number) => {
  const ofLane = laneColumns(board, lanes, lanes.laneOf(slots[0] ?? -1));
  const place = neighboursAt(ofLane[to], new Set(slots), index);
  return moveInLane(board, lanes, ofLane, { slots, to, place });
};
const queued = (move: ReturnType<typeof dropped>): number[] =>
  move === null ? [] : [...withPending(board, [move]).Queued];

test('a drop keeps the lane and lands beside its neighbour there, whoever is between', () => {
  expect(queued(dropped([6], 'Queued', 1))).toEqual([1, 6, 2, 3, 4]);
  expect(queued(dropped([6], 'Queued', 2))).toEqual([1, 2, 3, 6, 4]);
  expect(queued(dropped([5], 'Queued', 0))).toEqual([1, 5, 2, 3, 4]);
  expect(queued(dropped([3], 'Queued', 0))).toEqual([3, 1, 2, 4]);
  // A lane without cards there: the top of the column.
  expect(dropped([4], 'Restricted', 0)?.place).toEqual({ after: null, before: null });
});

test('a drop where its lane has it already is no change, though others stand between', () => {
  expect(dropped([3], 'Queued', 1)).toBeNull();
  expect(dropped([3], 'Queued', 2)).toBeNull();
  expect(dropped([3], 'Queued', 0)).not.toBeNull();
  // With a card of another lane along it is one.
  expect(dropped([3, 2], 'Queued', 2)).not.toBeNull();
});

interface RandomBoard {
  readonly columns: BoardColumns;
  readonly lanes: BoardLanes;
  readonly collapsed: ReadonlySet<string>;
}

const names = ['Ana', 'Ben', 'Cleo', ''];
const randomBoard: fc.Arbitrary<RandomBoard> = fc
  .record({
    cards: fc.array(fc.record({ at: fc.nat(4), owner: fc.nat(3) }), { minLength: 1, maxLength: 40 }),
    collapsed: fc.subarray(names),
  })
  .map(({ cards, collapsed }) => {
    const shuffled = cards.map((card, slot) => ({ ...card, slot: (slot * 7) % 97 }));
    const given = Object.fromEntries(
      statuses.map((status, at) => [status, shuffled.filter((one) => one.at === at).map(({ slot }) => slot)]),
    );
    const columns = columnsOf(given);
    const ownerOf = new Map(shuffled.map(({ slot, owner }) => [slot, names[owner] ?? '']));
    return {
      columns,
      lanes: lanesOf(Object.values(columns), (slot) => ownerOf.get(slot) ?? ''),
      collapsed: new Set(collapsed),
    };
  });

test('every card is in exactly one lane, in order, and the keyboard comes to every one that is shown', () => {
  fc.assert(
    fc.property(randomBoard, (random) => {
      const layout = layOut(random.columns, random.lanes, random.collapsed);
      const shown = itemsOf(layout);
      for (const status of statuses) {
        const column = random.columns[status];
        const isOpen = (slot: number) =>
          !random.collapsed.has(random.lanes.keys[random.lanes.laneOf(slot)] ?? '');
        const inLanes = [...shown[status]].filter((item) => item >= 0);
        expect(inLanes.toSorted((a, b) => a - b)).toEqual([...column].filter(isOpen).sort((a, b) => a - b));
        for (const lane of random.lanes.keys.keys()) {
          const { first, last } = laneEnds(layout[status], lane);
          const expected = [...column].filter((slot) => random.lanes.laneOf(slot) === lane);
          expect(shown[status][first]).toBe(~lane);
          expect(layout[status].sizes[lane]).toBe(expected.length);
          expect([...shown[status].subarray(first + 1, last + 1)]).toEqual(expected.filter(isOpen));
        }
        // From the top of the column down, one key at a time.
        let cursor = cursorAtHeading(shown, status, 0);
        const visited = [...shown[status]].map(() => {
          const here = cursor.heading === null ? cursor.slot : ~cursor.heading;
          cursor = stepCursor(shown, cursor, 'down', 3);
          return here;
        });
        expect(visited).toEqual([...shown[status]]);
      }
    }),
  );
});

test('sideways steps never leave the lane, and come back', () => {
  fc.assert(
    fc.property(randomBoard, fc.nat(), (random, pick) => {
      const shown = itemsOf(layOut(random.columns, random.lanes, new Set()));
      const slots = statuses.flatMap((status) => [...random.columns[status]]);
      const slot = slots[pick % slots.length] ?? 0;
      const start = cursorAt(shown, slot, firstCursor(shown));
      const laneHere = (at: BoardCursor) => at.heading ?? random.lanes.laneOf(at.slot ?? -1);
      let cursor = start;
      const lanesMet = statuses.map(() => {
        cursor = stepCursor(shown, cursor, 'right', 3);
        return laneHere(cursor);
      });
      expect(new Set(lanesMet)).toEqual(new Set([random.lanes.laneOf(slot)]));
      const back = statuses.length - 1 - statuses.indexOf(start.column);
      for (let turn = 0; turn < back; turn += 1) cursor = stepCursor(shown, cursor, 'left', 3);
      expect(cursor.slot).toBe(slot);
    }),
  );
});

test('a drop in a lane changes the order of the column as a drop beside the same neighbour does without', () => {
  fc.assert(
    fc.property(randomBoard, fc.nat(), fc.nat(4), fc.nat(), (random, pick, to, at) => {
      const { columns, lanes: some } = random;
      const slots = statuses.flatMap((status) => [...columns[status]]);
      const slot = slots[pick % slots.length] ?? 0;
      const target = statuses[to] ?? '';
      const ofLane = laneColumns(columns, some, some.laneOf(slot));
      const stay = ofLane[target].filter((one) => one !== slot);
      const index = at % (ofLane[target].length + 1);
      const place = neighboursAt(ofLane[target], new Set([slot]), index);
      const move = moveInLane(columns, some, ofLane, { slots: [slot], to: target, place });
      const after = move === null ? columns : withPending(columns, [move]);
      // In its lane it stands between the neighbours it was dropped between.
      const lane = [...laneColumns(after, some, some.laneOf(slot))[target]];
      const free = place.after === null ? 0 : stay.indexOf(place.after) + 1;
      expect(lane).toEqual([...stay.subarray(0, free), slot, ...stay.subarray(free)]);
      // Nobody else changed places, and what the store is asked for are real neighbours of the column.
      expect([...after[target]].filter((one) => one !== slot)).toEqual(
        [...columns[target]].filter((one) => one !== slot),
      );
      if (move !== null) {
        const rest = columns[target].filter((one) => one !== slot);
        const above = move.place.after === null ? -1 : rest.indexOf(move.place.after);
        expect(rest[above + 1] ?? null).toBe(move.place.before);
      }
    }),
  );
});
