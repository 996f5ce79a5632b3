import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../../src/shared/clock.ts';
import type { ImpactChoice } from '../../../../../src/renderer/store/questions/questions.ts';
import { postal, row, us, vacantRow } from '../../../shared/territories/given.ts';
import { territoryStore, texan } from './book.ts';

const texas = row('TEXAS', { states: us('TX'), bdr: 'Ann Lee', aes: ['Paul'] });
const south = row('SOUTH', { states: us('TX', 'FL'), bdr: 'Ben Ito', aes: ['Tim'] });

describe('TER-1, TER-8: a mapping is looked at, then applied whole, in part, or not at all', () => {
  it('changes nothing before it is confirmed', async () => {
    const { store, add, preview, hands } = await territoryStore();
    const id = await add('Acme', { ...texan, bdrAssigned: 'Cem', owner: 'Olga' });
    const impact = await preview([texas]);
    expect(impact.totals).toMatchObject({ lines: 1, hands: 1, owner: 1, territory: 1, unchanged: 0 });
    expect(await store.session.ask('mappings', null)).toEqual([]);
    expect(await hands(id)).toBe('Cem/Olga');
  });

  it('all of it, in one change, and one undo takes it back', async () => {
    const { store, add, apply, hands } = await territoryStore();
    const id = await add('Acme', { ...texan, bdrAssigned: 'Cem', owner: 'Olga' });
    await apply([texas]);
    expect(await hands(id)).toBe('Ann Lee/Paul');
    expect(await store.session.ask('mappings', null)).toMatchObject([
      { source: 'test.csv', rowCount: 1, isInForce: true, importedOn: '2026-11-23' },
    ]);
    expect(await store.session.undo()).toMatchObject({ ok: true });
    expect(await hands(id)).toBe('Cem/Olga');
    expect(await store.session.ask('mappings', null)).toEqual([]);
    expect((await store.session.ask('mappingRows', { id: null, offset: 0, limit: 9 })).rows).toEqual([]);
    expect(await store.session.redo()).toMatchObject({ ok: true });
    expect(await hands(id)).toBe('Ann Lee/Paul');
    expect((await store.session.ask('mappingRows', { id: null, offset: 0, limit: 9 })).rows).toEqual([texas]);
  });

  it('a part: the mapping holds, and only the chosen accounts change hands', async () => {
    const { add, apply, hands, store } = await territoryStore();
    const one = await add('One', { ...texan, bdrAssigned: 'Cem', owner: 'Paul' });
    const two = await add('Two', { ...texan, bdrAssigned: 'Cem', owner: 'Paul' });
    await apply([texas], { only: [two] });
    expect([await hands(one), await hands(two)]).toEqual(['Cem/Paul', 'Ann Lee/Paul']);
    await store.session.undo();
    await apply([texas], { except: [two] });
    expect([await hands(one), await hands(two)]).toEqual(['Ann Lee/Paul', 'Cem/Paul']);
    await store.session.undo();
    await apply([texas], { only: [] });
    expect([await hands(one), await hands(two)]).toEqual(['Cem/Paul', 'Cem/Paul']);
    expect(await store.session.ask('mappings', null)).toHaveLength(1);
  });

  it('an AE is set where a person chose one of those offered, and nobody else is taken', async () => {
    const { add, apply, hands, store } = await territoryStore();
    const id = await add('Acme', { ...texan, bdrAssigned: 'Ann Lee', owner: 'Olga' });
    const several = { ...texas, aes: ['Paul', 'Tim'] };
    await apply([several], { except: [] }, [{ id, owner: 'Somebody' }]);
    expect(await hands(id)).toBe('Ann Lee/Olga');
    await store.session.undo();
    await apply([several], { except: [] }, [{ id, owner: 'Tim' }]);
    expect(await hands(id)).toBe('Ann Lee/Tim');
  });

  it('a mapping with an error is not taken, in no part', async () => {
    const { preview, run, store } = await territoryStore();
    const rivals = [texas, { ...texas, bdr: 'Zoe' }];
    const { draft, check } = await preview(rivals);
    expect(draft).toBeNull();
    expect(check).toMatchObject({ errors: 1, problems: [{ row: 1, column: 'bdr', severity: 'error' }] });
    expect(await preview([])).toMatchObject({ draft: null, check: { errors: 1 } });
    expect(await run({ kind: 'applyMapping', draft: 'none', chosen: { except: [] } })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await store.session.ask('mappings', null)).toEqual([]);
  });

  it('warnings do not keep it out', async () => {
    const { preview } = await territoryStore();
    const { draft, check } = await preview([texas, row('LONE STAR', { states: us('TX') })]);
    expect([draft === null, check.errors, check.warnings]).toEqual([false, 0, 1]);
  });

  it('what is applied is what was shown: after another change the preview is stale, and nothing is written', async () => {
    const { add, preview, run, hands, store } = await territoryStore();
    const id = await add('Acme', { ...texan, bdrAssigned: 'Cem', owner: 'Paul' });
    const { draft } = await preview([texas]);
    await add('Newcomer', texan);
    const outcome = await run({ kind: 'applyMapping', draft: draft ?? '', chosen: { except: [] } });
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'stale-plan', message: { id: 'ter8.stale' } },
    });
    expect(await hands(id)).toBe('Cem/Paul');
    expect(await store.session.ask('mappings', null)).toEqual([]);
  });

  it('limits that would break are counted anew as lines are ticked off (AW-6)', async () => {
    const { store, add, preview, done } = await territoryStore();
    const ids = [
      await add('One', { ...texan, bdrAssigned: 'Ada', owner: 'Paul' }),
      await add('Two', { ...texan, bdrAssigned: 'Ada', owner: 'Paul' }),
    ];
    const override = { ground: 'other units', by: 'Olga', reason: 'A test' } as const;
    await done({ kind: 'moveAccounts', ids, to: 'Actively Working', details: { override } });
    await done({ kind: 'changeRules', values: { limitLarge: 1 }, from: '2026-11-23' as IsoDate });
    const [one = ''] = ids;
    const { draft, limits, totals } = await preview([texas]);
    expect(totals.working).toBe(2);
    expect(limits).toEqual([{ bdr: 'Ann Lee', segment: 'Large', before: 0, after: 2, limit: 1 }]);
    const part = (chosen: ImpactChoice): Promise<unknown> =>
      store.session.ask('partImpact', { draft: draft ?? '', chosen });
    expect(await part({ except: [one] })).toEqual([]);
    expect(await part({ only: [one] })).toEqual([]);
    expect(await part({ except: [] })).toEqual(limits);
    expect(await store.session.ask('partImpact', { draft: 'gone', chosen: { except: [] } })).toBeNull();
  });

  it('versions differ by territory, in any two of them', async () => {
    const { store, apply } = await territoryStore();
    await apply([texas]);
    await apply([south]);
    const [newer, older] = await store.session.ask('mappings', null);
    const diff = await store.session.ask('mappingDiff', { from: older?.id ?? '', to: newer?.id ?? '' });
    expect(diff.map(({ code, kind }) => `${code} ${kind}`)).toEqual(['SOUTH added', 'TEXAS removed']);
    expect([newer?.isInForce, older?.isInForce]).toEqual([true, false]);
    expect(
      (await store.session.ask('mappingRows', { id: older?.id ?? '', offset: 0, limit: 5 })).rows,
    ).toEqual([texas]);
  });

  it('the lines are told in portions, by what they are about and by any name in them', async () => {
    const { store, add, preview } = await territoryStore();
    await add('Émile Co', { ...texan, bdrAssigned: 'Cem', owner: 'Paul' });
    await add('Berlin Co', { employeesZoomInfo: 5000, billingCountry: 'Germany' });
    const { draft } = await preview([texas]);
    const ask = { draft: draft ?? '', text: '', kind: null, offset: 0, limit: 10 } as const;
    const found = async (part: object): Promise<readonly string[]> =>
      (await store.session.ask('impactLines', { ...ask, ...part })).lines.map(({ name }) => name);
    expect(await found({})).toEqual(['Émile Co']);
    expect(await found({ kind: 'hands', text: 'emile' })).toEqual(['Émile Co']);
    expect(await found({ kind: 'working' })).toEqual([]);
    expect(await found({ text: 'ann lee' })).toEqual(['Émile Co']);
    expect(await found({ text: 'nobody' })).toEqual([]);
    expect(await found({ offset: 1 })).toEqual([]);
    expect((await store.session.ask('impactLines', { ...ask, draft: 'gone' })).found).toBeNull();
  });

  it('many rows are kept in small parts and packs, and come back as they were', async () => {
    const { store, apply } = await territoryStore();
    const rows = Array.from({ length: 12_000 }, (_, at) =>
      row(`T${at}`, { postalPrefixes: postal('US', String(at).padStart(5, '0')), bdr: `BDR ${at % 40}` }),
    );
    await apply(rows);
    const last = await store.session.ask('mappingRows', { id: null, offset: 11_999, limit: 10 });
    expect([last.total, last.rows]).toEqual([12_000, [rows[11_999]]]);
    await store.restart();
    const middle = await store.session.ask('mappingRows', { id: null, offset: 6_000, limit: 1 });
    expect(middle.rows).toEqual([rows[6_000]]);
    expect(await store.session.undo()).toMatchObject({ ok: true });
    expect(await store.session.ask('mappings', null)).toEqual([]);
  }, 60_000);

  it('accounts without a BDR row are dealt out in turn, and each assignment settles its item', async () => {
    const { store, add, apply, done, hands } = await territoryStore();
    const ids = [await add('A', { ...texan, owner: 'Paul' }), await add('B', { ...texan, owner: 'Paul' })];
    const workers = [
      row('CA', { states: us('CA'), bdr: 'Ben' }),
      row('FL', { states: us('FL'), bdr: 'Cem' }),
    ];
    await apply([vacantRow('TEXAS', { states: us('TX') }), ...workers]);
    const work = await store.session.ask('territoryWork', { kind: null, offset: 0, limit: 10 });
    expect(work.kinds).toEqual([{ kind: 'ter1.no-bdr', items: 2 }]);
    const proposals = await store.session.ask('roundRobin', { ids: null });
    expect(proposals.map(({ name, bdr }) => `${name} ${bdr}`)).toEqual(['A Ben', 'B Cem']);
    await done({ kind: 'assignAccounts', assignments: proposals });
    expect(await Promise.all(ids.map(hands))).toEqual(['Ben/Paul', 'Cem/Paul']);
    expect((await store.session.ask('territoryWork', { kind: null, offset: 0, limit: 10 })).items).toEqual(
      [],
    );
    expect(await store.session.ask('roundRobin', { ids: null })).toEqual([]);
    await store.session.undo();
    expect((await store.session.ask('territoryWork', { kind: null, offset: 0, limit: 10 })).found).toBe(2);
  });
});
