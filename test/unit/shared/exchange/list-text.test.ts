import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overrideGrounds } from '../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import {
  readDomainList,
  readPauses,
  readStints,
  readTextList,
  readTriggers,
  writeDomainList,
  writePauses,
  writeStints,
  writeTextList,
  writeTriggers,
} from '../../../../src/shared/exchange/list-text.ts';

const text = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.stringMatching(/^[a ;,|\n[\]"0-9-]+$/).filter((it) => it !== ''),
);
const date = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10) as IsoDate);

describe('several things in one cell', () => {
  it('are written for people where that reads back exactly', () => {
    expect(writeTextList(['Ann', 'Bo'])).toBe('Ann; Bo');
    expect(writeTextList(['Ann; Bo'])).toBe('["Ann; Bo"]');
    expect(
      writeTriggers([{ text: 'New CTO', date: '2026-03-01' as IsoDate, link: 'https://n.example' }]),
    ).toBe('2026-03-01 | New CTO | https://n.example');
    expect(writeStints([{ start: '2026-01-05' as IsoDate }])).toBe('2026-01-05 to');
    expect(
      writeStints([{ start: '2026-01-05' as IsoDate, end: '2026-02-01' as IsoDate, actor: 'Pat' }]),
    ).toBe('2026-01-05 to 2026-02-01 |  | Pat');
    expect(
      writePauses([
        { from: '2026-01-05' as IsoDate, until: '2026-01-12' as IsoDate, reason: 'Leave' },
        { from: '2026-02-01' as IsoDate, reason: 'Event | Berlin' },
      ]),
    ).toBe('2026-01-05 to 2026-01-12 | Leave\n2026-02-01 to  | Event | Berlin');
  });

  it('come back as they were, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (list) => {
        expect(readTextList(writeTextList(list))).toEqual(list);
        expect(readDomainList(writeDomainList(list))).toEqual(list);
      }),
    );
    const trigger = fc.record({ text, date, link: text }, { requiredKeys: ['text'] });
    fc.assert(
      fc.property(fc.array(trigger, { minLength: 1 }), (list) => {
        expect(readTriggers(writeTriggers(list))).toEqual(list);
      }),
    );
    const stint = fc.record(
      {
        start: date,
        end: date,
        reason: text,
        actor: text,
        overrideBy: text,
        overrideGround: fc.constantFrom(...overrideGrounds),
        overrideOn: date,
        overrideReason: text,
      },
      { requiredKeys: ['start'] },
    );
    const pause = fc.record({ from: date, until: date, reason: text }, { requiredKeys: ['from', 'reason'] });
    fc.assert(
      fc.property(fc.array(pause, { minLength: 1 }), (list) => {
        expect(readPauses(writePauses(list))).toEqual(list);
      }),
    );
    fc.assert(
      fc.property(fc.array(stint, { minLength: 1 }), (list) => {
        expect(readStints(writeStints(list))).toEqual(list);
      }),
    );
  });

  it('are refused when they are something else', () => {
    expect(readStints('since spring')).toBeUndefined();
    expect(readStints('[{"start":"2026-01-05","overrideGround":"because"}]')).toBeUndefined();
    for (const pause of [
      '2026-01-05',
      '2026-01-05 to soon | leave',
      '2026-02-30 to  | x',
      '[{"from":"x"}]',
    ]) {
      expect(readPauses(pause)).toBeUndefined();
    }
    expect(readTriggers('[{"what":1}]')).toBeUndefined();
    expect(readTextList('[1,2]')).toBeUndefined();
  });
});
