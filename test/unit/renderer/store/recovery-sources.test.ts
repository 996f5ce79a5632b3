import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holesIn } from '../../../../src/renderer/store/recovery/holes.ts';
import { sourcesOf, type SourceFacts } from '../../../../src/renderer/store/recovery/sources.ts';
import { backupEntryOf, storeId } from './recovery-builders.ts';

const expectation = { accounts: 1, through: 100, storeId, generation: 2 };

const order = (facts: Partial<SourceFacts>): string[] =>
  sourcesOf({
    backups: [],
    expectation,
    found: { kind: 'missing', through: null },
    isJournalWhole: false,
    ...facts,
  }).map((source) =>
    'entry' in source ? `${source.kind} ${source.through} ${source.entry.reason}` : source.kind,
  );

describe('what a rebuild may start from', () => {
  it('is the journal where there is nothing else', () => {
    expect(order({})).toEqual(['journal']);
  });

  it('begins with what reaches furthest, whenever it was made', () => {
    const backups = [40, 90, 60].map((through) => backupEntryOf({ through }));
    expect(order({ backups })).toEqual([
      'backup 90 by-hand',
      'backup 60 by-hand',
      'backup 40 by-hand',
      'journal',
    ]);
  });

  it('is what was found where that reaches furthest, and only where it is a shorter copy', () => {
    const backups = [backupEntryOf({ through: 60 })];
    expect(order({ backups, found: { kind: 'behind', through: 80 } })[0]).toBe('found');
    expect(order({ backups, found: { kind: 'behind', through: 50 } })[0]).toBe('backup 60 by-hand');
    for (const kind of ['forked', 'damaged', 'other-store'] as const) {
      expect(order({ backups, found: { kind, through: 80 } })).not.toContain('found');
    }
  });

  it('puts files from elsewhere behind the store’s own, however far they reach', () => {
    const backups = [
      backupEntryOf({ through: 95, reason: 'from-file' }),
      backupEntryOf({ through: 20, reason: 'hourly' }),
    ];
    expect(order({ backups })).toEqual(['backup 20 hourly', 'backup 95 from-file', 'journal']);
  });

  it('takes a damaged backup only where no whole journal is there', () => {
    const backups = [backupEntryOf({ through: 50, state: 'damaged', readable: 5 })];
    expect(order({ backups, isJournalWhole: true })).toEqual(['journal', 'damaged 50 by-hand']);
    expect(order({ backups, isJournalWhole: false })).toEqual(['damaged 50 by-hand', 'journal']);
    const empty = [backupEntryOf({ through: 50, state: 'damaged', readable: 0 })];
    expect(order({ backups: empty })).toEqual(['journal']);
  });

  it('leaves out backups of other stores, of newer versions, and what older rebuilds replaced', () => {
    const backups = [
      backupEntryOf({ through: 90, storeId: crypto.randomUUID() }),
      backupEntryOf({ through: 91, state: 'newer' }),
      backupEntryOf({ through: 92, reason: 'set-aside', generation: 1 }),
    ];
    expect(order({ backups })).toEqual(['journal']);
    // Set aside by a rebuild that was broken off before it raised the generation.
    const mine = [backupEntryOf({ through: 92, reason: 'set-aside', generation: 2 })];
    expect(order({ backups: mine })).toEqual(['backup 92 set-aside', 'journal']);
  });
});

describe('holes', () => {
  it('and what is there make the whole stretch, without overlap', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 })),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (numbers, after, through) => {
          const present = numbers.toSorted((a, b) => a - b);
          const missing = holesIn(present, after, through).flatMap(({ from, to }) =>
            Array.from({ length: to - from + 1 }, (_, at) => from + at),
          );
          const stretch = Array.from({ length: Math.max(0, through - after) }, (_, at) => after + 1 + at);
          expect(missing).toEqual(stretch.filter((n) => !present.includes(n)));
        },
      ),
    );
  });

  it('are as few as can be', () => {
    expect(holesIn([2, 3, 6], 0, 8)).toEqual([
      { from: 1, to: 1 },
      { from: 4, to: 5 },
      { from: 7, to: 8 },
    ]);
  });
});
