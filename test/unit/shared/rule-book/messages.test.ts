import { describe, expect, it } from 'vitest';
import { catalogue, label, say, sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import type { RuleId } from '../../../../src/shared/rule-book/rule-ids.ts';
import { ruleOf } from '../../../../src/shared/rule-book/rules.ts';
import { statusList } from '../../../../src/shared/rule-book/template.ts';

describe('say', () => {
  it.each([
    [label('command.moved', { name: 'Acme', status: '' }), 'Moved Acme to No status'],
    [label('command.moved-many', { count: 1, status: 'Queued' }), 'Moved 1 account to Queued'],
    [label('command.moved-many', { count: 1234, status: 'Queued' }), 'Moved 1,234 accounts to Queued'],
    [
      label('command.imported', { file: 'a.csv', created: 1500, changed: 0 }),
      'Imported a.csv: 1,500 new, 0 changed',
    ],
    [
      label('aw0.impossible-remedy', { from: '', moves: statusList(['', 'Queued']) }),
      'From No status it can go to No status or Queued.',
    ],
    [
      label('clk3.next-step-past', { date: '2028-02-29' }),
      'CLK-3: the next step was due on Feb 29, 2028. Set the next one.',
    ],
    [label('command.nothing'), 'Nothing had to change'],
    // The full stop of the name is the sentence's.
    [
      label('ter7.no-match', { name: 'Acme Inc.' }),
      'TER-7: no territory fits the place and segment of Acme Inc. Choose one, or add a row.',
    ],
    [
      label('ter7.no-match', { name: 'Acme' }),
      'TER-7: no territory fits the place and segment of Acme. Choose one, or add a row.',
    ],
  ])('%j', (given, words) => {
    expect(say(given)).toBe(words);
    expect(sayStrictly(given)).toBe(words);
  });

  it('puts parameters in as they are', () => {
    expect(say(label('command.undo', { what: 'Moved {name} $& to {status}' }))).toBe(
      'Undid: Moved {name} $& to {status}',
    );
  });

  it.each([
    [{ id: 'no.such' }, 'no.such'],
    [{ id: 'toString' }, 'toString'],
    [{ id: 'command.moved', params: { name: 'Acme' } }, 'command.moved'],
    [{ id: 'clk3.next-step-past', params: { date: 'soon' } }, 'clk3.next-step-past'],
  ])('falls back to the id for %j, which tests refuse', (given, words) => {
    expect(say(given)).toBe(words);
    expect(() => sayStrictly(given)).toThrow();
  });
});

describe('the catalogue', () => {
  const entries = Object.entries(catalogue);

  it.each(entries)('%s is a whole text', (_id, template) => {
    expect(template.trim()).toBe(template);
    const slots = template.match(/\{[^}]*\}/g) ?? [];
    for (const slot of slots) expect(slot).toMatch(/^\{\w+(\|[^|}]+\|[^|}]+|:(status|statuses|date))?\}$/);
    expect(template.replace(/\{[^}]*\}/g, '')).not.toMatch(/[{}]/);
  });

  it('a message that names a rule names one of the rule book, and its id says so', () => {
    for (const [id, template] of entries) {
      const rule = /^([A-Z]+-\d+): /.exec(template)?.[1];
      const named = /^(aw|seg|clk|ter|ex|roe|pr)(\d+)\./.exec(id);
      if (rule !== undefined) expect(ruleOf(rule as RuleId).id).toBe(rule);
      if (named && !id.endsWith('-remedy')) {
        expect(rule).toBe(`${(named[1] ?? '').toUpperCase()}-${named[2] ?? ''}`);
      }
    }
  });

  it('every remedy has its refusal', () => {
    const ofSeveral = ['aw8.details-remedy', 'aw3x.details-remedy', 'aw3x.no-ground-remedy'];
    for (const id of Object.keys(catalogue)) {
      if (id.endsWith('-remedy') && !ofSeveral.includes(id)) {
        expect(Object.hasOwn(catalogue, id.slice(0, -'-remedy'.length)), id).toBe(true);
      }
    }
  });
});
