import type { Account } from '../accounts/account.ts';
import { isBlankName } from '../accounts/bdr.ts';
import { changeOfSlot, type ParentFound, type SlotChange } from './change-of-slot.ts';
import { nameKey } from './match-keys.ts';
import { erased } from './merge-row.ts';
import type { RowPlacer, Slot } from './place-rows.ts';
import type { Candidate } from './plan.ts';
import type { PlanInput } from './plan-import.ts';

/** Works out what is written for an account once every row has found its own. */
export class SlotPlanner {
  private readonly input: PlanInput;
  private readonly placer: RowPlacer;
  private readonly nameAt: number;
  private readonly parentAt: number;
  private readonly bdrAt: number;

  constructor(input: PlanInput, placer: RowPlacer) {
    const of = (key: string): number =>
      input.rows.columns.findIndex(({ field }) => field.kind === 'field' && field.key === key);
    this.input = input;
    this.placer = placer;
    this.nameAt = of('name');
    this.parentAt = of('parentRef');
    this.bdrAt = of('bdrAssigned');
  }

  idOf(at: number): string {
    const slot = this.placer.slotAt(at);
    return slot.account?.id ?? this.input.idOfRow(slot.row);
  }

  plan(at: number): SlotChange {
    const slot = this.placer.slotAt(at);
    const { rows, options, today, rules } = this.input;
    const id = this.idOf(at);
    return changeOfSlot(id, slot.account, rows.columns, slot.cells, this.parentOf(slot, at), {
      ...options,
      today,
      rules,
    });
  }

  /** Whether a new account goes to the workspace's BDR (AW-1); `plan` says the same at more cost. */
  givesToBdr(slot: Slot): boolean {
    const { assign, bdr } = this.input.options;
    return assign !== 'none' && !isBlankName(bdr) && typeof slot.cells[this.bdrAt] !== 'string';
  }

  candidate(at: number): Candidate {
    const { account, row, cells } = this.placer.slotAt(at);
    if (account) return { kind: 'account', id: account.id, name: account.name };
    const name = cells[this.nameAt];
    return { kind: 'row', row, name: typeof name === 'string' ? name : '' };
  }

  private parentOf(slot: Slot, at: number): ParentFound {
    const cell = slot.cells[this.parentAt];
    if (cell === erased) return { kind: 'erased' };
    if (typeof cell !== 'string') return { kind: 'none' };
    const found = this.placer.parentSlot(cell);
    if (found === at) return { kind: 'none', self: true };
    if (found !== undefined) return { kind: 'account', id: this.idOf(found) };
    // The parent it has answers to this name; that others do too changes nothing.
    const present = this.presentParent(slot);
    if (present && (nameKey(present.name) === nameKey(cell) || present.crmId === cell))
      return { kind: 'none' };
    return { kind: 'unknown', text: cell };
  }

  private presentParent({ account }: Slot): Account | undefined {
    return account?.parentId === undefined ? undefined : this.placer.accountWithId(account.parentId);
  }
}
