import { label } from '../rule-book/messages.ts';
import type { TerritoryException } from './exceptions.ts';
import { rowNumber, type RowNumberOf } from './mapping.ts';
import type { TerritoryFacts } from './facts.ts';
import { territoryFindings, type TerritoryFinding } from './territory-findings.ts';
import type { Gap, TerritoryDecision } from './territory-of.ts';

/** What settles a finding with one click, or opens the place where it is settled. */
export type Fix =
  /** Records a resolution for the account that decides (TER-7). */
  | { readonly kind: 'choose'; readonly account: string; readonly territory: string }
  | {
      readonly kind: 'fill';
      readonly account: string;
      readonly field: 'state' | 'postalCode' | 'country' | 'employees' | 'namedOwner' | 'owner';
    }
  /** Opens a row of the mapping, at its position; people know it by its number. */
  | { readonly kind: 'edit-row'; readonly row: number; readonly number: number }
  | { readonly kind: 'add-row' }
  | { readonly kind: 'assign'; readonly accounts: readonly string[] }
  | { readonly kind: 'drop-exception'; readonly account: string };

/** One thing to settle, however many accounts it concerns. */
export interface WorkItem {
  readonly finding: TerritoryFinding;
  /** Where it is mended: the account that decides, or the account itself. */
  readonly account: string;
  /** Accounts that it concerns, in the order of their ids. */
  readonly concerns: readonly string[];
  readonly fixes: readonly Fix[];
}

/** An account with what was decided about it. */
export interface Decision {
  readonly account: TerritoryFacts;
  readonly decision: TerritoryDecision;
}

/**
 * Conflicts, gaps and doubts about territories, each once: what an ultimate parent causes is listed there with
 * all accounts it concerns. Items that concern most come first, then by account.
 */
export function territoryWorkList(
  decisions: Iterable<Decision>,
  factsOf: (id: string) => TerritoryFacts | undefined,
  exceptions: Iterable<TerritoryException> = [],
  numberOf: RowNumberOf = rowNumber,
): WorkItem[] {
  const items = new Map<string, WorkItem & { readonly concerns: string[] }>();
  const decided = new Map<string, TerritoryDecision>();
  for (const { account, decision } of decisions) {
    decided.set(account.id, decision);
    const decider = factsOf(decision.decidedBy) ?? account;
    for (const finding of territoryFindings(decision, { account, decider, numberOf })) {
      if (isSettledByHand(finding, account, decision) || isSaidByGap(finding, decision)) continue;
      const at = isOwn(finding) ? account.id : decision.decidedBy;
      const key = `${at}|${finding.message.id}`;
      const known = items.get(key);
      if (known) known.concerns.push(account.id);
      else {
        const fixes = fixesFor(finding, decision, account.id, numberOf);
        items.set(key, { finding, account: at, concerns: [account.id], fixes });
      }
    }
  }
  const idle = idleExceptions(exceptions, decided);
  return [...items.values(), ...idle]
    .map((item) => ({ ...item, concerns: [...item.concerns].sort() }))
    .sort((a, b) => b.concerns.length - a.concerns.length || (a.account < b.account ? -1 : 1));
}

/** TER-1: what no row works is settled once somebody is assigned. */
const isSettledByHand = (
  { rule, message }: TerritoryFinding,
  { bdrAssigned }: TerritoryFacts,
  { worker }: TerritoryDecision,
): boolean =>
  rule === 'TER-1' &&
  message.id !== 'ter1.owner-not-listed' &&
  worker?.kind === 'unassigned' &&
  bdrAssigned !== '';

/** TER-2: a part of the address that is missing is why no territory fits, and is listed instead. */
const isSaidByGap = ({ message }: TerritoryFinding, { missing }: TerritoryDecision): boolean =>
  message.id === 'ter7.no-match' && missing.length > 0;

/** Who works an account is its own matter; where it belongs, often its parent's. */
const isOwn = ({ rule }: TerritoryFinding): boolean => rule === 'TER-1';

function fixesFor(
  { rule, message }: TerritoryFinding,
  decision: TerritoryDecision,
  account: string,
  numberOf: RowNumberOf,
): readonly Fix[] {
  const { outcome, decidedBy, worker, match } = decision;
  const editRow = (row: number): Fix =>
    row < 0 ? { kind: 'add-row' } : { kind: 'edit-row', row, number: numberOf(row) };
  if (rule === 'TER-1') {
    if (message.id === 'ter1.owner-not-listed') return [{ kind: 'fill', account, field: 'owner' }];
    if (worker?.kind === 'conflict') return worker.rows.map(editRow);
    return [{ kind: 'assign', accounts: [account] }, ...(match ? [editRow(match.row)] : [])];
  }
  const part = missingPart(message.id);
  if (part !== undefined) {
    const fill: Fix = { kind: 'fill', account: decidedBy, field: part };
    return outcome.kind === 'none' && outcome.why === 'no-match' ? [fill, { kind: 'add-row' }] : [fill];
  }
  if (outcome.kind === 'conflict') {
    return [
      ...outcome.matches.map(({ code }): Fix => ({ kind: 'choose', account: decidedBy, territory: code })),
      ...outcome.matches.map(({ row }) => editRow(row)),
    ];
  }
  return outcome.kind === 'none' ? gapFixes(outcome.why, decision) : [];
}

/** TER-2: the part of the address that a finding is about. */
function missingPart(id: string): 'state' | 'postalCode' | undefined {
  switch (id) {
    case 'ter2.no-state':
    case 'ter2.strange-state':
    case 'ter2.state-may-change':
      return 'state';
    case 'ter2.no-postal':
    case 'ter2.postal-may-change':
      return 'postalCode';
    default:
      return undefined;
  }
}

function gapFixes(why: Gap, { decidedBy: account }: TerritoryDecision): readonly Fix[] {
  switch (why) {
    case 'no-match':
      return [{ kind: 'add-row' }];
    case 'place-unknown':
    case 'country-unknown':
      return [{ kind: 'fill', account, field: 'country' }];
    case 'segment-unknown':
      return [{ kind: 'fill', account, field: 'employees' }];
    case 'named-without-owner':
      return [{ kind: 'fill', account, field: 'namedOwner' }];
    case 'named-owner-in-no-row':
    case 'no-public-sector':
      return [{ kind: 'add-row' }];
    case 'exception-gone':
      return [{ kind: 'drop-exception', account }];
  }
}

/** Exceptions that decide nothing any more: their account is gone, or there is nothing left to settle. */
function idleExceptions(
  exceptions: Iterable<TerritoryException>,
  decided: ReadonlyMap<string, TerritoryDecision>,
): WorkItem[] {
  return [...exceptions].flatMap((exception): WorkItem[] => {
    const { accountId } = exception;
    const decision = decided.get(accountId);
    if (decision?.exception) return [];
    return [
      {
        finding: {
          rule: 'TER-7',
          message: label('ter7.idle-exception', { code: exception.territory, on: exception.on }),
        },
        account: accountId,
        concerns: [accountId],
        fixes: [{ kind: 'drop-exception', account: accountId }],
      },
    ];
  });
}
