import { describe, expect, it } from 'vitest';
import { outcomeText, turnText } from '../../../../src/renderer/screens/rules/impact-lines.ts';
import type { NamedSettingsImpact } from '../../../../src/renderer/store/questions/questions.ts';
import type { AccountValues } from '../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { impactOfSetting } from '../../../../src/shared/rule-book/impact-topics.ts';
import {
  settingKeys,
  type RuleSettings,
  type SettingKey,
} from '../../../../src/shared/rule-book/settings.ts';
import { daysAgo, MovesBook, today } from './moves/moves-book.ts';

const impact = (book: MovesBook, values: Partial<RuleSettings>, from?: IsoDate) =>
  book.store.session.ask('settingsImpact', { values, ...(from && { from }) });

/** What turns, as people read it, with who. */
const turned = ({ turns }: NamedSettingsImpact): string[] =>
  turns.map((turn) => `${turnText(turn)}: ${turn.accounts.map(({ name }) => name).join(', ')}`).sort();

/** A book in which each setting decides something, and a value that turns it. */
async function fullBook(): Promise<MovesBook> {
  const book = await MovesBook.open();
  const filled: Partial<AccountValues> = {
    accountResearch: 'Notes',
    accountStrategy: 'Priority 2',
    bdrNextStep: 'Week 1',
  };
  // AW-9, AW-10, AW-11: two days in, nothing done; thirteen days in, three people short.
  await book.worked('Two days in', 2, { priority: 1 });
  const inTime = await book.worked('Thirteen days in', 13, {
    ...filled,
    bdrNextStepDate: daysAgo(-4),
    priority: 2,
  });
  await book.person(inTime, { sequencedOn: daysAgo(10), state: 'active' });
  // AW-12: done, and silent for 29 days.
  const silent = await book.worked('Silent', 60, { ...filled, bdrNextStepDate: daysAgo(-6), priority: 3 });
  for (const name of ['A', 'B', 'C', 'D', 'E']) {
    await book.person(silent, { name, sequencedOn: daysAgo(58), endedOn: daysAgo(29), state: 'finished' });
  }
  // AW-11 at the weekly review: late since long.
  await book.worked('Late', 40, { priority: 2 });
  // PR-6: renewed 10 days ago and 20 days ago.
  await book.worked('Renewed 2', 1, { priority: 2, bdrNextStepDate: daysAgo(-20) });
  await book.worked('Renewed 3', 1, { priority: 3, bdrNextStepDate: daysAgo(-20) });
  // AW-3: an MQL 20 days ago.
  const mql = await book.account('Mql');
  await book.person(mql, { mqlDate: daysAgo(20) });
  // PR-1 to PR-4: one signal each, and a trigger 60 days ago.
  await book.account('Signals', {
    dbQs: 75,
    lamDevelopers: 30,
    employeesImported: 500,
    itTeddCount: 260,
    triggers: [{ text: 'New CTO', date: daysAgo(60) }],
  });
  await book.account('Weak', { dbQs: 84 });
  // SEG-2, SEG-4.
  await book.account('Two counts', {
    employeesImported: undefined,
    employeesZoomInfo: 50,
    employeesDataFox: 500,
  });
  await book.account('Confirmed', {
    employeesImported: undefined,
    employeesZoomInfo: 5000,
    segmentConfirmed: 'Mid-Market',
  });
  await book.account('Large one', { employeesImported: 2500 });
  // SEG-5, PR-8.
  const customer = { type: 'customer', totalCarr: 60, ceUsers: 4, intent: 'low' } as const;
  await book.account('Customer', { ...customer, renewalDate: daysAgo(-5), renewalAmount: 9000, dbQs: 75 });
  // CLK-4: a renewal that another fiscal year puts into this quarter.
  await book.account('Renews in January', {
    ...customer,
    renewalDate: '2027-01-10' as IsoDate,
    renewalAmount: 9000,
  });
  // TER-4.
  for (const name of ['Named 1', 'Named 2']) await book.account(name, { named: true, namedOwner: 'Dana' });
  // TER-10: 100 days old, 130 days old, and one with an extension.
  const moved = async (name: string, days: number, extension?: object): Promise<void> => {
    const id = await book.account(name, { owner: 'Dana' });
    await book.opportunity(id, {
      name,
      owner: 'Eli',
      stage: 'Open',
      createdDate: daysAgo(days),
      ...extension,
    });
  };
  await moved('Held young', 100);
  await moved('Held extended', 170, {
    extension: { askedOn: daysAgo(60), evidence: 'Signed soon', granted: true },
  });
  return book;
}

