import type { Segment, Status } from '../../../src/shared/accounts/account.ts';
import type { SeededRandom } from '../random.ts';
import { day, type Draft } from './draft.ts';
import { findOut, nextStepText, researchText, strategyText } from './sample-research.ts';

/** Whose book the sample is, and two colleagues beside. */
export const sampleBdr = 'Ilse Brennholt';
export const colleagues = ['Nils Rautavuori', 'Kamala Fairweatherby'];

/** How many of the BDR's accounts are worked, per segment: Large nearly at its limit of 100 (AW-6). */
export const workedOn: Readonly<Record<Segment, number>> = { Large: 97, 'Mid-Market': 72, SMB: 9 };
const queued = 112;
const workedInYear = 58;
const restricted = 13;
/** Worked by a colleague: entering them is refused (AW-7), and they count against nobody here. */
const workedByColleague = 6;

const restrictions: readonly string[] = [
  'Renewal talks until the end of the quarter',
  'Open complaint with support',
  'AE runs a strategic project, no outreach',
];

/** Gives every account its status and what goes with it. */
export function planAccounts(drafts: readonly Draft[], random: SeededRandom): void {
  const pool = random.shuffle(drafts);
  const take = (count: number, fits: (draft: Draft) => boolean = () => true): Draft[] => {
    const taken: Draft[] = [];
    for (let index = 0; index < pool.length && taken.length < count;) {
      const draft = pool[index];
      if (draft && fits(draft)) taken.push(...pool.splice(index, 1));
      else index += 1;
    }
    return taken;
  };
  for (const [segment, count] of Object.entries(workedOn)) {
    take(count, (draft) => draft.segment === segment).forEach((draft) => work(draft, sampleBdr, random));
  }
  take(workedByColleague, (draft) => draft.segment !== null).forEach((draft) =>
    work(draft, random.pick(colleagues), random),
  );
  take(queued).forEach((draft) => queue(draft, random));
  take(workedInYear).forEach((draft) => finish(draft, random));
  take(restricted).forEach((draft) => restrict(draft, random));
  for (const { values } of pool) {
    if (random.chance(0.5)) values.bdrAssigned = random.chance(0.85) ? sampleBdr : random.pick(colleagues);
  }
  for (const draft of drafts) addSignals(draft, random);
}

/** PR-6: when the next step dates were set; some of Priority 2 and 3 are due to be renewed. */
export function renewNextSteps(drafts: readonly Draft[], random: SeededRandom): void {
  for (const { values } of drafts) {
    if (values.bdrNextStepDate !== undefined) values.nextStepRenewedOn = day(-random.int(0, 22));
  }
}

const setStatus = ({ values }: Draft, status: Status, bdr: string): void => {
  values.status = status;
  values.bdrAssigned = bdr;
};

/** In Actively Working: an open stint, a Priority of about 15/35/50, and mostly complete research (AW-9). */
function work(draft: Draft, bdr: string, random: SeededRandom): void {
  const { values } = draft;
  setStatus(draft, 'Actively Working', bdr);
  const age = random.weighted([
    [random.int(0, 9), 3],
    [random.int(10, 45), 5],
    [random.int(46, 120), 2],
  ]);
  values.stints = [{ start: day(-age), actor: bdr }];
  if (random.chance(0.14)) makeCustomer(draft, random);
  const priority =
    values.expandRank === undefined
      ? random.weighted([
          [1, 16],
          [2, 34],
          [3, 46],
          [undefined, 4],
        ] as const)
      : undefined;
  if (priority !== undefined) values.priority = priority;
  const triggerAge = priority === 1 || random.chance(0.3) ? random.int(3, 85) : undefined;
  research(draft, triggerAge, random);
  // Fresh ones are still being researched; a few older ones are overdue.
  if (random.chance(age < 5 ? 0.5 : 0.02)) {
    delete values.accountResearch;
    return;
  }
  values.accountStrategy = strategyText(priority, draft, random);
  values.bdrNextStep = nextStepText(priority, random);
  values.bdrNextStepDate = day(
    random.weighted([
      [random.int(1, 21), 22],
      [0, 1],
      [-random.int(1, 9), 1],
    ]),
  );
}

function research(draft: Draft, triggerAge: number | undefined, random: SeededRandom): void {
  const { values } = draft;
  const employees = [values.employeesZoomInfo, values.employeesDataFox, values.employeesImported].find(
    (count) => typeof count === 'number',
  );
  const found = findOut(random, employees ?? 200, triggerAge);
  values.dbQs = found.dbQs;
  values.lamDevelopers = found.lam;
  values.techUsed = found.tech;
  if (found.trigger) {
    values.triggers = [
      { text: found.trigger.text, date: day(-found.trigger.age), link: `https://news.example/${draft.key}` },
    ];
  }
  values.accountResearch = researchText(found, random);
}

function makeCustomer({ values }: Draft, random: SeededRandom): void {
  values.type = 'customer';
  values.totalCarr = random.int(2, 240) * 1000;
  values.renewalDate = day(random.int(20, 330));
  values.renewalAmount = values.totalCarr;
  values.ceUsers = random.int(0, 140);
  values.expandRank = random.weighted([
    [1, 2],
    [2, 5],
    [3, 3],
  ] as const);
}

function queue(draft: Draft, random: SeededRandom): void {
  setStatus(draft, 'Queued', random.chance(0.93) ? sampleBdr : random.pick(colleagues));
  if (random.chance(0.35)) research(draft, random.chance(0.4) ? random.int(5, 120) : undefined, random);
  if (random.chance(0.2)) {
    draft.values.nominatedBy = draft.values.owner;
    draft.values.nominatedOn = day(-random.int(1, 20));
  }
}

function finish(draft: Draft, random: SeededRandom): void {
  const { values } = draft;
  setStatus(draft, 'Worked in FY', sampleBdr);
  const end = random.int(31, 180);
  values.stints = [
    {
      start: day(-end - random.int(20, 70)),
      end: day(-end),
      reason: 'No active sequence for 30 days',
      actor: sampleBdr,
    },
  ];
  values.fiscalYearsWorked = ['{{FY}}'];
  research(draft, random.chance(0.3) ? random.int(90, 200) : undefined, random);
}

/** AW-8: the reason is written into the research as a dated line outside the block. */
function restrict(draft: Draft, random: SeededRandom): void {
  const { values } = draft;
  setStatus(draft, 'Restricted', sampleBdr);
  const reason = random.pick(restrictions);
  values.restrictionReason = reason;
  values.restrictionAskedBy = values.owner;
  values.accountResearch = `${day(-random.int(5, 60))} Restricted: ${reason} (asked by ${String(values.owner)})`;
}

function addSignals({ values }: Draft, random: SeededRandom): void {
  if (random.chance(0.45)) values.intent = random.pick(['high', 'medium', 'medium', 'low']);
  const staff = values.employeesZoomInfo;
  if (typeof staff === 'number') values.itTeddCount = Math.round(staff * (0.02 + random.next() * 0.2));
  if (random.chance(0.2)) values.engagementMinutes = random.int(1, 240);
  if (values.type === undefined && random.chance(0.8)) values.type = 'prospect';
  if (random.chance(0.03)) values.publicSector = true;
}
