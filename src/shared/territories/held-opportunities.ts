import { addDays, daysBetween, type IsoDate } from '../clock.ts';
import { err, ok, type Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided } from '../rule-book/receipt.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import type { Refusal } from '../statuses/decision.ts';

type Settings = Pick<RuleSettings, 'heldOpportunityDays' | 'extensionAskDays' | 'extensionCloseDays'>;

/** An extension that the owner asked for, with evidence that the deal closes soon (TER-10). */
export interface Extension {
  readonly askedOn: IsoDate;
  readonly evidence: string;
  /** `null` while it is not decided. */
  readonly granted: boolean | null;
}

/** An open opportunity of an account that was given to another owner. */
export interface TransferredOpportunity {
  /** Day 0. */
  readonly createdOn: IsoDate;
  readonly extension?: Extension;
}

export type HeldOpportunity =
  /** Stays with its owner; `lastDay` included. */
  | { readonly kind: 'stays'; readonly day: number; readonly daysLeft: number; readonly lastDay: IsoDate }
  | { readonly kind: 'transfer'; readonly day: number; readonly since: IsoDate }
  /** The creation date is still to come, so nothing can be counted (CLK-2). */
  | { readonly kind: 'created-ahead' };

/**
 * TER-10: how long an open opportunity of a transferred account stays with its owner: creation is day 0, day
 * 180 is the last. A granted extension reaches to the day by which the deal is to close, if that is later;
 * one that was refused ends the stay at once.
 */
export function decideHeldOpportunity(
  { createdOn, extension }: TransferredOpportunity,
  today: IsoDate,
  settings: Settings = defaultRuleSettings,
): Decided<HeldOpportunity> {
  const regular = addDays(createdOn, settings.heldOpportunityDays);
  const outcome = outcomeOf(createdOn, extension, regular, today, settings);
  const mayAsk =
    outcome.kind === 'stays' && extension === undefined && outcome.day <= settings.extensionAskDays;
  const askUntil = addDays(createdOn, settings.extensionAskDays);
  return {
    outcome,
    receipt: {
      rules: ['TER-10', 'CLK-3'],
      said: saidOf(outcome),
      facts: [
        label('ter10.created', { date: createdOn, days: settings.heldOpportunityDays, last: regular }),
        ...(extension === undefined ? [] : [extensionFact(extension)]),
      ],
      settings: settingsUsed(settings, ['heldOpportunityDays', 'extensionAskDays', 'extensionCloseDays']),
      flips: mayAsk
        ? [label('territory.flip.ask-extension', { date: askUntil, days: settings.extensionCloseDays })]
        : [],
    },
  };
}

function outcomeOf(
  createdOn: IsoDate,
  extension: Extension | undefined,
  regular: IsoDate,
  today: IsoDate,
  { extensionCloseDays }: Settings,
): HeldOpportunity {
  if (createdOn > today) return { kind: 'created-ahead' };
  const day = daysBetween(createdOn, today);
  if (extension?.granted === false) return { kind: 'transfer', day, since: extension.askedOn };
  const extended = extension?.granted === true ? addDays(extension.askedOn, extensionCloseDays) : regular;
  const lastDay = extended > regular ? extended : regular;
  return today > lastDay
    ? { kind: 'transfer', day, since: addDays(lastDay, 1) }
    : { kind: 'stays', day, daysLeft: daysBetween(today, lastDay), lastDay };
}

const saidOf = (outcome: HeldOpportunity) => {
  switch (outcome.kind) {
    case 'stays':
      return label('ter10.stays', { date: outcome.lastDay, days: outcome.daysLeft });
    case 'transfer':
      return label('ter10.transfer', { date: outcome.since });
    case 'created-ahead':
      return label('ter10.created-ahead');
  }
};

const extensionFact = ({ askedOn, evidence, granted }: Extension) =>
  granted === null
    ? label('ter10.asked', { date: askedOn, evidence })
    : granted
      ? label('ter10.granted', { date: askedOn, evidence })
      : label('ter10.refused', { date: askedOn });

/**
 * TER-10: whether an extension can still be asked: until day 120, with evidence.
 * @param evidence what shows that the deal closes within 90 days
 */
export function askExtension(
  { createdOn, extension }: TransferredOpportunity,
  evidence: string,
  today: IsoDate,
  settings: Settings = defaultRuleSettings,
): Result<Extension, Refusal> {
  const refuse = (message: Refusal['message'], remedy: Refusal['remedy']): Result<Extension, Refusal> =>
    err({ rule: 'TER-10', message, remedy });
  const last = addDays(createdOn, settings.extensionAskDays);
  if (extension) {
    return refuse(
      label('ter10.asked-before', { date: extension.askedOn }),
      label('ter10.asked-before-remedy'),
    );
  }
  if (today > last || createdOn > today) {
    const params = { day: settings.extensionAskDays, date: last };
    return refuse(label('ter10.too-late', params), label('ter10.too-late-remedy'));
  }
  if (evidence.trim() === '') {
    const days = settings.extensionCloseDays;
    return refuse(label('ter10.no-evidence'), label('ter10.no-evidence-remedy', { days }));
  }
  return ok({ askedOn: today, evidence: evidence.trim(), granted: null });
}
