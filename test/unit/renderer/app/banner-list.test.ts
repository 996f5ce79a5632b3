import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../../src/shared/clock.ts';
import type { HostNotice } from '../../../../src/shared/host/contract.ts';
import { bannersFor, type Surroundings } from '../../../../src/renderer/app/banners/banner-list.ts';

const calm: Surroundings = {
  saveState: { kind: 'saved', at: null },
  unreachableForLong: false,
  space: null,
  notices: [],
  integrity: null,
  backupProblem: null,
  takenOver: false,
  review: null,
  moment: (at) => at,
};
const ids = (around: Partial<Surroundings>): readonly string[] =>
  bannersFor({ ...calm, ...around }).map(({ id }) => id);
const unreachable = {
  kind: 'unreachable',
  pending: 2,
  message: 'Groundwork does not answer.',
  isRefused: false,
} as const;
const checkedAt = '2026-03-16T09:00:00Z' as Instant;
const finding = (kind: 'bad-row' | 'repaired' | 'dangling') => ({ kind, message: { id: 'x' } });

test('nothing is said when nothing is wrong', () => {
  expect(ids({})).toEqual([]);
  expect(ids({ saveState: { kind: 'saving', pending: 3 } })).toEqual([]);
});

describe('the host', () => {
  test('a hiccup is not worth a bar, silence is', () => {
    expect(ids({ saveState: unreachable })).toEqual([]);
    expect(ids({ saveState: unreachable, unreachableForLong: true })).toEqual(['unreachable']);
  });

  test('one that answers but cannot write is told as that', () => {
    const refused = { ...unreachable, message: 'The disk is full.', isRefused: true };
    const [banner] = bannersFor({ ...calm, saveState: refused, unreachableForLong: true });
    expect(banner?.title).toBe('The journal cannot be written');
    expect(banner?.text).toContain('as soon as that is mended');
  });

  test('says how many changes wait', () => {
    const text = (pending: number) =>
      bannersFor({ ...calm, saveState: { ...unreachable, pending }, unreachableForLong: true })[0]?.text;
    expect(text(0)).toContain('No change is waiting.');
    expect(text(1)).toContain('1 change waits in this browser and is written');
    expect(text(2)).toContain('2 changes wait in this browser and are written');
  });
});

describe('space', () => {
  const low = { freeBytes: 420_000_000, floorBytes: 100_000_000 };

  test('a warning can be put away, a stop cannot', () => {
    const [warn] = bannersFor({ ...calm, space: { ...low, stop: false } });
    expect(warn).toMatchObject({ id: 'space-warn', tone: 'warn', dismissable: 'session' });
    expect(warn?.text).toContain('420 MB');
    expect(warn?.text).toContain('100 MB');
    const [stop] = bannersFor({ ...calm, space: { ...low, freeBytes: 99_999_999, stop: true } });
    expect(stop).toMatchObject({ id: 'space-stop', tone: 'danger' });
    expect(stop?.dismissable).toBeUndefined();
  });
});

describe('the check', () => {
  test('repairs are not worth a bar, open findings are, and each report once', () => {
    const report = { checkedAt, rows: 5, changeSets: 5 };
    expect(ids({ integrity: { ...report, findings: [] } })).toEqual([]);
    expect(ids({ integrity: { ...report, findings: [finding('repaired')] } })).toEqual([]);
    expect(ids({ integrity: { ...report, findings: [finding('repaired'), finding('bad-row')] } })).toEqual([
      `integrity-${checkedAt}`,
    ]);
  });
});

describe('backups', () => {
  const backupProblem = { at: checkedAt, message: { id: 'store.closed' } };

  test('one that could not be made is told with its reason, each once', () => {
    expect(ids({ backupProblem })).toEqual([`backup-${checkedAt}`]);
  });

  test('not beside a full disk, which is the reason', () => {
    const low = { freeBytes: 1, floorBytes: 2 };
    expect(ids({ backupProblem, space: { ...low, stop: true } })).toEqual(['space-stop']);
    expect(ids({ backupProblem, space: { ...low, stop: false } })).toEqual([
      'space-warn',
      `backup-${checkedAt}`,
    ]);
  });
});

test('the most pressing comes first; a window that lost the store shows none', () => {
  const notices: readonly HostNotice[] = [
    { kind: 'registry-rebuilt' },
    { kind: 'cloud-folder', service: 'OneDrive' },
    { kind: 'clock-behind', lastEditAt: checkedAt },
    { kind: 'low-space', freeBytes: 1, floorBytes: 2 },
  ];
  const everything = {
    notices,
    saveState: unreachable,
    unreachableForLong: true,
    space: { freeBytes: 1, floorBytes: 2, stop: true },
    integrity: { checkedAt, rows: 5, changeSets: 5, findings: [finding('dangling')] },
  };
  expect(ids(everything)).toEqual([
    'space-stop',
    'unreachable',
    `integrity-${checkedAt}`,
    'cloud-folder-OneDrive',
    'clock-behind',
    'registry-rebuilt',
  ]);
  expect(ids({ ...everything, takenOver: true })).toEqual([]);
});

test('AW-11: a weekly review is told once a week, with how many it returned', () => {
  const review = (accounts: readonly unknown[]) => ({ week: '2026-11-30', accounts });
  expect(ids({ review: review([1, 2]) })).toEqual(['review-2026-11-30']);
  const [many] = bannersFor({ ...calm, review: review([1, 2]) });
  expect(many).toMatchObject({
    tone: 'note',
    to: 'today',
    title: 'Weekly review: 2 accounts returned to Queued',
  });
  const [one] = bannersFor({ ...calm, review: review([1]) });
  expect(`${one?.title}. ${one?.text}`).toBe(
    'Weekly review: 1 account returned to Queued. It was due back (AW-11). Today names it and takes it back if you want.',
  );
});
