// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountPatch, CommandOutcome } from '../../../../src/renderer/store/api.ts';
import { seededRandom } from '../../../builders/random.ts';
import { NodeStore } from './node-store.ts';

describe('SEG-4: proposing another count or place', () => {
  let store: NodeStore;
  let id: string;

  beforeAll(async () => {
    store = await NodeStore.create(seededRandom(4));
    const made = await store.session.run({
      kind: 'createAccount',
      values: { name: 'Acme', employeesImported: 1900 },
    });
    id = made.ok ? (made.changed[0] ?? '') : '';
  });
  afterAll(() => store.close());

  const edit = (patch: AccountPatch): Promise<CommandOutcome> =>
    store.session.run({ kind: 'editAccounts', ids: [id], patch });
  const review = (
    what: 'acceptCount' | 'dropCount' | 'acceptPlace' | 'dropPlace' | 'confirmSegment',
  ): Promise<CommandOutcome> => store.session.run({ kind: 'reviewSegment', id, what });
  const segment = async () => (await store.session.account(id))?.row.segment;

  it('takes a link to a report, and refuses LinkedIn and what is no link', async () => {
    expect(await edit({ proposedEmployeesSource: 'https://www.linkedin.com/company/acme' })).toMatchObject({
      ok: false,
      error: { code: 'refused', message: { id: 'seg4.linkedin' } },
    });
    expect(await edit({ proposedPlaceSource: 'somebody said so' })).toMatchObject({
      ok: false,
      error: { code: 'refused', message: { id: 'seg4.no-link' } },
    });
    expect(await edit({ proposedEmployeesSource: 'https://acme.example/report.pdf' })).toMatchObject({
      ok: true,
    });
    expect(await edit({ proposedEmployeesSource: null })).toMatchObject({ ok: true });
  });

  it('changes nothing until the proposal is accepted as an override, and undo takes that back', async () => {
    expect(await edit({ proposedEmployees: 2400 })).toMatchObject({ ok: true });
    expect(await segment()).toBe('Mid-Market');
    expect(await review('acceptCount')).toMatchObject({ ok: true });
    expect(await segment()).toBe('Large');
    expect((await store.session.account(id))?.account).toMatchObject({ employeesOverride: 2400 });
    expect(await review('acceptCount')).toMatchObject({
      ok: false,
      error: { message: { id: 'seg4.nothing-proposed' } },
    });
    await store.session.undo();
    expect(await segment()).toBe('Mid-Market');
    expect(await review('dropCount')).toMatchObject({ ok: true });
    expect((await store.session.account(id))?.account).not.toHaveProperty('proposedEmployees');
  });

  it('accepts a place only whole, and drops any', async () => {
    expect(await edit({ proposedState: 'TX' })).toMatchObject({ ok: true });
    expect(await review('acceptPlace')).toMatchObject({ ok: false });
    expect(await edit({ proposedCountry: 'United States' })).toMatchObject({ ok: true });
    expect(await review('acceptPlace')).toMatchObject({ ok: true });
    expect((await store.session.account(id))?.account).toMatchObject({
      overrideCountry: 'United States',
      overrideState: 'TX',
    });
    expect(await review('dropPlace')).toMatchObject({ ok: false });
  });
});
