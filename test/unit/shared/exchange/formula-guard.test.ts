import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from '../../../../src/shared/exchange/formula-guard.ts';

describe('EX-6: cells that a spreadsheet would run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30 1234', "'+49 30 1234"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠a', "'＠a"],
    ["'=1", "''=1"],
    ["''@a", "'''@a"],
    ["'-5", "''-5"],
    ['--5', "'--5"],
    ['-05', "'-05"],
  ])('guards %j as %j and takes it back', (cell, safe) => {
    expect(guardFormula(cell)).toBe(safe);
    expect(unguardFormula(safe)).toBe(cell);
  });

  it.each([
    '-5',
    '-5.25',
    '-0',
    '5',
    '0',
    '2026-11-21',
    'Acme',
    "'quoted",
    "O'Neil",
    '',
    'a=b',
    'https://x.example',
  ])('leaves %j bare', (cell) => {
    expect(guardFormula(cell)).toBe(cell);
    expect(unguardFormula(cell)).toBe(cell);
  });

  it('takes back exactly what it put on, for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^['=+\-@\t\r\n＝＋－＠0-9a.]*$/),
    );
    fc.assert(fc.property(text, (cell) => unguardFormula(guardFormula(cell)) === cell));
  });

  it('lets nothing through that begins with a sign, but plain numbers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Array.from('=+-@\t\r\n＝＋－＠')), fc.string(), (sign, rest) => {
        const safe = guardFormula(sign + rest);
        return safe.startsWith("'") || /^-\d+(\.\d+)?$/.test(safe);
      }),
    );
  });
});
