import {
  employeeKeys,
  type Account,
  type AccountValues,
  type Status,
  type Stint,
} from '../accounts/account.ts';
import { isBlankName } from '../accounts/bdr.ts';
import { holdAgainst, ownSegmentInForce, type ReviewSettings } from '../accounts/segment-hold.ts';
import type { IsoDate } from '../clock.ts';
import type { EntityChange, Fields, Label } from '../history/change-set.ts';
import { sameValue } from '../history/diff.ts';
import { leaveStint } from '../statuses/stints.ts';
import { erased, presentValue, sameCell, type TakenColumn } from './merge-row.ts';
import type { PlanOptions } from './plan.ts';
import type { CellValue } from './read-cell.ts';

/** What a parent column's text came to. */
export type ParentFound =
  | { readonly kind: 'account'; readonly id: string }
  /** Not in book or file: kept as it came (SEG-3 lists it). */
  | { readonly kind: 'unknown'; readonly text: string }
  /** EX-4: the blank was asked to erase. */
  | { readonly kind: 'erased' }
  /** Nothing to change: no parent given, or the account itself. */
  | { readonly kind: 'none'; readonly self?: boolean };

export interface SlotChange {
  readonly change: EntityChange | undefined;
  readonly notes: readonly Label[];
  readonly assigned: boolean;
  /** SEG-4: the account's segment stays until the change is confirmed at review. */
  readonly segmentWaits: boolean;
}

/** Everything a row says about one account, as a change of flat fields; `undefined` when nothing differs. */
export function changeOfSlot(
  id: string,
  account: Account | undefined,
  columns: readonly TakenColumn[],
  cells: readonly CellValue[],
  parent: ParentFound,
  options: PlanOptions & { readonly today: IsoDate; readonly rules: ReviewSettings },
): SlotChange {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  const notes: Label[] = [];
  let differs = account === undefined;
  const set = (key: string, was: unknown, is: unknown): void => {
    differs = true;
    if (was !== undefined) before[key] = was;
    if (is !== undefined) after[key] = is;
  };
  const said: Said = { columns: {}, hold: false };
  for (let at = 0; at < columns.length; at += 1) {
    const cell = cells[at];
    const column = columns[at];
    if (cell === undefined || !column) continue;
    const { field } = column;
    if (field.kind === 'field' && isDerived(field.key)) {
      said.columns[field.key] = cell;
      continue;
    }
    if (field.kind === 'field' && isHold(field.key)) said.hold = true;
    const was = account && presentValue(account, column);
    if (cell === erased ? was === undefined : sameCell(column, cell, was)) continue;
    set(field.kind === 'custom' ? `custom.${field.key}` : field.key, was, cell === erased ? undefined : cell);
  }
  planRenewal(account, { before, after }, options.today, set);
  planStatus(account, said, options.today, set, notes);
  planParent(account, parent, set, notes);
  const segmentWaits =
    differs &&
    !said.hold &&
    account !== undefined &&
    planSegment(account, { before, after }, options.rules, set, notes);
  const assigned = planBdr(account, after, options);
  if (assigned) set('bdrAssigned', account?.bdrAssigned, options.bdr.trim());
  if (!differs) return { change: undefined, notes, assigned, segmentWaits };
  return {
    change: { kind: 'account', id, before: account === undefined ? null : before, after },
    notes,
    assigned,
    segmentWaits,
  };
}

const derived = ['status', 'stints', 'stintHistory', 'parentRef'] as const;
type Derived = (typeof derived)[number];
const isDerived = (key: string): key is Derived => (derived as readonly string[]).includes(key);

interface Said {
  readonly columns: Partial<Record<Derived, CellValue>>;
  /** SEG-4: the file itself brings what is held, or was turned down. */
  hold: boolean;
}

type Set_ = (key: string, was: unknown, is: unknown) => void;

/** PR-6: a next step date that the file changes is set anew today; when that of a new account was is unknown. */
function planRenewal(
  account: Account | undefined,
  { before, after }: { readonly before: Fields; readonly after: Fields },
  today: IsoDate,
  set: Set_,
): void {
  const date = after['bdrNextStepDate'];
  if (account === undefined || date === before['bdrNextStepDate']) return;
  const was = account.nextStepRenewedOn;
  const is = date === undefined ? undefined : today;
  if (was !== is) set('nextStepRenewedOn', was, is);
}

