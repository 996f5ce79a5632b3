import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exchangeMessages } from '../../../../src/shared/exchange/messages.ts';
import { catalogue, sayStrictly } from '../../../../src/shared/rule-book/messages.ts';

const folders = ['src/shared/exchange', 'src/renderer/workers/exchange', 'src/renderer/screens/exchange'];
const sources = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && name !== 'messages.ts')
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

/** Beginnings that code ends with a value, e.g. the kind of a file. */
const families = [
  'exchange.file.',
  'exchange.cell.',
  'exchange.row.',
  'exchange.seen.',
  'exchange.ask.second-by-',
  'exchange.mapping.no-name-',
  'exchange.record.no-name-',
  'exchange.record.several-',
];

describe('messages of the exchange', () => {
  it('are all in the catalogue that says them', () => {
    for (const id of Object.keys(exchangeMessages)) expect(catalogue).toHaveProperty([id]);
  });

  it('exist for every id that code names', () => {
    const named = sources.flatMap((source) =>
      [...source.matchAll(/'(exchange\.[a-z-]+\.[a-z0-9-]+)'/g)].map((it) => it[1] ?? ''),
    );
    expect(named.length).toBeGreaterThan(30);
    for (const id of new Set(named)) expect(exchangeMessages, id).toHaveProperty([id]);
  });

  it('are all used: named in full, or by their family', () => {
    const code = sources.join('\n');
    for (const id of Object.keys(exchangeMessages)) {
      const family = families.find((start) => id.startsWith(start) && code.includes(`\`${start}`));
      expect(code.includes(`'${id}'`) || family !== undefined, id).toBe(true);
    }
  });

  it('can be said with their parameters', () => {
    for (const [id, template] of Object.entries(exchangeMessages)) {
      const names = [...template.matchAll(/\{(\w+)/g)].map((it) => it[1] ?? '');
      const params = Object.fromEntries(names.map((name) => [name, 2]));
      expect(sayStrictly({ id, params })).not.toMatch(/[{}]/);
    }
  });
});
