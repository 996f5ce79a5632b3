import { describe, expect, it } from 'vitest';
import { looseName, normaliseName, sameName } from '../../../../src/shared/accounts/names.ts';

describe('EX-3: names are the same apart from case, accents, punctuation and blanks', () => {
  it.each([
    ['AT&T Inc.', 'at and t inc'],
    ['AT & T, INC', 'AT&T Inc.'],
    ['A.B.C. Corp', 'ABC Corp.'],
    ['J.P. Morgan', 'JP  Morgan'],
    ['McDonald’s', 'McDonalds'],
    ['Müller GmbH', 'MULLER GMBH'],
    ['Straßen AG', 'Strassen AG'],
    ['Coca-Cola', 'Coca Cola'],
    ['Ｔｏｙｏｔａ', 'Toyota'],
    ['  Acme\u00a0Ltd ', 'Acme Ltd'],
  ])('%j is %j', (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  it.each([
    ['Acme Inc', 'Acme GmbH'],
    ['Acme', 'Acme Inc'],
    ['C++ Tools', 'C Tools'],
    ['กิน', 'กัน'],
    ['ハハ', 'パパ'],
    ['Acme 1', 'Acme 11'],
    ['E.ON', 'Eon'],
    ['!!!', '???'],
  ])('%j is not %j', (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });

  it('normalising twice changes nothing more', () => {
    for (const name of ['AT&T Inc.', 'S.p.A. Foo', '!!!', 'Łódź + Co', 'École 42']) {
      expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
    }
  });
});

describe('loose names leave legal forms out, to ask by', () => {
  it.each([
    ['Acme Inc', 'acme'],
    ['Müller GmbH & Co. KG', 'muller'],
    ['The Coca-Cola Company', 'coca cola'],
    ['Amazon.com, Inc.', 'amazon com'],
    ['Inc.', 'inc'],
    ['The', 'the'],
    ['Group Holdings Ltd', 'group'],
    ['SE Bank', 'se bank'],
  ])('%j: %s', (name, loose) => {
    expect(looseName(name)).toBe(loose);
  });
});
