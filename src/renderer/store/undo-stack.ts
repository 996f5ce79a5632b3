import type { ChangeSet } from '../../shared/history/change-set.ts';
import type { StoreMeta } from './database.ts';

/** What undo and redo would take next. */
export type StackTops = Pick<StoreMeta, 'undoTop' | 'redoTop'>;

/**
 * The undo stack after a recorded change set, told from the change set alone: write.ts left it so when the
 * change set was made.
 * @param read gives an earlier change set
 */
export async function topsAfter(
  tops: StackTops,
  changeSet: ChangeSet,
  read: (n: number) => PromiseLike<ChangeSet | undefined>,
): Promise<StackTops> {
  const { n, origin, undoes } = changeSet;
  switch (origin) {
    case 'system':
      return tops;
    case 'undo': {
      const undone = undoes === undefined ? undefined : await read(undoes);
      return stackTops(undone?.undoNext, n);
    }
    case 'redo': {
      const redone = tops.redoTop === undefined ? undefined : await read(tops.redoTop);
      return stackTops(n, redone?.redoNext);
    }
    case 'user':
    case 'import':
    case 'sample':
    case 'restore':
      return { undoTop: n };
  }
}

const stackTops = (undoTop: number | undefined, redoTop: number | undefined): StackTops => ({
  ...(undoTop !== undefined && { undoTop }),
  ...(redoTop !== undefined && { redoTop }),
});
