import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '../../../../src/shared/clock.ts';
import { fieldText, readFieldText } from '../../../../src/renderer/app/field-text.ts';

const value = (read: ReturnType<typeof readFieldText>): unknown =>
  read.ok ? read.value : `refused: ${read.error}`;

describe('what is typed into a field', () => {
  it('takes texts as they are, words that mean "blank" in a file included', () => {
    expect(value(readFieldText('bdrNextStep', 'None'))).toBe('None');
    expect(value(readFieldText('industry', '  Insurance '))).toBe('Insurance');
  });

  it('keeps the lines of long texts', () => {
    expect(value(readFieldText('accountResearch', 'High LAM: None\n  second\n\n'))).toBe(
      'High LAM: None\n  second',
    );
  });

  it('blanks a field that was emptied, but never the name', () => {
    expect(value(readFieldText('industry', '  '))).toBeNull();
    expect(readFieldText('name', ' ')).toMatchObject({ ok: false, error: 'An account needs a name.' });
  });

  it('reads counts, ranges and open ranges', () => {
    expect(value(readFieldText('employeesOverride', '1,200'))).toBe(1200);
    expect(value(readFieldText('employeesOverride', '50-99'))).toEqual({ min: 50, max: 99 });
    expect(value(readFieldText('employeesOverride', '5,000+'))).toEqual({ min: 5000 });
  });

  it.each(['employeesOverride', 'itTeddCount', 'revenue'] as const)(
    'says how to mend a word in %s',
    (key) => {
      const read = readFieldText(key, 'lots');
      expect(read.ok).toBe(false);
      if (!read.ok) expect(read.error).toMatch(/lots.*1,2/s);
    },
  );

  it('refuses days that are none', () => {
    expect(value(readFieldText('bdrNextStepDate', '2026-02-28'))).toBe('2026-02-28');
    expect(readFieldText('bdrNextStepDate', '2026-02-30').ok).toBe(false);
  });

  it('takes web addresses with and without the protocol, and [Blank]', () => {
    expect(value(readFieldText('website', 'example.com'))).toBe('example.com');
    expect(value(readFieldText('website', 'https://example.com/a?b'))).toBe('https://example.com/a?b');
    expect(value(readFieldText('website', '[Blank]'))).toBe('[Blank]');
    expect(readFieldText('website', 'our site').ok).toBe(false);
    expect(readFieldText('website', 'javascript:alert(1)').ok).toBe(false);
  });

  it('reads back what it shows', () => {
    const triggers = [{ text: 'New CISO', date: parseIsoDate('2026-01-10'), link: 'https://news.example/1' }];
    const read = readFieldText('triggers', fieldText({ name: 'A', triggers }, 'triggers'));
    expect(value(read)).toEqual(triggers);
  });
});
