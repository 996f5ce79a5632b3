import type { Segment, Status } from '../accounts/account.ts';
import { isAnothers, isBlankName } from '../accounts/bdr.ts';
import { label } from '../rule-book/messages.ts';
import { statusList } from '../rule-book/template.ts';
import type { Refusal } from './decision.ts';

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
  /** Accounts of this segment that the BDR has in Actively Working, this one not counted. */
  readonly used: number;
  /** The BDR's limit for the segment; `null` = none. */
  readonly limit: number | null;
  /** AW-8; absent while a move is only being asked about. */
  readonly details?: { readonly reason?: string; readonly askedBy?: string };
}

export type MoveDecision =
  | {
      readonly allowed: true;
      /** AW-8: reason and who asked are still to be given. */
      readonly needsReason?: true;
    }
  /** The first refusal is the most telling one. */
  | { readonly allowed: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

/** Whether a person may move an account (AW-0, AW-1, AW-6, AW-7, AW-8). Moving it within its status is free. */
export function decideMove(move: MoveInput): MoveDecision {
  if (move.from === move.to) return { allowed: true };
  const [first, ...others] = [
    ...refusedByOwner(move),
    ...refusedByPath(move),
    ...(move.to === 'Actively Working' ? refusedByEntry(move) : []),
    ...(move.to === 'Restricted' && move.details ? refusedByDetails(move.details) : []),
  ];
  if (first) return { allowed: false, refusals: [first, ...others] };
  return move.to === 'Restricted' && !move.details ? { allowed: true, needsReason: true } : { allowed: true };
}

function refusedByOwner({ to, bdr, bdrAssigned }: MoveInput): Refusal[] {
  const entering = to === 'Actively Working';
  if (isBlankName(bdr)) {
    if (!entering) return [];
    return [{ rule: 'AW-1', message: label('aw1.no-bdr'), remedy: label('aw1.no-bdr-remedy') }];
  }
  if (!isAnothers(bdrAssigned, bdr)) return [];
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