/** Another value of every setting, chosen so that something turns in the full book. */
const turning: Readonly<Record<SettingKey, RuleSettings[SettingKey]>> = {
  recentDays: 20,
  fiscalYearFirstMonth: 1,
  midMarketFrom: 600,
  largeFrom: 3000,
  employeeSourceOrder: 'dataFoxFirst',
  segmentChange: 'atOnce',
  expandFromCarr: 61,
  namedLimit: 1,
  governmentShare: 60,
  heldOpportunityDays: 140,
  extensionAskDays: 130,
  extensionCloseDays: 100,
  limitMidMarket: 3,
  limitLarge: 90,
  limitSmb: 40,
  researchDays: 3,
  sequencingDays: 12,
  peopleToSequence: 1,
  returnWarningDays: 9,
  returnDue: 'atWeeklyReview',
  inactiveDays: 20,
  highDbQsOver: 80,
  highLamPercent: 10,
  itTeddFrom: 300,
  strongScoreFrom: 40,
  weakScoreUnder: 1,
  recentTriggerDays: 30,
  mixPriority1: 60,
  mixPriority2: 0,
  renewPriority2Days: 5,
  renewPriority3Days: 5,
  icpScoreFrom: 1,
  smallRenewalUpTo: 100,
  weekFirstDay: 'sunday',
  restrictedAnswerHours: 24,
};

describe('the impact of every setting of the rule table', () => {
  it('is counted, or said in words to be none', async () => {
    const book = await fullBook();
    for (const key of settingKeys) {
      const answer = await impact(book, { [key]: turning[key] });
      const { problem, turns, overLimits, overNamed, seats, mix } = answer;
      expect(problem, key).toBeNull();
      const isOtherMix = mix !== null && JSON.stringify(mix.before) !== JSON.stringify(mix.after);
      const counted = turns.length + overLimits.length + overNamed.length + seats.length + Number(isOtherMix);
      const said = outcomeText(answer, [key]);
      if (typeof impactOfSetting[key] === 'string') {
        expect(counted, key).toBe(0);
        expect(said).toMatch(/^No account changes/);
      } else {
        expect(counted, `${key}: ${said}`).toBeGreaterThan(0);
        expect(said, key).not.toMatch(/^nothing/);
        // Nothing turns that the setting does not say it is looked for in.
        for (const { topic } of turns) expect(impactOfSetting[key], key).toContain(topic);
      }
    }
    // It is asked, never done.
    expect((await book.store.session.ask('rules', null)).history).toEqual([]);
  }, 60_000);

  it('says in words what was looked at where nothing turns', async () => {
    const book = await MovesBook.open();
    await book.account('Alone', { employeesImported: undefined });
    for (const key of settingKeys) {
      const answer = await impact(book, { [key]: turning[key] });
      const said = outcomeText(answer, [key]);
      // A limit is another one even where nobody is worked.
      if (answer.seats.length === 0) expect(said, key).toMatch(/^(?:nothing in|No account changes)/);
    }
  }, 60_000);
});

