import type { SeededRandom } from '../random.ts';
import { familyNames, givenNames, titles } from '../words/people-words.ts';
import { day, type Draft } from './draft.ts';
import { moments, noteMoment } from './sample-research.ts';

const moreGiven = [
  'Anouk',
  'Brida',
  'Cosmin',
  'Delphine',
  'Eirik',
  'Fenna',
  'Gideon',
  'Hanneke',
  'Ivo',
  'Jorun',
  'Kasimir',
  'Lotte',
];
const moreFamily = [
  'Ashcombe-Lund',
  'Bellweather',
  'Corvinhal',
  'Drystone',
  'Elverum-Katz',
  'Fallowmere',
  'Grimsditch',
  'Hollenquist',
  'Kirkwhistle',
  'Lochridge',
  'Mossgrave',
  'Oakhanger',
];

const given = [...givenNames, ...moreGiven];
const family = [...familyNames, ...moreFamily];

export interface ProspectDraft {
  readonly accountKey: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** People at the worked accounts and some others; enough for the clocks of AW-10 and AW-12 to mean something. */
export function draftProspects(drafts: readonly Draft[], random: SeededRandom): ProspectDraft[] {
  return drafts.flatMap((draft) => {
    const { status, stints } = draft.values;
    const age = status === 'Actively Working' ? ageOfStint(stints) : undefined;
    const count = age === undefined ? (random.chance(0.12) ? random.int(1, 2) : 0) : countAt(age, random);
    const names = random.shuffle(given).slice(0, count);
    // Where work goes on beyond the first sequence somebody is in the next one; elsewhere AW-12 ends it.
    const goesOn = random.chance(0.95);
    return names.map((name, at) => {
      const isSequenced = age !== undefined && (at < 5 || random.chance(0.85));
      const sequence = isSequenced ? { age, again: goesOn && (at === 0 || random.chance(0.4)) } : undefined;
      return draftProspect(draft, `${name} ${random.pick(family)}`, { age, sequence }, random);
    });
  });
}

/** Young stints still gather their people; of the older ones a few are late under AW-10. */
const countAt = (age: number, random: SeededRandom): number =>
  random.weighted([
    [random.int(5, 7), age < 12 ? 5 : 95],
    [random.int(1, 4), age < 12 ? 5 : 5],
  ]);

/** Reads the day mark of the open stint. */
function ageOfStint(stints: unknown): number {
  const first: unknown = Array.isArray(stints) ? stints[0] : undefined;
  const start = typeof first === 'object' && first !== null && 'start' in first ? String(first.start) : '';
  return -Number(/-?\d+/.exec(start)?.[0] ?? 0);
}

function draftProspect(
  draft: Draft,
  name: string,
  { age, sequence }: { readonly age: number | undefined; readonly sequence: Sequence | undefined },
  random: SeededRandom,
): ProspectDraft {
  const [title, persona] = random.pick(titles);
  const values: Record<string, unknown> = {
    name,
    title,
    persona,
    email: `${mailName(name)}@${draft.domain}`,
    leadStatus: random.pick(['Raw', 'Inquiry', 'Qualifying']),
    addedOn: day(-(age ?? 0) - random.int(1, 200)),
    source: random.pick(['Webinar', 'Event', 'List purchase', 'Web form']),
  };
  if (random.chance(0.5)) values['phone'] = draft.region.phonePrefix + String(random.int(10, 99));
  if (random.chance(0.08)) values['doNotCall'] = true;
  if (random.chance(0.5)) values['mailOptIn'] = true;
  if (random.chance(0.3)) addMoment(values, draft, name, title, random);
  if (sequence) addSequence(values, sequence, random);
  return { accountKey: draft.key, values };
}

function addMoment(
  values: Record<string, unknown>,
  { values: account }: Draft,
  name: string,
  title: string,
  random: SeededRandom,
): void {
  const moment = random.pick(moments);
  const when = day(-random.int(1, 90));
  values['lastInterestingMoment'] = moment;
  values['lastInterestingMomentDate'] = when;
  if (typeof account.accountResearch === 'string') {
    account.accountResearch = noteMoment(account.accountResearch, `${name} (${title})`, moment, when);
  }
}

/** How a person at a worked account is sequenced. */
interface Sequence {
  /** Days since the stint began. */
  readonly age: number;
  /** Once the first sequence has ended, another one runs. */
  readonly again: boolean;
}

const sequenceNames = ['Platform leads, five weeks', 'Security first', 'Release automation'];
const sequenceDays = 28;

/** AW-10: people are sequenced within 15 days of the stint's start; later sequences keep the first in memory. */
function addSequence(values: Record<string, unknown>, { age, again }: Sequence, random: SeededRandom): void {
  const firstAge = Math.max(0, age - random.int(0, Math.min(age, 14)));
  const ran = firstAge >= sequenceDays;
  const isSecond = ran && again;
  const sequencedAge = isSecond ? random.int(0, Math.min(firstAge - sequenceDays, 20)) : firstAge;
  const runs = isSecond || !ran;
  values['sequenceName'] = random.pick(sequenceNames);
  values['touchLevel'] = random.pick(['high', 'low']);
  values['sequencedOn'] = day(-sequencedAge);
  if (isSecond) {
    values['earlierSequences'] = [
      { name: random.pick(sequenceNames), on: day(-firstAge), ended: day(sequenceDays - firstAge) },
    ];
  }
  values['state'] = runs
    ? random.weighted([
        ['active', 9],
        ['paused', 1],
      ])
    : 'finished';
  if (!runs) values['endedOn'] = day(sequenceDays - sequencedAge);
  else values['nextTaskDate'] = day(random.int(0, 6));
  values['lastActivity'] = day(-random.int(0, Math.min(sequencedAge, 25)));
}

const mailName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ł', 'l')
    .toLowerCase()
    .replace(/ +/g, '.')
    .replace(/[^a-z.-]/g, '');
