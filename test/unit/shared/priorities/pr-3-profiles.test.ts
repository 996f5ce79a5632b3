import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { compareProfiles, type ComparedAccount } from '../../../../src/shared/priorities/compare-profiles.ts';
import {
  defaultProfile,
  editProfile,
  readProfile,
  scoreProfile,
  writeProfile,
  type ProfileEdit,
} from '../../../../src/shared/priorities/score-profile.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { scorer } from '../../../../src/shared/priorities/score.ts';
import { suggestedPriority } from '../../../../src/shared/priorities/suggest-priority.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { buildAccounts } from '../../../builders/accounts.ts';

const today = '2026-11-21' as IsoDate;

describe('PR-3: profiles can be edited, within bounds', () => {
  it('the default one is whole, and its weights add up to 100', () => {
    expect(scoreProfile.parse(defaultProfile)).toEqual(defaultProfile);
    expect(Object.values(defaultProfile.weights).reduce((a, b) => a + b, 0)).toBe(100);
  });

  it.each<[ProfileEdit, string]>([
    [{ weights: { highLam: 0 } }, ''],
    [{ weights: { highLam: 100 } }, ''],
    [{ weights: { highLam: -1 } }, 'The weight of High LAM is a whole number from 0 to 100.'],
    [{ weights: { ceUsage: 101 } }, 'The weight of CE Usage is a whole number from 0 to 100.'],
    [{ weights: { ceUsage: 1.5 } }, 'The weight of CE Usage is a whole number from 0 to 100.'],
    [{ weights: { ceUsage: NaN } }, 'The weight of CE Usage is a whole number from 0 to 100.'],
    [{ name: ' Fintech ' }, ''],
    [{ name: '  ' }, 'A profile needs a name of up to 80 characters.'],
    [{ industries: [] }, ''],
    [{ industries: ['bank', ' '] }, '“industries” is a list of up to 200 words, none of them empty.'],
    [{ adopterWords: ['x'.repeat(81)] }, '“adopterWords” is a list of up to 200 words, none of them empty.'],
  ])('%j', (edit, problem) => {
    const edited = editProfile(defaultProfile, edit);
    expect(edited.ok ? '' : sayStrictly(edited.error)).toBe(problem);
    if (edited.ok && edit.name !== undefined) expect(edited.value.name).toBe('Fintech');
    if (edited.ok && edit.weights)
      expect(edited.value.weights).toEqual({ ...defaultProfile.weights, ...edit.weights });
  });

  it('one weight must be above 0', () => {
    const none = Object.fromEntries(Object.keys(defaultProfile.weights).map((key) => [key, 0]));
    const edited = editProfile(defaultProfile, { weights: none });
    expect(edited.ok ? '' : sayStrictly(edited.error)).toBe('At least one weight must be above 0.');
  });
});

describe('PR-3: profiles are exported and imported as text', () => {
  it('the same profile comes back', () => {
    const other = editProfile(defaultProfile, {
      name: 'Ä “x”',
      weights: { devOps: 40 },
      industries: ['Bänke'],
    });
    for (const profile of [defaultProfile, ...(other.ok ? [other.value] : [])]) {
      expect(readProfile(writeProfile(profile))).toEqual({ ok: true, value: profile });
    }
  });

  it.each([
    ['', 'This is no profile: the text is not JSON. Export a profile to see what one looks like.'],
    [
      '{"format":2}',
      'This profile has another format. It was written by another version of Groundwork, or is no profile.',
    ],
    ['[]', 'The profile could not be read at “the file”. Correct it there, or export one anew.'],
    ['null', 'The profile could not be read at “the file”. Correct it there, or export one anew.'],
    [
      writeProfile(defaultProfile).replace('"highLam": 15,', ''),
      'The weight of High LAM is a whole number from 0 to 100.',
    ],
    [
      writeProfile(defaultProfile).replace('"highLam": 15', '"highLam": "15"'),
      'The weight of High LAM is a whole number from 0 to 100.',
    ],
  ])('%j says what is wrong', (text, problem) => {
    const read = readProfile(text);
    expect(read.ok ? '' : sayStrictly(read.error)).toBe(problem);
  });
});

describe('PR-3: two profiles are compared on the whole book', () => {
  const account = (id: string, values: object, motion: 'Land' | 'Expand' = 'Land'): ComparedAccount => ({
    id,
    name: `Acme ${id}`,
    motion,
    values: { name: `Acme ${id}`, ...values },
    prospects: [],
    today,
  });
  const onlyCe = editProfile(defaultProfile, {
    weights: Object.fromEntries(
      Object.keys(defaultProfile.weights).map((key) => [key, key === 'ceUsage' ? 1 : 0]),
    ),
  });
  const to = onlyCe.ok ? onlyCe.value : defaultProfile;
  const book = [
    account('ce', { ceUsers: 9 }),
    account('qs', { dbQs: 90, lamDevelopers: 90, employeesZoomInfo: 100, aeNotes: 'x', techUsed: 'y' }),
    account('expand', { ceUsers: 9 }, 'Expand'),
    account('unknown', {}),
  ];

  it('says who would move, and how many have which Priority', () => {
    const {
      movers,
      from,
      to: after,
      accounts,
    } = compareProfiles(book, defaultProfile, to, defaultRuleSettings);
    expect(movers).toEqual([
      { id: 'ce', name: 'Acme ce', score: { from: 10, to: 100 }, priority: { from: 3, to: 2 } },
      { id: 'qs', name: 'Acme qs', score: { from: 45, to: 0 }, priority: { from: 2, to: 3 } },
    ]);
    expect(from).toEqual({ 1: 0, 2: 1, 3: 1, none: 2 });
    expect(after).toEqual({ 1: 0, 2: 1, 3: 1, none: 2 });
    expect(accounts).toBe(4);
  });

  it('scores as each profile does alone, whether they share their words or not', () => {
    const accounts = buildAccounts(300, 11);
    const many = accounts.map((values): ComparedAccount => {
      const { id, name } = values;
      return { id, name, motion: 'Land', values, prospects: [], today };
    });
    const weighed = { ...to, industries: [...to.industries], adopterWords: [...to.adopterWords] };
    const industries = [...new Set(accounts.flatMap(({ industry }) => industry ?? []))].slice(0, 4);
    for (const other of [weighed, { ...defaultProfile, industries }, { ...weighed, adopterWords: ['a'] }]) {
      const [was, is] = [scorer(defaultProfile, defaultRuleSettings), scorer(other, defaultRuleSettings)];
      const moved = many.flatMap((facts) => {
        const [from, after] = [was.score(facts), is.score(facts)];
        const suggested = (score: typeof from) =>
          suggestedPriority({ ...score, motion: 'Land' }, defaultRuleSettings);
        return suggested(from) === suggested(after)
          ? []
          : [{ id: facts.id, score: { from: from.score, to: after.score } }];
      });
      const told = compareProfiles(many, defaultProfile, other, defaultRuleSettings).movers;
      const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
      expect(moved.length).toBeGreaterThan(0);
      expect(told.map(({ id, score }) => ({ id, score })).sort(byId)).toEqual(moved.sort(byId));
    }
  });

  it('a profile against itself moves nobody', () => {
    expect(compareProfiles(book, defaultProfile, defaultProfile, defaultRuleSettings).movers).toEqual([]);
  });
});
