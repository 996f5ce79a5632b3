import { describe, expect, test } from 'vitest';
import { failureNote, refusalsText } from '../../../../src/renderer/app/refusal-note.ts';
import type { RefusedAccount, StoreError } from '../../../../src/renderer/store/api.ts';
import { label } from '../../../../src/shared/rule-book/messages.ts';

const refusedBy = (name: string, limit: number): RefusedAccount => ({
  id: name,
  name,
  refusal: {
    rule: 'AW-6',
    message: label('view.condition-days', { field: name, value: String(limit) }),
    remedy: label('view.no-name'),
  },
});
const acme = refusedBy('Acme', 1);
const birch = refusedBy('Birch', 2);
const cedar = refusedBy('Cedar', 3);
const error = (of: RefusedAccount, refused: readonly RefusedAccount[]): StoreError => ({
  code: 'refused',
  message: of.refusal.message,
  refused,
});

const because = 'The condition on “Acme” needs a number of days from 1 on, not “1”.';
const remedy = 'A view needs a name of 1 to 80 characters.';

const timesSaid = (of: string, ...texts: readonly (string | undefined)[]): number =>
  texts.join('\n').split(of).length - 1;

describe('a command that did nothing is told once', () => {
  test('one account: its name and the rule above, what would help below', () => {
    expect(failureNote(error(acme, [acme]))).toEqual({
      tone: 'problem',
      title: `Acme: ${because}`,
      description: remedy,
    });
  });

  test('several: how many stayed above, each with its reason below', () => {
    const { title, description } = failureNote(error(acme, [acme, birch]));
    expect(title).toBe('2 accounts stayed as they were.');
    expect(description).toContain(`Acme: ${because} ${remedy}\nBirch: `);
    expect(timesSaid(because, title, description)).toBe(1);
    expect(timesSaid('stayed as they were', title, description)).toBe(1);
  });

  test('more than two: the rest as a number', () => {
    const { description } = failureNote(error(acme, [acme, birch, cedar]));
    expect(description).toMatch(/And 1 more\.$/);
    expect(description).not.toContain('Cedar');
  });

  test('a message of its own stays above what was refused', () => {
    const own: StoreError = { code: 'invalid', message: label('view.no-json'), refused: [acme] };
    const { title, description } = failureNote(own);
    expect(title).toContain('no JSON');
    expect(description).toBe(`Acme: ${because} ${remedy}`);
  });

  test('where nothing was refused, the message alone', () => {
    expect(failureNote({ code: 'quota', message: label('store.quota') })).not.toHaveProperty('description');
  });
});

test('what stayed beside what was done: the count, then the reasons; of one account no count', () => {
  expect(refusalsText([acme])).toBe(`Acme: ${because} ${remedy}`);
  expect(refusalsText([acme, birch])).toMatch(/^2 accounts stayed as they were\.\nAcme: /);
});
