import { describe, expect, it } from 'vitest';
import { CellTextsInView } from '../../../../src/renderer/screens/accounts/cell-texts.ts';

/** A store that answers when it is told to. */
function store() {
  const asked: { readonly ids: readonly string[]; readonly answer: () => Promise<void> }[] = [];
  let version = 1;
  const texts = new CellTextsInView((ids, fields) => {
    const { promise, resolve } = Promise.withResolvers<readonly (readonly string[])[]>();
    const now = version;
    const answer = async (): Promise<void> => {
      resolve(ids.map((id) => fields.map((field) => `${field} of ${id}${id === 'b' ? ` ${now}` : ''}`)));
      await new Promise((done) => setTimeout(done));
    };
    asked.push({ ids, answer });
    return promise;
  });
  const change = (): void => {
    version += 1;
    texts.changed();
  };
  return { texts, asked, change, last: () => asked.at(-1)?.ids };
}

describe('texts of the rows in view', () => {
  it('asks one question at a time, and only for rows that are still in view and not known', async () => {
    const { texts, asked, last } = store();
    texts.show(['a', 'b'], ['x']);
    texts.show(['b', 'c'], ['x']);
    texts.show(['b', 'd', 'e'], ['x']);
    expect(asked.map(({ ids }) => ids)).toEqual([['a', 'b']]);
    await asked[0]?.answer();
    expect(asked).toHaveLength(2);
    expect(last()).toEqual(['d', 'e']);
    await asked[1]?.answer();
    expect([...texts.get().texts.keys()]).toEqual(['a', 'b', 'd', 'e']);
    expect(texts.get().texts.get('d')).toEqual(['x of d']);
    texts.show(['a', 'e'], ['x']);
    expect(asked).toHaveLength(2);
  });

  it('asks again after a change and keeps what stayed the same, so that nothing is drawn for it', async () => {
    const { texts, asked, change, last } = store();
    texts.show(['a', 'b'], ['x']);
    await asked[0]?.answer();
    const before = texts.get().texts;
    let told = 0;
    texts.subscribe(() => (told += 1));
    change();
    expect(last()).toEqual(['a', 'b']);
    await asked[1]?.answer();
    expect(told).toBe(1);
    expect(texts.get().texts.get('a')).toBe(before.get('a'));
    expect(texts.get().texts.get('b')).toEqual(['x of b 2']);
    texts.show(['a'], ['x']);
    change();
    await asked[2]?.answer();
    expect(told).toBe(1);
    // Out of view meanwhile: asked when it comes back.
    texts.show(['a', 'b'], ['x']);
    expect(last()).toEqual(['b']);
  });

  it('asks once more for what changed while it was on its way', async () => {
    const { texts, asked, change, last } = store();
    texts.show(['b'], ['x']);
    change();
    expect(asked).toHaveLength(1);
    await asked[0]?.answer();
    expect(last()).toEqual(['b']);
    expect(asked).toHaveLength(2);
    await asked[1]?.answer();
    expect(texts.get().texts.get('b')).toEqual(['x of b 2']);
    expect(asked).toHaveLength(2);
  });

  it('begins anew with other fields, and an answer to the old ones is left', async () => {
    const { texts, asked } = store();
    texts.show(['a'], ['x']);
    texts.show(['a'], ['y', 'z']);
    expect(texts.get()).toEqual({ fields: ['y', 'z'], texts: new Map() });
    await asked[0]?.answer();
    expect(texts.get().texts.size).toBe(0);
    await asked[1]?.answer();
    expect(texts.get().texts.get('a')).toEqual(['y of a', 'z of a']);
  });

  it('keeps rows that were passed, but not without end', async () => {
    const { texts, asked } = store();
    const ids = (from: number): string[] => Array.from({ length: 250 }, (_, at) => `r${from + at}`);
    for (const [at, from] of [0, 250, 500].entries()) {
      texts.show(ids(from), ['x']);
      await asked[at]?.answer();
    }
    expect([...texts.get().texts.keys()]).toEqual(ids(500));
    texts.show(ids(0), ['x']);
    expect(asked).toHaveLength(4);
  });
});
