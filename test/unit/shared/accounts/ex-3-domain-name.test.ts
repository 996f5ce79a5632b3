import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  domainOf,
  isFreeMailOrSharedHost,
  matchableDomain,
  matchableDomains,
} from '../../../../src/shared/accounts/domain-name.ts';
import { readableLabel } from '../../../../src/shared/accounts/punycode.ts';

describe('domainOf finds the registrable domain', () => {
  it.each([
    ['HTTPS://WWW.ACME.COM/#1', 'acme.com'],
    ['acme.com', 'acme.com'],
    ['  Acme.COM. ', 'acme.com'],
    ['http://shop.acme.co.uk/de?x=1@b.com', 'acme.co.uk'],
    ['http://user:secret@acme.com:8080/', 'acme.com'],
    ['jane@mail.acme.com', 'acme.com'],
    ['mailto:jane@acme.com', 'acme.com'],
    ['acme.com; acme.de', 'acme.com'],
    ['Acme (acme.com)', 'acme.com'],
    ['https//acme.com', 'acme.com'],
    ['MÜNCHEN.de', 'münchen.de'],
    ['xn--mnchen-3ya.de', 'münchen.de'],
    ['mu\u0308nchen.de', 'münchen.de'],
    ['https://例え.テスト.jp', 'テスト.jp'],
    ['foo.github.io', 'github.io'],
  ])('%j: %s', (website, domain) => {
    expect(domainOf(website)).toBe(domain);
  });

  it.each([
    undefined,
    '',
    ' ',
    '[Blank]',
    '[blank]',
    'n/a',
    'NOT AVAILABLE',
    '192.168.0.1',
    'http://[::1]/',
    'localhost',
    'acme',
    'co.uk',
    'acme.notanending',
  ])('%j has none', (website) => {
    expect(domainOf(website)).toBeNull();
  });

  it('never throws, and what it finds is its own domain', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress(), fc.domain()), (text) => {
        const domain = domainOf(text);
        if (domain !== null) expect(domainOf(domain)).toBe(domain);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('international names', () => {
  it.each([
    ['xn--mnchen-3ya', 'münchen'],
    ['xn--fiqs8s', '中国'],
    ['xn--80akhbyknj4f', 'испытание'],
    ['xn--bcher-kva', 'bücher'],
    ['xn--ls8h', '💩'],
    ['plain', 'plain'],
    ['xn--', 'xn--'],
    ['xn--99999999', 'xn--99999999'],
  ])('%s reads %s', (ascii, readable) => {
    expect(readableLabel(ascii)).toBe(readable);
  });

  it('agree with the address parser of the platform', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'z', 'ä', 'ö', 'ß', 'é', 'ñ', 'ж', 'щ', 'δ', '日', '本', '한'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, (text) => {
        const ascii = new URL(`http://${text}.com`).hostname;
        const [label = ''] = ascii.split('.');
        expect(new URL(`http://${readableLabel(label)}.com`).hostname).toBe(ascii);
        if (label.startsWith('xn--')) expect(readableLabel(label)).not.toBe(label);
      }),
      { numRuns: 500 },
    );
  });
});

describe('EX-3: free-mail and shared-host domains never match', () => {
  it.each([
    'gmail.com',
    'GMAIL.com',
    'outlook.com',
    'yahoo.com',
    'yahoo.co.uk',
    'hotmail.fr',
    'facebook.com',
    'www.facebook.com',
    'linkedin.com',
    'wixsite.com',
    'acme.wordpress.com',
    'acme.github.io',
    'sites.google.com',
    'acme.business.site',
  ])('%s', (domain) => {
    expect(isFreeMailOrSharedHost(domain)).toBe(true);
  });

  it.each(['acme.com', 'google.com', 'notgmail.com', 'gmail.acme.com', 'wordpress.org', 'yahooligans.com'])(
    '%s may match',
    (domain) => {
      expect(isFreeMailOrSharedHost(domain)).toBe(false);
    },
  );

  it('a page at a shared host does not stand for its provider', () => {
    expect(matchableDomain({ website: 'https://sites.google.com/view/acme' })).toBeNull();
    expect(matchableDomain({ website: 'https://www.google.com' })).toBe('google.com');
    expect(matchableDomain({ website: 'info@gmail.com' })).toBeNull();
  });

  it('other domains follow the website, each once', () => {
    expect(
      matchableDomains({
        website: 'https://facebook.com/acme',
        otherDomains: ['acme.com', 'WWW.acme.com', 'acme.de', 'nonsense'],
      }),
    ).toEqual(['acme.com', 'acme.de']);
    expect(matchableDomains({})).toEqual([]);
  });
});
