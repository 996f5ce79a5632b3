import { expect, it } from 'vitest';
import { catalogue } from '../../../../src/shared/rule-book/messages.ts';
import { ruleIds } from '../../../../src/shared/rule-book/rule-ids.ts';
import { ruleIdsIn, rulesNamedIn } from '../../../../src/shared/rule-book/rule-ids-in.ts';

it('cuts a text at the rules that it names, the longest id first', () => {
  expect(ruleIdsIn('AW-3x: see AW-3 and AW-10.')).toEqual([
    { id: 'AW-3x' },
    ': see ',
    { id: 'AW-3' },
    ' and ',
    { id: 'AW-10' },
    '.',
  ]);
  expect(ruleIdsIn('')).toEqual([]);
});

it('leaves alone what only looks like an id', () => {
  for (const text of ['AW-99', 'LAW-6', 'AW-6b', 'aw-6', 'x-AW-6']) expect(ruleIdsIn(text)).toEqual([text]);
});

it('every id that a message names is a rule of the table', () => {
  const named = Object.values(catalogue).flatMap((text) =>
    [...text.matchAll(/(?<![\w-])(?:CLK|SEG|TER|AW|PR|ROE|EX)-\d+x?(?!\w)/g)].map(([id]) => id),
  );
  expect(named.length).toBeGreaterThan(50);
  expect([...new Set(named)].filter((id) => !(ruleIds as readonly string[]).includes(id))).toEqual([]);
});

it('lists the rules that texts name once, in the order in which they are read', () => {
  expect(
    rulesNamedIn(['It is here', 'AW-6: no free slot. AW-3 keeps it out.', 'See AW-8 and AW-6.']),
  ).toEqual(['AW-6', 'AW-3', 'AW-8']);
  expect(rulesNamedIn(['', 'nothing'])).toEqual([]);
});
