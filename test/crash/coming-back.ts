import { expect } from '@playwright/test';
import type { Book } from './ledger.ts';
import type { Victim } from './victim.ts';

/**
 * What a person does after a start: nothing, or "Rebuild my workspace".
 * @param mayMiss whether the rebuild may name something that nothing has any more
 * @returns whether the engine had lost the store and Groundwork said so; never a first run over lost data
 */
export async function comeBack(victim: Victim, what: string, mayMiss = false): Promise<boolean> {
  const { kind } = await victim.call('state');
  if (kind === 'open') return false;
  expect(kind, what).toBe('recovery');
  const rebuilt = await victim.call('rebuild');
  expect(rebuilt, what).toMatchObject({ ok: true, ...(!mayMiss && { value: { missing: [] } }) });
  await victim.restart();
  expect((await victim.call('state')).kind, what).toBe('open');
  return true;
}

export async function bookOf(store: Pick<Victim, 'call'>): Promise<Book> {
  const accounts = await store.call('accounts');
  return new Map(
    accounts.map(({ name, status, accountStrategy }) => [
      name,
      { status: status ?? '', strategy: accountStrategy ?? '' },
    ]),
  );
}

/** History without a hole, counts that agree. */
export async function checkWhole(victim: Victim, what: string): Promise<void> {
  const { meta, changeSets, accounts } = await victim.call('stored');
  expect(
    changeSets.map((changeSet) => changeSet.n),
    what,
  ).toEqual(changeSets.map((_, at) => at + 1));
  expect(meta, what).toMatchObject({ through: changeSets.length, accounts: accounts.length });
}
