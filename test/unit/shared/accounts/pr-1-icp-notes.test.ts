import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyNotes,
  icpNotes,
  icpParts,
  icpPartWords,
  saysNone,
  tidyNote,
  type IcpNotes,
} from '../../../../src/shared/accounts/icp-notes.ts';
import {
  hasWholeBlock,
  readIcpNotes,
  writeIcpNotes,
} from '../../../../src/shared/accounts/icp-notes-text.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { appendRestriction } from '../../../../src/shared/statuses/restriction-line.ts';

const whole: IcpNotes = {
  highLam: 'about 300 developers',
  highDbQs: '84',
  salInsights: 'None',
  personsWithLims: 'Mia Roth (VP), pricing page on 2026-11-02',
  techUsed: 'Jenkins, Kubernetes',
  triggers: '2026-11-01 opened a centre\n2026-10-01 new CTO',
};
const block = [
  'High LAM: about 300 developers',
  'High DB QS: 84',
  'SAL Insights: None',
  'Persons with LIMs: Mia Roth (VP), pricing page on 2026-11-02',
  'Tech Used: Jenkins, Kubernetes',
  'Triggers: 2026-11-01 opened a centre',
  '  2026-10-01 new CTO',
].join('\n');

describe('PR-1: ICP notes have six parts, always all six, written as a plain-text block', () => {
  it('notes become text, text becomes notes', () => {
    expect(writeIcpNotes(undefined, whole)).toBe(block);
    expect(readIcpNotes(block)).toEqual(whole);
    expect(hasWholeBlock(block)).toBe(true);
    expect(icpNotes.parse(readIcpNotes(undefined))).toEqual(emptyNotes);
  });

  it('a part that nobody has looked at keeps its place', () => {
    const text = writeIcpNotes('', { ...emptyNotes, techUsed: 'Jenkins' });
    expect(text).toBe(
      'High LAM:\nHigh DB QS:\nSAL Insights:\nPersons with LIMs:\nTech Used: Jenkins\nTriggers:',
    );
    expect(readIcpNotes(text)).toEqual({ ...emptyNotes, techUsed: 'Jenkins' });
  });

  it('no notes leave no trace', () => {
    expect(writeIcpNotes('my own words', emptyNotes)).toBe('my own words');
    expect(writeIcpNotes(undefined, emptyNotes)).toBe('');
    expect(writeIcpNotes(undefined, { ...emptyNotes, techUsed: ' \n ' })).toBe('');
  });

  it('"None" is an answer', () => {
    for (const said of ['None', 'none.', ' NONE ', 'n/a', '-', 'Nothing']) expect(saysNone(said)).toBe(true);
    for (const said of ['', 'Nonesuch Ltd', 'none yet', 'No idea who']) expect(saysNone(said)).toBe(false);
  });
});

describe('PR-1: text outside the block survives', () => {
  it('a new block comes on top', () => {
    expect(writeIcpNotes('Called twice.', whole)).toBe(`${block}\n\nCalled twice.`);
    expect(writeIcpNotes('a\r\nb', { ...whole, triggers: 'None' })).toMatch(/Triggers: None\r\n\r\na\r\nb$/);
  });

  it('an edit changes its part and nothing else', () => {
    const text = `Intro\n\n${block}\n\nOutro\n`;
    expect(writeIcpNotes(text, { ...whole, highDbQs: '90' })).toBe(text.replace('84', '90'));
    expect(writeIcpNotes(text, { ...whole, triggers: 'None' })).toBe(
      text.replace('2026-11-01 opened a centre\n  2026-10-01 new CTO', 'None'),
    );
    expect(writeIcpNotes(text, { ...whole, salInsights: '' })).toBe(
      text.replace('Insights: None', 'Insights:'),
    );
  });

  it('AW-8: a restriction’s line is outside, even right below the block', () => {
    const restricted = appendRestriction(block, '2026-11-21' as IsoDate, 'Talks', 'Dana');
    expect(readIcpNotes(restricted)).toEqual(whole);
    const tight = `${block}\nRestricted 2026-11-21: Talks (asked by Dana)`;
    expect(readIcpNotes(tight)).toEqual(whole);
    expect(writeIcpNotes(tight, { ...whole, triggers: 'None' })).toMatch(
      /Triggers: None\nRestricted 2026-11-21: Talks \(asked by Dana\)$/,
    );
  });
});

