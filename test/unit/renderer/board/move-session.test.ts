import { expect, test } from 'vitest';
import type { MovePreview } from '../../../../src/renderer/store/api.ts';
import { createMoveSession } from '../../../../src/renderer/screens/board/move-session.ts';

const allowed: MovePreview = {
  allowed: ['a'],
  refused: [],
  needsReason: false,
  asksRest: false,
  fullSegment: null,
  isOverridable: false,
  family: [],
  warnings: [],
};
const cards = { how: 'pointer', grabbed: 0, slots: [0], ids: ['a'] } as const;

test('asks once per column, and shows the answer to those who listen', async () => {
  const asked: string[] = [];
  const session = createMoveSession((_ids, to) => {
    asked.push(to);
    return Promise.resolve(allowed);
  }, cards);
  let told = 0;
  session.answers.subscribe(() => (told += 1));
  await Promise.all([session.ask('Queued'), session.ask('Queued'), session.ask('Restricted')]);
  expect(asked).toEqual(['Queued', 'Restricted']);
  expect(told).toBe(2);
  expect(session.answers.get()).toEqual({ Queued: allowed, Restricted: allowed });
});

test('a failed question is asked again', async () => {
  let times = 0;
  const session = createMoveSession(() => {
    times += 1;
    return times === 1 ? Promise.reject(new Error('worker gone')) : Promise.resolve(allowed);
  }, cards);
  await expect(session.ask('Queued')).rejects.toThrow('worker gone');
  await expect(session.ask('Queued')).resolves.toBe(allowed);
});
