import type { SeededRandom } from '../random.ts';
import { day, type Draft } from './draft.ts';

export const techniques: readonly string[] = [
  'Jenkins',
  'SonarQube',
  'Kubernetes',
  'Terraform',
  'Ansible',
  'a self-hosted Git server',
  'Artifactory',
  'Selenium',
];

const insights: readonly string[] = [
  'Finance pushes to merge three tool contracts into one at the renewal.',
  'The platform lead is new and wants a quick win before the summer.',
  'Security review was the blocker last year; a new CISO is in place.',
  'Budget sits with operations, not with engineering. Start there.',
  'None',
];

const triggers: readonly string[] = [
  'opened a second engineering centre and is hiring twelve platform engineers',
  'announced a cloud migration of its order systems in the annual report',
  'appointed a new Chief Technology Officer',
  'bought a smaller competitor and has to join two release processes',
  'reported an outage after a manual release',
];

/** Last interesting moments of people. */
export const moments: readonly string[] = [
  'downloaded the software security guide',
  'attended the webinar on release automation',
  'asked a question in the community forum',
  'visited the pricing page three times',
];

/** What the research of one account found; the texts and the signal fields tell the same story. */
export interface Findings {
  readonly dbQs: number;
  readonly lam: number;
  readonly tech: string;
  readonly trigger: { readonly text: string; readonly age: number } | undefined;
}

export function findOut(random: SeededRandom, employees: number, triggerAge: number | undefined): Findings {
  return {
    dbQs: random.int(22, 97),
    lam: Math.max(2, Math.round(employees * (0.01 + random.next() * 0.12))),
    tech: random.shuffle(techniques).slice(0, random.int(1, 3)).join(', '),
    trigger: triggerAge === undefined ? undefined : { text: random.pick(triggers), age: triggerAge },
  };
}

/** The six parts of PR-1, always all six, as a BDR would write them. */
export function researchText(found: Findings, random: SeededRandom): string {
  const { dbQs, lam, tech, trigger } = found;
  return [
    `High LAM: ${lam > 60 ? `about ${lam} developers` : 'None'}`,
    `High DB QS: ${dbQs > 70 ? dbQs : 'None'}`,
    `SAL Insights: ${random.pick(insights)}`,
    noMoments,
    `Tech Used: ${tech}`,
    `Triggers: ${trigger ? `${day(-trigger.age)} ${trigger.text}` : 'None'}`,
  ].join('\n');
}

const noMoments = 'Persons with LIMs: None';

/** Notes a person's last interesting moment in the research, once the person is known. */
export const noteMoment = (research: string, who: string, moment: string, when: string): string =>
  research.replace(noMoments, `Persons with LIMs: ${who}, ${moment} on ${when}`);

/** PR-6: what the strategy says at each Priority. */
export function strategyText(
  priority: number | undefined,
  { coreName }: Draft,
  random: SeededRandom,
): string {
  if (priority === 1) {
    return `Priority 1: tailored mails to the platform and security leads of ${coreName}, a call after each, and an introduction through the AE.`;
  }
  if (priority === 2) {
    return `Priority 2: ${random.int(3, 5)}-week persona sequence (engineering managers first), industry story in the second mail.`;
  }
  return 'Priority 3: nurture with release notes and event invitations until a trigger shows up.';
}

/** PR-6: what the next step says at each Priority. */
export function nextStepText(priority: number | undefined, random: SeededRandom): string {
  if (priority === 1) {
    return random.pick([
      'Call the VP Engineering about the migration plan, then send the two-page summary',
      'Ask the AE for an introduction to the new CTO',
      'Send the outage story with our recovery numbers, call two days later',
    ]);
  }
  if (priority === 2) {
    const week = random.int(1, 5);
    return `Week ${week} of 5: ${random.pick(['call the engineering managers', 'second mail with the industry story', 'video message to the release lead'])}`;
  }
  return random.pick([
    'Nurture: release notes of the month',
    'Nurture: invitation to the autumn event',
    'Nurture: product update on security',
  ]);
}
