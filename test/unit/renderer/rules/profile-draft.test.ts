import { expect, it } from 'vitest';
import { say } from '../../../../src/shared/rule-book/messages.ts';
import { defaultProfile } from '../../../../src/shared/priorities/score-profile.ts';
import {
  copyName,
  draftOfProfile,
  readProfileDraft,
  type ProfileDraft,
} from '../../../../src/renderer/screens/rules/profile-draft.ts';

const draft = draftOfProfile(defaultProfile);
const problem = (part: Partial<ProfileDraft>): string => {
  const read = readProfileDraft({ ...draft, ...part }, defaultProfile);
  return read.ok ? 'none' : say(read.error);
};

it('reads a form back as the profile it came from', () => {
  expect(readProfileDraft(draft, defaultProfile)).toEqual({ ok: true, value: defaultProfile });
});

it('takes words one a line, each once, blank lines aside', () => {
  const read = readProfileDraft({ ...draft, industries: 'Rail\n\n  rail \r\nMining' }, defaultProfile);
  expect(read.ok && read.value.industries).toEqual(['Rail', 'Mining']);
});

it.each(['', '-1', '101', '2.5', 'much'])('a weight of %j is refused by its name', (highLam) => {
  expect(problem({ weights: { ...draft.weights, highLam } })).toBe(
    'The weight of High LAM is a whole number from 0 to 100.',
  );
});

it('takes a weight at its bounds, and needs a name', () => {
  for (const highLam of ['0', '100'])
    expect(problem({ weights: { ...draft.weights, highLam } })).toBe('none');
  expect(problem({ name: '  ' })).toContain('needs a name');
});

it('names a copy as no other is named', () => {
  expect(copyName('Default', ['Default'])).toBe('Copy of Default');
  expect(copyName('Default', ['Copy of Default'])).toBe('Copy 2 of Default');
  expect(copyName('x'.repeat(80), []).length).toBeLessThanOrEqual(80);
});
