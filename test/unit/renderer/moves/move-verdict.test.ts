import { expect, test } from 'vitest';
import { label } from '../../../../src/shared/rule-book/messages.ts';
import { canBegin } from '../../../../src/renderer/app/moves/move-offer.ts';
import type { MovePreview, RefusedAccount } from '../../../../src/renderer/store/api.ts';
import {
  previewVerdict,
  someNames,
  verdictOf,
  verdictText,
} from '../../../../src/renderer/app/moves/move-verdict.ts';

const full = (id: string): RefusedAccount => ({
  id,
  name: `Account ${id}`,
  refusal: {
    rule: 'AW-6',
    message: label('aw6.full', { segment: 'Large', used: 100, limit: 100 }),
    remedy: label('aw6.full-remedy', { release: 1, segment: 'Large' }),
  },
});
const unknown = (id: string): RefusedAccount => ({
  ...full(id),
  refusal: {
    rule: 'AW-6',
    message: label('aw6.segment-unknown'),
    remedy: label('aw6.segment-unknown-remedy'),
  },
});
const aw6 = 'AW-6: no free Large slot, 100 of 100. Release 1 Large account, or raise the limit in Rules.';

test('one card: the rule, why, and what would make it possible', () => {
  const verdict = verdictOf(1, [full('1')]);
  expect(verdict.kind).toBe('none');
  expect(verdictText(verdict)).toBe(aw6);
});

test('a rule id that the message leaves out is put before it', () => {
  const bare = { ...full('1'), refusal: { ...full('1').refusal, message: { id: 'Not today.' } } };
  expect(verdictText(verdictOf(1, [bare]))).toMatch(/^AW-6: Not today\. Release/);
});

test('several: how many can, how many stay, and each reason once with its names', () => {
  const verdict = verdictOf(10, [full('1'), unknown('2'), full('3')]);
  expect(verdict.kind).toBe('some');
  expect(verdict.summary).toBe('7 of 10 can move; 3 stay.');
  expect(verdict.reasons.map(({ names }) => names)).toEqual([['Account 1', 'Account 3'], ['Account 2']]);
  expect(verdictText(verdict)).toContain(`${aw6} (Account 1, Account 3)`);
  expect(verdictOf(2, [full('1')]).summary).toBe('1 of 2 can move; 1 stays.');
});

test('none of several, and all', () => {
  expect(verdictOf(2, [full('1'), full('2')])).toMatchObject({
    kind: 'none',
    summary: 'None of the 2 can move.',
  });
  expect(verdictOf(5, [])).toEqual({ kind: 'all', summary: '', reasons: [] });
});

test('many names are cut, and counted', () => {
  expect(someNames(['a', 'b', 'c'])).toBe('a, b, c');
  expect(someNames(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
});

const preview: MovePreview = {
  allowed: [],
  refused: [full('1')],
  needsReason: false,
  asksRest: false,
  fullSegment: null,
  isOverridable: false,
  family: [],
  warnings: [],
};

test('a full segment offers a swap, an MQL an override, anything else nothing (AW-6, AW-3x)', () => {
  const swap = { ...preview, fullSegment: 'Large' as const };
  const override = { ...preview, isOverridable: true };
  expect(verdictText(previewVerdict(1, swap))).toBe(`${aw6} A seat can be swapped.`);
  expect(verdictText(previewVerdict(1, override))).toBe(`${aw6} An override can be given (AW-3x).`);
  expect(verdictText(previewVerdict(1, preview))).toBe(aw6);
  expect([swap, override, preview].map(canBegin)).toEqual([true, true, false]);
  expect([swap, override, preview].map((one) => previewVerdict(1, one).kind)).toEqual([
    'some',
    'some',
    'none',
  ]);
});

test('the family is told also where nothing refuses', () => {
  const message = label('family.parent-customer', { name: 'Parent' });
  const family = [{ rule: 'SEG-5', id: 'p', relation: 'parent', message }] as const;
  const verdict = previewVerdict(1, { ...preview, allowed: ['1'], refused: [], family });
  expect(verdict).toMatchObject({ kind: 'all', notes: ['Its parent Parent is a customer.'] });
});
