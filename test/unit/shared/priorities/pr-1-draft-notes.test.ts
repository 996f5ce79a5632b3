import { describe, expect, it } from 'vitest';
import type { AccountValues } from '../../../../src/shared/accounts/account.ts';
import { emptyNotes } from '../../../../src/shared/accounts/icp-notes.ts';
import { readIcpNotes, writeIcpNotes } from '../../../../src/shared/accounts/icp-notes-text.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { draftNotes } from '../../../../src/shared/priorities/draft-notes.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';

const day = (text: string): IsoDate => text as IsoDate;
const draft = (values: Partial<AccountValues>, prospects: Parameters<typeof draftNotes>[1] = []) =>
  draftNotes({ name: 'Acme', ...values }, prospects, defaultRuleSettings);

describe('PR-1: the form offers what is known already', () => {
  it('of a bare account nothing', () => {
    expect(draft({})).toEqual(emptyNotes);
  });

  it('from fields and people', () => {
    const prospects = [
      { name: 'Jo' },
      {
        name: 'Mia',
        title: 'CTO',
        lastInterestingMoment: 'webinar',
        lastInterestingMomentDate: day('2026-11-01'),
      },
      { name: 'Ada', lastInterestingMomentDate: day('2026-11-09') },
    ];
    const values = {
      lamDevelopers: 300,
      employeesZoomInfo: 4000,
      dbQs: 84,
      aeNotes: 'Merging\n\ntools',
      accountRankNotes: 'EwP',
      techUsed: 'Jenkins',
      triggers: [{ text: 'new CTO', date: day('2026-10-01'), link: 'https://n.example' }, { text: 'hiring' }],
    };
    expect(draft(values, prospects)).toEqual({
      highLam: '300 developers of 4,000 employees',
      highDbQs: '84',
      salInsights: 'EwP\nMerging\ntools',
      personsWithLims: 'Ada, 2026-11-09\nMia (CTO), webinar, 2026-11-01',
      techUsed: 'Jenkins',
      triggers: '2026-10-01 new CTO https://n.example\nhiring',
    });
  });

  it.each([
    [70, 'None'],
    [71, '71'],
  ])('a DB QS of %i is noted as %s: over 70 is high', (dbQs, note) => {
    expect(draft({ dbQs }).highDbQs).toBe(note);
  });

  it('without employees LAM is a number alone', () => {
    expect(draft({ lamDevelopers: 1 }).highLam).toBe('1 developer');
  });

  it('what a person wrote stays, "None" included', () => {
    const accountResearch = writeIcpNotes('', { ...emptyNotes, techUsed: 'None', highDbQs: 'unsure' });
    const notes = draft({ accountResearch, techUsed: 'Jenkins', dbQs: 84, lamDevelopers: 5 });
    expect(notes).toMatchObject({ techUsed: 'None', highDbQs: 'unsure', highLam: '5 developers' });
    expect(readIcpNotes(writeIcpNotes(accountResearch, notes))).toEqual(notes);
  });

  it('of many people the latest five are named', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({
      name: `P${at}`,
      lastInterestingMomentDate: day(`2026-11-0${at + 1}`),
    }));
    expect(
      draft({}, many)
        .personsWithLims.split('\n')
        .map((line) => line.slice(0, 2)),
    ).toEqual(['P8', 'P7', 'P6', 'P5', 'P4']);
  });
});