const holds = ['segmentConfirmed', 'segmentDeclined'] as const;
const isHold = (key: string): boolean => (holds as readonly string[]).includes(key);

/**
 * SEG-4: what the file makes of the count is new data. Not asked where the file brings the confirmed segment
 * itself, as "Everything" does: it has said what holds.
 * @returns whether a change of the segment waits for its review
 */
function planSegment(
  { id: _id, ...account }: Account,
  { before, after }: { readonly before: Fields; readonly after: Fields },
  rules: ReviewSettings,
  set: Set_,
  notes: Label[],
): boolean {
  const touched = Object.keys({ ...before, ...after });
  const counts: readonly string[] = Object.values(employeeKeys);
  if (!touched.some((key) => counts.includes(key))) return false;
  const next: AccountValues = { ...account };
  for (const key of Object.values(employeeKeys)) {
    if (touched.includes(key)) Object.assign(next, { [key]: after[key] });
  }
  const hold = holdAgainst(account, next, rules);
  for (const key of holds) if (account[key] !== hold[key]) set(key, account[key], hold[key]);
  const { pending: segment } = ownSegmentInForce({ ...next, ...hold }, rules);
  if (segment === undefined || hold.segmentConfirmed === undefined) return false;
  notes.push({
    id: 'exchange.note.segment-waits',
    params: { segment, confirmed: hold.segmentConfirmed },
  });
  return true;
}

/**
 * Statuses that arrive by import are accepted as they are; no AW rule is asked. The start date belongs to
 * the open stint (AW-2): it opens or corrects one. Leaving by import closes the stint today.
 */
function planStatus(
  account: AccountValues | undefined,
  { columns: said }: Said,
  today: IsoDate,
  set: Set_,
  notes: Label[],
): void {
  const was = account?.status;
  const given = said.status === undefined ? undefined : said.status === erased ? '' : (said.status as Status);
  const status = given ?? was ?? '';
  if (given !== undefined && given !== (was ?? '')) set('status', was, given === '' ? undefined : given);

  const stints = account?.stints;
  let next: readonly Stint[] = stints ?? [];
  if (Array.isArray(said.stintHistory)) next = said.stintHistory as readonly Stint[];
  const open = next.findLastIndex((stint) => stint.end === undefined);
  const start = typeof said.stints === 'string' ? (said.stints as IsoDate) : undefined;
  if (start !== undefined && next[open]?.start !== start) {
    if (status !== 'Actively Working') {
      notes.push({ id: 'exchange.note.start-not-taken', params: { date: start } });
    } else next = open < 0 ? [...next, { start }] : replaced(next, open, { start });
  }
  if (was === 'Actively Working' && status !== was) next = leaveStint(next, today, undefined);
  if (!sameValue(next, stints ?? [])) set('stints', stints, next.length === 0 ? undefined : next);
}

const replaced = (stints: readonly Stint[], at: number, patch: Partial<Stint>): readonly Stint[] =>
  stints.map((stint, index) => (index === at ? { ...stint, ...patch } : stint));

function planParent(account: Account | undefined, parent: ParentFound, set: Set_, notes: Label[]): void {
  const { parentId, parentRef } = account ?? {};
  if (parent.kind === 'none') {
    if (parent.self === true) notes.push({ id: 'exchange.note.own-parent' });
    return;
  }
  if (parent.kind === 'erased') {
    if (parentId !== undefined) set('parentId', parentId, undefined);
    if (parentRef !== undefined) set('parentRef', parentRef, undefined);
    return;
  }
  if (parent.kind === 'account') {
    if (parentId === parent.id) return;
    set('parentId', parentId, parent.id);
    if (parentRef !== undefined) set('parentRef', parentRef, undefined);
    return;
  }
  if (parentRef?.trim() === parent.text) return;
  if (parentId !== undefined) set('parentId', parentId, undefined);
  set('parentRef', parentRef, parent.text);
}

/** AW-1: plain lists carry no BDR. */
function planBdr(
  account: Account | undefined,
  after: Record<string, unknown>,
  options: PlanOptions,
): boolean {
  if (options.assign === 'none' || isBlankName(options.bdr)) return false;
  if (account !== undefined && options.assign === 'new') return false;
  return after['bdrAssigned'] === undefined && isBlankName(account?.bdrAssigned);
}
