import type { Count, Day, OracleAccount, OraclePerson } from '../oracle/facts.ts';
import type { SeededRandom } from './random.ts';

/** Days before today around which something changes; negative = after today. */
const tellingDays = [-40, -1, 0, 1, 3, 6, 7, 9, 10, 11, 12, 14, 15, 16, 28, 29, 30, 31, 60, 89, 90, 91, 400];
const tellingCounts = [0, 1, 98, 99, 100, 101, 1998, 1999, 2000, 2001, 50_000];
const industries = ['Banking', 'Software', 'Furniture', 'Fishing'];

/** Industries of the drawn accounts that PR-2 finds fitting. */
export const fittingIndustries: readonly string[] = ['Banking', 'Software'];

/** Random accounts in the shapes that the rules tell apart: their borders are drawn more often than others. */
export function drawOracleAccounts(
  random: SeededRandom,
  size: number,
  dayBefore: (days: number) => Day,
): OracleAccount[] {
  const draw = drawing(random, dayBefore);
  return Array.from({ length: size }, (_, at) => {
    // Mostly small hierarchies among neighbours; some circles, lost parents and accounts that stand alone.
    const parent = at - random.int(1, 6);
    const linked =
      random.chance(0.4) && parent >= 0 ? idOf(parent) : random.chance(0.02) ? 'lost' : undefined;
    const circle = random.chance(0.02) ? idOf(Math.min(size - 1, at + random.int(0, 4))) : linked;
    return account(idOf(at), circle, draw);
  });
}

const idOf = (at: number): string => `a${String(at).padStart(6, '0')}`;

interface Drawing {
  readonly random: SeededRandom;
  readonly day: () => Day;
  readonly count: () => Count;
  /** With a probability, what the maker makes. */
  readonly maybe: <K extends string, T>(
    share: number,
    key: K,
    make: () => T,
  ) => Readonly<Partial<Record<K, T>>>;
}

function drawing(random: SeededRandom, dayBefore: (days: number) => Day): Drawing {
  return {
    random,
    day: () => dayBefore(random.chance(0.8) ? random.pick(tellingDays) : random.int(-50, 450)),
    count: () => {
      const one = (): number => (random.chance(0.7) ? random.pick(tellingCounts) : random.int(0, 4000));
      if (random.chance(0.7)) return one();
      const [a, b] = [one(), one()];
      return random.chance(0.3) ? { min: a } : { min: Math.min(a, b), max: Math.max(a, b) };
    },
    maybe: <K extends string, T>(share: number, key: K, make: () => T): Partial<Record<K, T>> =>
      random.chance(share) ? ({ [key]: make() } as Record<K, T>) : {},
  };
}

function account(id: string, parentId: string | undefined, draw: Drawing): OracleAccount {
  const { random, day, count, maybe } = draw;
  return {
    id,
    ...(parentId !== undefined && { parentId }),
    ...maybe(0.05, 'standAlone', () => true),
    ...maybe(0.15, 'employeesOverride', count),
    ...maybe(0.4, 'employeesZoomInfo', count),
    ...maybe(0.3, 'employeesDataFox', count),
    ...maybe(0.3, 'employeesImported', count),
    ...maybe(0.5, 'type', () => random.pick(['prospect', 'customer', 'former customer'])),
    ...maybe(0.3, 'totalCarr', () => random.pick([0, 47.99, 48, 48.01, 900])),
    status: random.pick(['', 'Queued', 'Worked in FY', 'Restricted', '', 'Queued']),
    ...maybe(0.6, 'bdrAssigned', () => random.pick(['Ann', ' ann ', 'ANN', 'Bob', ' '])),
    start: day(),
    ...maybe(0.7, 'accountResearch', () => research(draw)),
    ...maybe(0.8, 'accountStrategy', () => random.pick(['Priority 1', ' '])),
    ...maybe(0.9, 'bdrNextStep', () => 'Call'),
    ...maybe(0.9, 'bdrNextStepDate', day),
    ...maybe(0.6, 'dbQs', () => random.pick([0, 69, 70, 70.5, 71, 100])),
    ...maybe(0.6, 'lamDevelopers', () => random.pick([0, 1, 5, 50, 100, 99, 300])),
    ...maybe(0.5, 'aeNotes', () => random.pick(['None', 'Merge tools'])),
    ...maybe(0.5, 'techUsed', () => random.pick(['None', 'Jenkins', 'Kubernetes, Jenkins', 'CI/CD'])),
    ...maybe(0.4, 'description', () => random.pick(['We sell chairs', 'A DevSecOps shop', 'Microservices'])),
    ...maybe(0.6, 'industry', () => random.pick(industries)),
    ...maybe(0.6, 'itTeddCount', () => random.pick([0, 249, 250, 900])),
    ...maybe(0.5, 'ceUsers', () => random.pick([0, 1, 40])),
    ...maybe(0.5, 'devOps', () => random.pick(['adopted', 'hiring', 'not found'])),
    ...maybe(0.6, 'triggers', () =>
      Array.from({ length: random.int(0, 2) }, () => ({ text: 'new CTO', ...maybe(0.8, 'date', day) })),
    ),
    people: Array.from({ length: random.int(0, 7) }, (_, at) => person(`${id}-${at}`, draw)),
    opportunities: Array.from({ length: random.chance(0.2) ? 1 : 0 }, () => ({
      id: `${id}-o`,
      ...maybe(0.9, 'createdDate', day),
    })),
    pauses: Array.from({ length: random.chance(0.3) ? random.int(1, 2) : 0 }, () => pause(draw)),
  };
}

/** PR-1: six parts, blank, none, or something. */
function research({ random, day }: Drawing): string {
  const say = (text: string): string => (random.chance(0.4) ? '' : random.chance(0.4) ? 'None' : text);
  return [
    `High LAM: ${say('about 300')}`,
    `High DB QS: ${say(random.pick(['70', '71', 'high']))}`,
    `SAL Insights: ${say('new lead')}`,
    `Persons with LIMs: ${say('Mia, CTO')}`,
    `Tech Used: ${say(random.pick(['Docker', 'Multi-cloud']))}`,
    `Triggers: ${say(random.pick(['new CTO', `${day()} new CTO`]))}`,
  ].join('\n');
}

function person(id: string, { random, day, maybe }: Drawing): OraclePerson {
  return {
    id,
    ...maybe(0.3, 'email', () => random.pick(['mia@acme.com', 'MIA@acme.com', 'jo@acme.com'])),
    ...maybe(0.4, 'leadStatus', () => random.pick(['Qualifying', 'Raw', 'Accepted'])),
    ...maybe(0.15, 'mqlDate', day),
    ...maybe(0.6, 'touchLevel', () => random.pick(['low', 'low', 'high'] as const)),
    ...maybe(0.7, 'state', () => random.pick(['active', 'finished', 'paused', 'finished'] as const)),
    ...maybe(0.7, 'sequencedOn', day),
    ...maybe(0.5, 'endedOn', day),
    ...maybe(0.4, 'lastActivity', day),
    ...maybe(0.2, 'nextTaskDate', day),
    ...maybe(0.1, 'lastInterestingMoment', () => 'webinar'),
    ...maybe(0.1, 'partnerProspected', () => true),
  };
}

function pause({ day, random }: Drawing): OracleAccount['pauses'][number] {
  const [a, b] = [day(), day()];
  const from = a < b ? a : b;
  return random.chance(0.2) ? { from } : { from, until: a < b ? b : a };
}
