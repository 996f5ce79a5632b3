import type { OverrideGround, Segment, Status } from '../accounts/account.ts';
import { isAnothers, isBlankName } from '../accounts/bdr.ts';
import { label } from '../rule-book/messages.ts';
import { statusList } from '../rule-book/template.ts';
import type { Finding, Refusal } from './decision.ts';
import { checkEntry, type EntryFacts } from './entry-checks.ts';
import { checkOverride, offerOverride, type Override } from './override.ts';

/** AW-0: where an account can go from each status; staying is always possible. */
export const allowedMoves: Readonly<Record<Status, readonly Status[]>> = {
  '': ['Queued', 'Actively Working', 'Restricted'],
  Queued: ['', 'Actively Working', 'Restricted'],
  'Actively Working': ['Queued', 'Worked in FY', 'Restricted'],
  'Worked in FY': ['Queued', 'Actively Working', 'Restricted'],
  Restricted: ['Queued'],
};

export interface MoveInput {
  readonly from: Status;
  readonly to: Status;
  /** After the hierarchy (SEG-3); `null` = unknown. */
  readonly segment: Segment | null;
  /** The account's "BDR Assigned"; '' = nobody. */
  readonly bdrAssigned: string;
  /** The workspace's BDR; '' = not set. */
  readonly bdr: string;
  /** AW-1: others that a manager's workspace acts for; `used` and `limit` are then those of BDR Assigned. */
  readonly actsFor?: readonly string[];
  /** Accounts of this segment that the BDR has in Actively Working, this one not counted. */
  readonly used: number;
  /** The BDR's limit for the segment; `null` = none. */
  readonly limit: number | null;
  /** AW-8; absent while a move is only being asked about. */
  readonly details?: { readonly reason?: string; readonly askedBy?: string };
  /** What AW-3, AW-4 and AW-5 look at; absent where the caller knows no people and opportunities. */
  readonly entry?: EntryFacts;
  /** AW-3x. */
  readonly override?: Override;
}

export type MoveDecision =
  | {
      readonly allowed: true;
      /** AW-8: reason and who asked are still to be given. */
      readonly needsReason?: true;
      /** AW-4, CLK-2: said on entry, no hindrance. */
      readonly warnings?: readonly Finding[];
      /** AW-3x: what the override lifted; the stint records it. */
      readonly lifted?: readonly Refusal[];
    }
  /** The first refusal is the most telling one. */
  | {
      readonly allowed: false;
      readonly refusals: readonly [Refusal, ...Refusal[]];
      /** AW-3x: an override on one of these grounds would lift every refusal. */
      readonly overridableOn?: readonly OverrideGround[];
    };

/** Whether a person may move an account (AW-0, AW-1, AW-3 to AW-8). Moving it within its status is free. */
export function decideMove(move: MoveInput): MoveDecision {
  if (move.from === move.to) return { allowed: true };
  const entering = move.to === 'Actively Working';
  const happened = entering && move.entry ? askEntry(move, move.entry) : nothingHappened;
  const hard = [
    ...refusedByOwner(move),
    ...refusedByPath(move),
    ...(entering ? refusedByEntry(move) : []),
    ...(move.to === 'Restricted' && move.details ? refusedByDetails(move.details) : []),
    ...happened.standing,
  ];
  const [first, ...others] = [...hard, ...happened.waiting];
  if (first) {
    const refusals = [first, ...others] as const;
    return hard.length === 0 && happened.grounds.length > 0
      ? { allowed: false, refusals, overridableOn: happened.grounds }
      : { allowed: false, refusals };
  }
  return {
    allowed: true,
    ...(move.to === 'Restricted' && !move.details && { needsReason: true as const }),
    ...(happened.warnings.length > 0 && { warnings: happened.warnings }),
    ...(happened.lifted.length > 0 && { lifted: happened.lifted }),
  };
}

/** What happened at the account lately, as AW-3 to AW-5 and an override (AW-3x) leave it. */
interface Happened {
  /** Nothing helps against these now. */
  readonly standing: readonly Refusal[];
  /** An override would lift these, on one of the grounds. */
  readonly waiting: readonly Refusal[];
  readonly grounds: readonly OverrideGround[];
  readonly lifted: readonly Refusal[];
  readonly warnings: readonly Finding[];
}

const nothingHappened: Happened = { standing: [], waiting: [], grounds: [], lifted: [], warnings: [] };

function askEntry({ segment, override }: MoveInput, facts: EntryFacts): Happened {
  const checks = checkEntry(facts);
  const { liftable, grounds, standing } = offerOverride(checks, segment);
  const warnings = [...checks.warnings, ...checks.findings];
  if (!override || liftable.length === 0) {
    return { standing, waiting: liftable, grounds, lifted: [], warnings };
  }
  const wrong = checkOverride(override, { liftable, grounds, standing }, facts.today);
  return wrong.length > 0
    ? { standing, waiting: [...wrong, ...liftable], grounds, lifted: [], warnings }
    : { standing, waiting: [], grounds, lifted: liftable, warnings };
}

function refusedByOwner({ to, bdr, actsFor = [], bdrAssigned }: MoveInput): Refusal[] {
  const entering = to === 'Actively Working';
  if (isBlankName(bdr)) {
    if (!entering) return [];
    return [{ rule: 'AW-1', message: label('aw1.no-bdr'), remedy: label('aw1.no-bdr-remedy') }];
  }
  if ([bdr, ...actsFor].some((name) => !isAnothers(bdrAssigned, name))) return [];
  const owner = bdrAssigned.trim();
  return entering
    ? [
        {
          rule: 'AW-7',
          message: label('aw7.assigned-to-other', { owner }),
          remedy: label('aw7.assigned-to-other-remedy', { owner }),
        },
      ]
    : [
        {
          rule: 'AW-1',
          message: label('aw1.assigned-to-other', { owner }),
          remedy: label('aw1.assigned-to-other-remedy', { owner }),
        },
      ];
}

function refusedByPath({ from, to }: MoveInput): Refusal[] {
  if (allowedMoves[from].includes(to)) return [];
  if (from === 'Restricted' && to === 'Actively Working') {
    return [{ rule: 'AW-7', message: label('aw7.restricted'), remedy: label('aw7.restricted-remedy') }];
  }
  return [
    {
      rule: 'AW-0',
      message: label('aw0.impossible', { from, to }),
      remedy: label('aw0.impossible-remedy', { from, moves: statusList(allowedMoves[from]) }),
    },
  ];
}

function refusedByEntry({ segment, used, limit }: MoveInput): Refusal[] {
  if (segment === null) {
    return [
      {
        rule: 'AW-6',
        message: label('aw6.segment-unknown'),
        remedy: label('aw6.segment-unknown-remedy'),
      },
    ];
  }
  if (limit === null || used < limit) return [];
  return [
    {
      rule: 'AW-6',
      message: label('aw6.full', { segment, used, limit }),
      remedy: label('aw6.full-remedy', { segment, release: used - limit + 1 }),
    },
  ];
}

function refusedByDetails({ reason, askedBy }: NonNullable<MoveInput['details']>): Refusal[] {
  const remedy = label('aw8.details-remedy');
  const refusals: Refusal[] = [];
  if (isBlankName(reason)) refusals.push({ rule: 'AW-8', message: label('aw8.reason-missing'), remedy });
  if (isBlankName(askedBy)) refusals.push({ rule: 'AW-8', message: label('aw8.asked-by-missing'), remedy });
  return refusals;
}
