import { describe, expect, it } from 'vitest';
import { entryText } from '../../../../src/main/journal/line-format.ts';
import { changeSetLine, historyRow, lineSum } from '../../../../src/renderer/store/journal-lines.ts';
import { topsAfter } from '../../../../src/renderer/store/undo-stack.ts';
import type { ChangeSet } from '../../../../src/shared/history/change-set.ts';

const changeSetOf = (n: number, given: Partial<ChangeSet> = {}): ChangeSet => ({
  n,
  id: `id-${n}`,
  format: 1,
  schema: 2,
  at: '2026-11-23T09:00:00.000Z' as ChangeSet['at'],
  actor: 'Ada',
  bdr: 'Ada',
  command: 'editAccounts',
  label: { id: 'command.nothing' },
  origin: 'user',
  counts: { created: 0, updated: 0, deleted: 0 },
  totals: { accounts: 0, prospects: 0 },
  changes: [],
  ...given,
});

describe('a change set as a line of the journal', () => {
  it.each([
    ['plain', 'Plain'],
    ['beyond ASCII', 'Zoë 株式会社 🪐 \u2028'],
    ['a half of a pair', 'torn \ud83d'],
    ['quotes and breaks', '"a"\n\\b\t'],
  ])('has the same checksum in the store and in the host: %s', async (_, name) => {
    const row = historyRow(
      changeSetOf(7, { changes: [{ kind: 'account', id: 'a', before: null, after: { name } }] }),
    );
    const line = changeSetLine(row);
    expect(await lineSum(line)).toBe(entryText(line).sum);
  });

  it('is the same again when it comes back from the journal', () => {
    const changes = [
      { kind: 'account', id: 'a', before: null, after: { name: 'A', 'custom.1': 'x' } },
      { kind: 'prospect', id: 'p', accountId: 'b', before: { title: 'CTO' }, after: {} },
      { kind: 'prospect', id: 'q', accountId: 'b', before: {}, after: { title: 'CTO' } },
    ] as const;
    const row = historyRow(changeSetOf(7, { changes }));
    expect(row.touches).toEqual(['a', 'b']);
    const { body } = changeSetLine(row);
    expect(body).not.toContain('touches');
    const again = historyRow(JSON.parse(body) as ChangeSet);
    expect(again).toEqual(row);
    expect(changeSetLine(again).body).toBe(body);
  });
});

describe('the undo stack, told from the history', () => {
  /** Replays what write.ts would have written: `do`, `undo` and `redo` as a person gives them. */
  async function tops(...steps: readonly ('do' | 'undo' | 'redo' | 'system')[]): Promise<unknown> {
    const history = new Map<number, ChangeSet>();
    let state: { undoTop?: number; redoTop?: number } = {};
    for (const [at, step] of steps.entries()) {
      const n = at + 1;
      const { undoTop, redoTop } = state;
      const of = history.get((step === 'undo' ? undoTop : redoTop) ?? 0);
      const changeSet = {
        do: () => changeSetOf(n, undoTop === undefined ? {} : { undoNext: undoTop }),
        system: () => changeSetOf(n, { origin: 'system' }),
        undo: () =>
          changeSetOf(n, {
            origin: 'undo',
            undoes: of?.n ?? 0,
            ...(redoTop !== undefined && { redoNext: redoTop }),
          }),
        redo: () =>
          changeSetOf(n, {
            origin: 'redo',
            redoes: of?.undoes ?? 0,
            ...(undoTop !== undefined && { undoNext: undoTop }),
          }),
      }[step]();
      history.set(n, changeSet);
      state = await topsAfter(state, changeSet, (wanted) => Promise.resolve(history.get(wanted)));
    }
    return state;
  }

  it.each([
    [['do'], { undoTop: 1 }],
    [['do', 'do'], { undoTop: 2 }],
    [['do', 'do', 'undo'], { undoTop: 1, redoTop: 3 }],
    [['do', 'do', 'undo', 'undo'], { redoTop: 4 }],
    [['do', 'do', 'undo', 'undo', 'redo'], { undoTop: 5, redoTop: 3 }],
    [['do', 'do', 'undo', 'undo', 'redo', 'redo'], { undoTop: 6 }],
    [['do', 'do', 'undo', 'undo', 'redo', 'undo'], { redoTop: 6 }],
    [['do', 'do', 'undo', 'do'], { undoTop: 4 }],
    [['do', 'do', 'undo', 'system'], { undoTop: 1, redoTop: 3 }],
  ] as const)('after %j is %j', async (steps, expected) => {
    expect(await tops(...steps)).toEqual(expected);
  });
});
