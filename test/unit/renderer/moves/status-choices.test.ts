import { expect, test } from 'vitest';
import { statusChoices, type MovePreviews } from '../../../../src/renderer/app/moves/status-choices.ts';
import type { MovePreview } from '../../../../src/renderer/store/api.ts';
import { label } from '../../../../src/shared/rule-book/messages.ts';

const preview = (part: Partial<MovePreview>): MovePreview => ({
  allowed: ['a'],
  refused: [],
  needsReason: false,
  asksRest: false,
  fullSegment: null,
  isOverridable: false,
  family: [],
  warnings: [],
  ...part,
});
const refused = (name: string): MovePreview['refused'][number] => ({
  id: name,
  name,
  refusal: {
    rule: 'AW-6',
    message: label('aw6.segment-unknown'),
    remedy: label('aw6.segment-unknown-remedy'),
  },
});
const why =
  'AW-6: the segment is unknown, so no slot can be counted. Fill in an employee count that decides the segment.';
const previews: MovePreviews = {
  Queued: preview({ asksRest: true }),
  'Actively Working': preview({ allowed: [], refused: [refused('Acme')] }),
  Restricted: preview({ needsReason: true }),
};
const short = (moving: number, at: Parameters<typeof statusChoices>[1], given = previews) =>
  statusChoices(moving, at, given).map(({ status, canBegin, words }) => [status, canBegin, words]);

test('what a rule refuses is off and says why; what asks says so; before the rules answer all is open', () => {
  expect(short(1, null)).toEqual([
    ['', true, ''],
    ['Queued', true, 'Asks why it rests.'],
    ['Actively Working', false, why],
    ['Worked in FY', true, ''],
    ['Restricted', true, 'Asks why, and who asked (AW-8).'],
  ]);
});

test('where they are is no choice, and nothing is said against it', () => {
  expect(short(1, 'Actively Working')[2]).toEqual(['Actively Working', false, '']);
  expect(statusChoices(1, 'Queued', previews).map(({ isHere }) => isHere)).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
});

test('of several some may go, and the others are named; a full segment offers a swap', () => {
  const some = { 'Actively Working': preview({ refused: [refused('Acme'), refused('Basil')] }) };
  expect(short(3, null, some)[2]).toEqual([
    'Actively Working',
    true,
    `1 of 3 can move; 2 stay. ${why} (Acme, Basil)`,
  ]);
  const full = {
    'Actively Working': preview({ allowed: [], refused: [refused('Acme')], fullSegment: 'Large' as const }),
  };
  expect(short(1, null, full)[2]).toEqual(['Actively Working', true, `${why} A seat can be swapped.`]);
});
