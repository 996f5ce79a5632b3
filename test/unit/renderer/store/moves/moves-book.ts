// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { expect, onTestFinished } from 'vitest';
import type { Command, CommandOutcome, MoveDetails } from '../../../../../src/renderer/store/api.ts';
import type { Account, AccountValues, Status } from '../../../../../src/shared/accounts/account.ts';
import type { OpportunityValues } from '../../../../../src/shared/accounts/opportunity.ts';
import type { ProspectValues } from '../../../../../src/shared/accounts/prospect.ts';
import { addDays, type IsoDate } from '../../../../../src/shared/clock.ts';
import { say } from '../../../../../src/shared/rule-book/messages.ts';
import type { RuleSettings } from '../../../../../src/shared/rule-book/settings.ts';
import { seededRandom } from '../../../../builders/random.ts';
import { NodeStore } from '../node-store.ts';

/** The day of the store's clock. */
export const today = '2026-11-23' as IsoDate;
/** So many days ago; negative = ahead. */
export const daysAgo = (days: number): IsoDate => addDays(today, -days);

let books = 0;

/** A store in memory with the BDR Ada, and short ways to fill and ask it. */
export class MovesBook {
  readonly store: NodeStore;

  private constructor(store: NodeStore) {
    this.store = store;
  }

  static async open(rules: Partial<RuleSettings> = {}): Promise<MovesBook> {
    // Files run side by side in one process, where a workspace is held by one store at a time.
    const random = seededRandom((books += 1)).fork(expect.getState().testPath ?? '');
    const store = await NodeStore.create(random);
    onTestFinished(() => store.close());
    const book = new MovesBook(store);
    if (Object.keys(rules).length > 0) await book.done({ kind: 'changeRules', values: rules, from: today });
    return book;
  }

  run(command: Command): Promise<CommandOutcome> {
    return this.store.session.run(command);
  }

  /** Runs what has to succeed. */
  async done(command: Command): Promise<Extract<CommandOutcome, { ok: true }>> {
    const outcome = await this.run(command);
    if (!outcome.ok) throw new Error(`${command.kind}: ${say(outcome.error.message)}`);
    return outcome;
  }

  /** A Mid-Market account, unless the values say otherwise. */
  async account(name: string, values: Partial<AccountValues> = {}): Promise<string> {
    const { changed } = await this.done({
      kind: 'createAccount',
      values: { name, employeesImported: 500, ...values },
    });
    return changed[0] ?? '';
  }

  async person(accountId: string, values: Partial<ProspectValues> = {}): Promise<void> {
    await this.done({ kind: 'createProspect', values: { accountId, name: 'Pat Doe', ...values } });
  }

  async opportunity(accountId: string, values: Partial<OpportunityValues> = {}): Promise<void> {
    await this.done({ kind: 'createOpportunity', values: { accountId, name: 'Deal', ...values } });
  }

  /** One that is in Actively Working since so many days. */
  async worked(name: string, days: number, values: Partial<AccountValues> = {}): Promise<string> {
    const id = await this.account(name, values);
    this.store.passDays(-days);
    await this.done({ kind: 'moveAccounts', ids: [id], to: 'Actively Working' });
    this.store.passDays(days);
    return id;
  }

  /** One that another BDR works. */
  async workedByBob(name: string, values: Partial<AccountValues> = {}): Promise<string> {
    const id = await this.account(name, values);
    await this.done({ kind: 'changeSettings', patch: { bdr: 'Bob' } });
    await this.done({ kind: 'moveAccounts', ids: [id], to: 'Actively Working' });
    await this.done({ kind: 'changeSettings', patch: { bdr: 'Ada' } });
    return id;
  }

  move(id: string, to: Status, details?: MoveDetails): Promise<CommandOutcome> {
    return this.run({ kind: 'moveAccounts', ids: [id], to, ...(details && { details }) });
  }

  /** The rules that refused, by their ids; empty = it went through. */
  async refusedBy(outcome: CommandOutcome | Promise<CommandOutcome>): Promise<readonly string[]> {
    const came = await outcome;
    const refused = came.ok ? came.refused : (came.error.refused ?? []);
    if (!came.ok && refused.length === 0) return [say(came.error.message)];
    return refused.map(({ refusal }) => refusal.rule);
  }

  async get(id: string): Promise<Account> {
    const detail = await this.store.session.account(id);
    if (!detail) throw new Error('The account is gone.');
    return detail.account;
  }

  async statusOf(id: string): Promise<Status> {
    return (await this.get(id)).status ?? '';
  }
}