describe('AW-9 to AW-12', () => {
  it('tells whose clocks would run out and whose due day moves, and leaves alone what stays', async () => {
    const book = await MovesBook.open();
    await book.worked('Amber Works', 0);
    expect(turned(await impact(book, { researchDays: 3 }))).toEqual([
      'Clocks: in time → running out: Amber Works',
      'The due day comes sooner: Amber Works',
    ]);
    expect(turned(await impact(book, { researchDays: 4 }))).toEqual([
      'The due day comes sooner: Amber Works',
    ]);
    expect(turned(await impact(book, { researchDays: 12 }))).toEqual(['The due day moves back: Amber Works']);
    // AW-10 is due on day 15: research that is due later than that is not the first to run out.
    expect(turned(await impact(book, { sequencingDays: 16 }))).toEqual([]);
  });

  it('AW-12: one day less is due, as long as before is not', async () => {
    const book = await MovesBook.open();
    const id = await book.worked('Silent', 60, {
      accountResearch: 'x',
      accountStrategy: 'x',
      bdrNextStep: 'x',
      bdrNextStepDate: daysAgo(-1),
    });
    for (const name of ['A', 'B', 'C', 'D', 'E']) {
      await book.person(id, { name, sequencedOn: daysAgo(58), endedOn: daysAgo(25), state: 'finished' });
    }
    expect(turned(await impact(book, { inactiveDays: 26 }))).toEqual(['The due day comes sooner: Silent']);
    expect(turned(await impact(book, { inactiveDays: 25 }))).toEqual([
      'Clocks: in time → due for Worked in FY: Silent',
      'The due day comes sooner: Silent',
    ]);
  });

  it('a change of a later day is judged on that day', async () => {
    const book = await MovesBook.open();
    await book.worked('Amber Works', 2);
    const now = await impact(book, { researchDays: 6 });
    expect(turned(now)).toEqual(['The due day comes sooner: Amber Works']);
    const later = await impact(book, { researchDays: 6 }, daysAgo(-5));
    expect(later.on).toBe(daysAgo(-5));
    expect(turned(later)).toContain('Clocks: running out → due back: Amber Works');
  });

  it('between two planned days: compared with the day’s own numbers, until the next one brings its own', async () => {
    const book = await MovesBook.open();
    const [first, middle, second] = [daysAgo(-10), daysAgo(-15), daysAgo(-20)];
    await book.done({ kind: 'changeRules', values: { limitLarge: 80 }, from: first });
    await book.done({ kind: 'changeRules', values: { limitLarge: 60 }, from: second });
    const answer = await impact(book, { limitLarge: 70 }, middle);
    expect(answer.seats).toEqual([
      { segment: 'Large', from: { used: 0, limit: 80 }, to: { used: 0, limit: 70 } },
    ]);
    expect(answer.later).toEqual([{ key: 'limitLarge', from: second, value: 60 }]);
    // What the day has anyway is no change.
    expect(outcomeText(await impact(book, { limitLarge: 80 }, middle), ['limitLarge'])).not.toMatch(/slots:/);
    const past = await impact(book, { limitLarge: 70 }, daysAgo(1));
    expect(past.problem?.id).toBe('settings.from-past');
  });
});

describe('PR-4, PR-5, PR-8, PR-6', () => {
  it('tells who would be suggested another Priority, on both sides of the edge', async () => {
    const book = await MovesBook.open();
    await book.account('Amber Works', { dbQs: 84 });
    // One known signal: a score of 15.
    expect(turned(await impact(book, { weakScoreUnder: 15 }))).toEqual([
      'Suggested: Priority 3 → Priority 2: Amber Works',
    ]);
    expect(turned(await impact(book, { weakScoreUnder: 16 }))).toEqual([]);
    const wrong = await impact(book, { weakScoreUnder: 61 });
    expect([wrong.problem?.id, wrong.turns]).toEqual(['settings.above', []]);
  });

  it('the targets of the mix of the book, before and after', async () => {
    const book = await MovesBook.open();
    for (let at = 0; at < 10; at += 1) await book.worked(`Account ${at}`, 1, { priority: at < 6 ? 3 : 2 });
    const { mix } = await impact(book, { mixPriority1: 30 });
    expect(mix).toEqual({
      counted: 10,
      actual: { 1: 0, 2: 4, 3: 6 },
      before: { 1: 2, 2: 3, 3: 5 },
      after: { 1: 3, 2: 4, 3: 3 },
    });
  });

  it('ranks: of customers whose ultimate parent is ICP no more, and whose renewal is small no more', async () => {
    const book = await MovesBook.open();
    await book.account('Customer', {
      type: 'customer',
      totalCarr: 60,
      ceUsers: 4,
      intent: 'low',
      renewalDate: daysAgo(-5),
      renewalAmount: 9000,
      dbQs: 84,
    });
    expect(turned(await impact(book, { icpScoreFrom: 10 }))).toEqual(['Expand: Rank 3 → Rank 2: Customer']);
    expect(turned(await impact(book, { smallRenewalUpTo: 9000 }))).toEqual([]);
    expect(turned(await impact(book, { smallRenewalUpTo: 8999 }))).toEqual([
      'Expand: Rank 3 → No rank: Customer',
    ]);
    // A customer that is none any more has a Priority again.
    expect(turned(await impact(book, { expandFromCarr: 61 }))).toEqual(
      [
        'Expand: Rank 3 → No rank: Customer',
        'Expand → Land: Customer',
        expect.stringContaining('Suggested: No suggestion → Priority') as string,
      ].sort(),
    );
  });

  it('renewals of the next step: overdue on the day after', async () => {
    const book = await MovesBook.open();
    const id = await book.worked('Amber Works', 12, { priority: 2 });
    book.store.passDays(-10);
    await book.done({ kind: 'editAccounts', ids: [id], patch: { bdrNextStepDate: daysAgo(-30) } });
    book.store.passDays(10);
    expect(turned(await impact(book, { renewPriority2Days: 10 }))).toEqual([
      'The next step is to be renewed sooner: Amber Works',
    ]);
    expect(turned(await impact(book, { renewPriority2Days: 9 }))).toEqual([
      'Renewal of the next step: in time → overdue: Amber Works',
    ]);
    expect(turned(await impact(book, { renewPriority3Days: 9 }))).toEqual([]);
  });
});

