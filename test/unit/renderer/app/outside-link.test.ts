import { describe, expect, it } from 'vitest';
import { longestLink } from '../../../../src/shared/host/outside-link.ts';
import { outsideLink, websiteLink } from '../../../../src/renderer/app/outside-link.ts';

describe('a website as a link', () => {
  it.each([
    ['example.com', 'https://example.com/'],
    ['HTTP://Example.com/Path', 'https://example.com/Path'],
    ['https://example.com:8443/a?b#c', 'https://example.com:8443/a?b#c'],
    ['mailto:ada@example.com', 'mailto:ada@example.com'],
    ['example.com:8443/a', 'https://example.com:8443/a'],
  ])('is opened over https, or by the mail program: %s', (text, url) => {
    expect(websiteLink(text)?.url).toBe(url);
  });

  it.each([
    undefined,
    '',
    '[Blank]',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://example.com/',
    'javascript:1',
    'tel:15550100',
    'localhost',
    'https://',
    'https://known.example@stranger.example/',
    'known.example:secret@stranger.example',
    'mailto:',
    'two words',
    `example.com/${'x'.repeat(longestLink)}`,
  ])('is none, so nothing is offered: %s', (text) => {
    expect(websiteLink(text)).toBeUndefined();
  });

  it('may be as long as the host takes, and no longer', () => {
    const start = 'https://example.com/';
    const longest = start + 'x'.repeat(longestLink - start.length);
    expect(outsideLink(longest)?.url).toHaveLength(longestLink);
    expect(outsideLink(`${longest}x`)).toBeUndefined();
  });
});

describe('the pieces of a link', () => {
  it.each([
    'https://example.com/',
    'https://www.example.com:8443/https/www.example.com?x=https://other.example',
    'https://https.example/',
    'mailto:ada@example.com?subject=Hello',
    'mailto:mailto@example.com',
    'https://xn--mnchen-3ya.example/a',
  ])('join to exactly what is opened: %s', (text) => {
    const link = outsideLink(text);
    expect(`${link?.before ?? ''}${link?.host ?? ''}${link?.after ?? ''}`).toBe(link?.url);
    expect(link?.url).toBe(text);
  });

  it('name the host that is asked, not one that the path or the query names', () => {
    expect(outsideLink('https://stranger.example/known.example?u=https://known.example')).toMatchObject({
      before: 'https://',
      host: 'stranger.example',
      after: '/known.example?u=https://known.example',
      kind: 'website',
    });
    expect(outsideLink('mailto:ada@example.com?cc=b@other.example')).toMatchObject({
      before: 'mailto:',
      host: 'ada@example.com',
      kind: 'mail',
    });
  });

  it('show a name in another script as servers know it, and tell its letters beside', () => {
    // The first letter is Cyrillic.
    const link = websiteLink('\u0430pple.com');
    expect(link).toMatchObject({ host: 'xn--pple-43d.com', readable: '\u0430pple.com' });
    expect(websiteLink('apple.com')?.readable).toBeUndefined();
  });

  it('hold no character that turns the reading direction or takes no room', () => {
    const link = outsideLink('https://example.com/\u202etxt.exe\u200b\u0007?\u2066x#\u202e');
    expect(link?.url).toMatch(/^[\x21-\x7e]+$/);
  });

  it('read disguised hosts as the system will', () => {
    expect(websiteLink('https://example.com\\@stranger.example')?.host).toBe('example.com');
    expect(websiteLink('https:stranger.example')?.host).toBe('stranger.example');
    expect(websiteLink('https://0x7f.1/')?.host).toBe('127.0.0.1');
    expect(websiteLink('https://ex\tample.com')?.host).toBe('example.com');
  });
});