describe('PR-1: blocks as people and CRMs write them', () => {
  it.each([
    ['other case and blanks', 'high lam :300\nHIGH DB QS:  84', { highLam: '300', highDbQs: '84' }],
    ['CRLF', 'High LAM: 300\r\nHigh DB QS: 84\r\n', { highLam: '300', highDbQs: '84' }],
    ['old line ends', 'High LAM: 300\rHigh DB QS: 84', { highLam: '300', highDbQs: '84' }],
    [
      'bullets and bold',
      '* **High LAM:** 300\n- **High DB QS**: **84**',
      { highLam: '300', highDbQs: '**84**' },
    ],
    ['blank lines between parts', 'High LAM: 300\n\n\nHigh DB QS: 84', { highLam: '300', highDbQs: '84' }],
    ['another order', 'Triggers: None\nHigh LAM: 300', { triggers: 'None', highLam: '300' }],
    [
      'a part over several lines',
      'Triggers:\n- one\n- two\nTech Used: x',
      { triggers: '- one\n- two', techUsed: 'x' },
    ],
    [
      'a marker inside a part',
      'High LAM: 300, see Triggers: below\nTech Used: x',
      { highLam: '300, see Triggers: below', techUsed: 'x' },
    ],
    [
      'an indented marker is text',
      'High LAM: 300\n  Triggers: none\nTech Used: x',
      { highLam: '300\nTriggers: none', techUsed: 'x' },
    ],
  ])('%s', (_sentence, text, parts) => {
    expect(readIcpNotes(text)).toEqual({ ...emptyNotes, ...parts });
    expect(writeIcpNotes(text, readIcpNotes(text))).toBe(text);
  });

  it('one lonely part is no block', () => {
    expect(readIcpNotes('We know their Tech Used: Jenkins')).toEqual(emptyNotes);
    expect(readIcpNotes('Tech Used: Jenkins')).toEqual(emptyNotes);
  });

  it('a half block becomes whole with the first change, each part in its place', () => {
    const half = 'Intro\n\nSAL Insights: merge contracts\nTriggers: None\nOutro';
    expect(readIcpNotes(half)).toEqual({
      ...emptyNotes,
      salInsights: 'merge contracts',
      triggers: 'None\nOutro',
    });
    const notes = { ...readIcpNotes(half), techUsed: 'Jenkins' };
    expect(writeIcpNotes(half, notes)).toBe(
      [
        'Intro',
        '',
        'High LAM:',
        'High DB QS:',
        'SAL Insights: merge contracts',
        'Persons with LIMs:',
        'Tech Used: Jenkins',
        'Triggers: None',
        'Outro',
      ].join('\n'),
    );
    expect(writeIcpNotes('High LAM: 1\nHigh DB QS: 2', { ...emptyNotes, highLam: '1', highDbQs: '3' })).toBe(
      'High LAM: 1\nHigh DB QS: 3\nSAL Insights:\nPersons with LIMs:\nTech Used:\nTriggers:',
    );
  });

  it('of two blocks the first whole one counts, and the other survives', () => {
    const other = block.replaceAll('300', '999');
    for (const gap of ['\n', '\n\n', '\n\nbetween\n\n']) {
      const text = block + gap + other;
      expect(readIcpNotes(text)).toEqual(whole);
      expect(writeIcpNotes(text, { ...whole, highLam: '5' })).toBe(text.replace('about 300 developers', '5'));
    }
    const half = 'High LAM: 1\nHigh DB QS: 2\n\nsome words\n\n';
    expect(readIcpNotes(half + block)).toEqual(whole);
  });

  it('of two half blocks the fuller one counts, of equal ones the first', () => {
    const two = 'High LAM: 1\nHigh DB QS: 2\n\nx\n\n';
    const three = 'Tech Used: a\nTriggers: b\nSAL Insights: c';
    expect(readIcpNotes(two + three)).toEqual({
      ...emptyNotes,
      techUsed: 'a',
      triggers: 'b',
      salInsights: 'c',
    });
    expect(readIcpNotes(two + 'Tech Used: a\nTriggers: b').highLam).toBe('1');
  });
});

/** Text that is likely to be taken for what it is not. */
const hostileLine = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .tuple(
      fc.constantFrom('', ' ', '  ', '- ', '* ', '**', '\t', '\u00a0'),
      fc.constantFrom(...icpParts.map((part) => icpPartWords[part]), 'HIGH  LAM', 'Restricted 2026-11-21'),
      fc.constantFrom(':', ' :', ': ', ':**', '**:', '', '：'),
      fc.string({ maxLength: 10 }),
    )
    .map((pieces) => pieces.join('')),
);
const hostileText = fc
  .array(fc.tuple(hostileLine, fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n\r\n', '\u2028', '')), {
    maxLength: 20,
  })
  .map((lines) => lines.flat().join(''));
const hostileNotes = fc.record(
  Object.fromEntries(icpParts.map((part) => [part, hostileText])) as Record<
    (typeof icpParts)[number],
    typeof hostileText
  >,
);

describe('PR-1, for any text and notes', () => {
  it('text -> notes -> text changes nothing', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(writeIcpNotes(text, readIcpNotes(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('notes -> text -> notes changes nothing but outer blanks and empty lines', () => {
    fc.assert(
      fc.property(hostileText, hostileNotes, (text, notes) => {
        const written = writeIcpNotes(text, notes);
        const tidy = Object.fromEntries(icpParts.map((part) => [part, tidyNote(notes[part])]));
        expect(readIcpNotes(written)).toEqual(tidy);
        expect(writeIcpNotes(written, notes)).toBe(written);
      }),
      { numRuns: 2000 },
    );
  });

  it('what stands around a whole block survives any edit, letter by letter', () => {
    const around = hostileText.filter((text) => readIcpNotes(text) === emptyNotes);
    fc.assert(
      fc.property(around, hostileNotes, around, hostileNotes, (before, first, after, second) => {
        const inner = writeIcpNotes('', { ...first, highLam: `x${first.highLam}` });
        const edited = writeIcpNotes(`${before}\n\n${inner}\n\n${after}`, second);
        expect(edited.startsWith(`${before}\n\n`)).toBe(true);
        expect(edited.endsWith(`\n\n${after}`)).toBe(true);
        expect(hasWholeBlock(edited.slice(before.length, edited.length - after.length))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