it('AW-11: who would go back at the next review, and when', async () => {
  const book = await MovesBook.open();
  await book.worked('Late', 11);
  await book.worked('Last day', 10);
  // The day of the clock is a Monday, the first of its week.
  expect(turned(await impact(book, { returnDue: 'atWeeklyReview' }))).toEqual([
    'Due back: moved by hand → back to Queued on Nov 23, 2026: Late',
  ]);
  const tuesday = daysAgo(-1);
  expect(turned(await impact(book, { returnDue: 'atWeeklyReview' }, tuesday))).toEqual([
    'Due back: moved by hand → back to Queued on Nov 30, 2026: Last day, Late',
  ]);
});

it('several settings at once are told together, each for the accounts that it is about', async () => {
  const book = await MovesBook.open();
  await book.worked('Late', 11);
  const both = await impact(book, { returnDue: 'atWeeklyReview', renewPriority2Days: 9, limitLarge: 90 });
  expect(turned(both)).toEqual(['Due back: moved by hand → back to Queued on Nov 23, 2026: Late']);
  expect(both.seats.map(({ segment }) => segment)).toEqual(['Large']);
});

it('tells the first thousand of many by name, and counts all', async () => {
  const { Turns, namedAtMost } = await import('../../../../src/renderer/store/questions/impact-turns.ts');
  const turns = new Turns((id) => `Account ${id}`);
  for (let at = 0; at < namedAtMost + 5; at += 1) turns.add('segments', String(at), 'Large', 'SMB');
  turns.add('segments', 'same', 'SMB', 'SMB');
  const [turn] = turns.list();
  expect([turn?.count, turn?.accounts.length]).toEqual([namedAtMost + 5, namedAtMost]);
});

it('names no more than a page can take at once, and some of every turn', async () => {
  const { Turns, namedAtLeast, namedAtMost, namedInAll } =
    await import('../../../../src/renderer/store/questions/impact-turns.ts');
  const turns = new Turns((id) => `Account ${id}`);
  const kinds = namedInAll / namedAtMost + 3;
  for (let kind = 0; kind < kinds; kind += 1) {
    for (let at = 0; at < namedAtMost; at += 1) turns.add('territories', `${kind} ${at}`, 'A', `T${kind}`);
  }
  const listed = turns.list().map(({ accounts, count }) => [accounts.length, count]);
  expect(listed.slice(0, -3)).toEqual(Array.from({ length: kinds - 3 }, () => [namedAtMost, namedAtMost]));
  expect(listed.slice(-3)).toEqual(Array.from({ length: 3 }, () => [namedAtLeast, namedAtMost]));
});

it('a limit that is asked for while nobody waits any more is not worked out', async () => {
  const book = await MovesBook.open();
  await book.worked('Late', 11);
  const over = new AbortController();
  const ask = () => book.store.session.ask('settingsImpact', { values: { highDbQsOver: 50 } }, over.signal);
  await expect(ask()).resolves.toMatchObject({ problem: null });
  const overtaken = ask();
  over.abort(new Error('overtaken'));
  await expect(overtaken).rejects.toThrow('overtaken');
  await expect(ask()).rejects.toThrow('overtaken');
});

it('AW-6: a limit is told with its slots, and today’s date is the day', async () => {
  const book = await MovesBook.open();
  await book.worked('Amber Works', 1);
  await book.worked('Birch Mills', 1);
  const lower = await impact(book, { limitMidMarket: 1 });
  expect(lower.on).toBe(today);
  expect(lower.overLimits).toMatchObject([{ used: 2, limit: 1, over: 1 }]);
  expect(lower.seats).toEqual([
    { segment: 'Mid-Market', from: { used: 2, limit: 150 }, to: { used: 2, limit: 1 } },
  ]);
  const higher = await impact(book, { limitMidMarket: 160 });
  expect(outcomeText(higher, ['limitMidMarket'])).toBe('Mid-Market slots: 148 of 150 free → 158 of 160 free');
});
