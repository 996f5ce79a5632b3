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
    const count =
      age === undefined
        ? random.chance(0.12)
          ? random.int(1, 2)
          : 0
        : random.weighted([
            [random.int(5, 6), 7],
            [random.int(1, 4), 3],
          ]);
    const names = random.shuffle(given).slice(0, count);
    return names.map((name) => draftProspect(draft, `${name} ${random.pick(family)}`, age, random));
  });
}

/** Reads the day mark of the open stint. */
function ageOfStint(stints: unknown): number {
  const first: unknown = Array.isArray(stints) ? stints[0] : undefined;
  const start = typeof first === 'object' && first !== null && 'start' in first ? String(first.start) : '';
  return -Number(/-?\d+/.exec(start)?.[0] ?? 0);
}

function draftProspect(
  draft: Draft,
  name: string,
  age: number | undefined,
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
  if (age !== undefined && random.chance(0.85)) addSequence(values, age, random);
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

/** AW-10: most people are sequenced within 15 days of the stint's start. */
function addSequence(values: Record<string, unknown>, age: number, random: SeededRandom): void {
  const sequencedAge = Math.max(0, age - random.int(0, Math.min(age, 14)));
  const runs = sequencedAge < 28;
  values['sequenceName'] = random.pick([
    'Platform leads, five weeks',
    'Security first',
    'Release automation',
  ]);
  values['touchLevel'] = random.pick(['high', 'low']);
  values['sequencedOn'] = day(-sequencedAge);
  values['state'] = runs
    ? random.weighted([
        ['active', 9],
        ['paused', 1],
      ])
    : 'finished';
  if (!runs) values['endedOn'] = day(-sequencedAge + 28);
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
