import type { Segment } from '../../../src/shared/accounts/account.ts';
import { fold } from '../../../src/shared/accounts/normalise.ts';
import type { SeededRandom } from '../random.ts';
import type { Place } from '../words/company-words.ts';
import type { Draft, DraftValues } from './draft.ts';
import { regions, type Region } from './regions.ts';

/** All accounts of the sample, parents before their children, without planning. */
export function draftCompanies(random: SeededRandom): Draft[] {
  const taken = new Set<string>();
  const drafts: Draft[] = [];
  for (const region of regions) {
    const wanted = drafts.length + region.accounts;
    while (drafts.length < wanted) {
      const root = draftRoot(region, drafts.length, random, taken);
      drafts.push(root);
      const children = random.chance(0.1) ? random.int(1, 4) : 0;
      for (let child = 0; child < children && drafts.length < wanted; child += 1) {
        const parent = random.chance(0.2) ? (drafts[drafts.length - 1] ?? root) : root;
        const draft = draftChild(parent, drafts.length, random, taken);
        if (draft) drafts.push(draft);
      }
    }
  }
  shareHighestSegment(drafts);
  leaveGaps(drafts, random);
  return drafts;
}

function draftRoot(region: Region, index: number, random: SeededRandom, taken: Set<string>): Draft {
  const root = freshRoot(region, random, taken);
  const [trade, industry] = random.pick(region.trades);
  const coreName = `${root} ${trade}`;
  const segment = random.weighted<Segment>([
    ['Large', 33],
    ['Mid-Market', 45],
    ['SMB', 22],
  ]);
  const domain = `${asLabel(root)}-${asLabel(trade)}.example`;
  const values = commonValues(region, index, domain, random.pick(region.places), random);
  values.name = `${coreName} ${random.pick(region.legalForms)}`;
  values.industry = industry;
  addEmployees(values, sizeOf(segment, random), random);
  return { key: `a${index + 1}`, region, coreName, domain, values, segment };
}

/** A subsidiary: the family name, another place, fewer people. */
function draftChild(
  parent: Draft,
  index: number,
  random: SeededRandom,
  taken: Set<string>,
): Draft | undefined {
  const region = random.chance(0.6) ? parent.region : random.pick(regions);
  const [familyName = ''] = parent.coreName.split(' ');
  const [trade, industry] = random.pick(region.trades);
  const place = random.pick(region.places);
  const coreName = `${familyName} ${trade} ${place.country}`;
  if (taken.has(coreName)) return undefined;
  taken.add(coreName);
  const domain = `${asLabel(coreName)}.example`;
  const segment = random.pick<Segment>(parent.segment === 'Large' ? ['Mid-Market', 'SMB'] : ['SMB']);
  const values = commonValues(region, index, domain, place, random);
  values.name = `${coreName} ${random.pick(region.legalForms)}`;
  values.industry = industry;
  values.parentRef = parent.values.crmId;
  addEmployees(values, sizeOf(segment, random), random);
  return { key: `a${index + 1}`, region, coreName, domain, parent, values, segment };
}

function freshRoot(region: Region, random: SeededRandom, taken: Set<string>): string {
  for (;;) {
    const first = random.pick(region.roots.first);
    const second = random.pick(region.roots.second);
    const root = first + second;
    // "Harrowwick" would look like a slip of the pen.
    if (taken.has(root) || first.endsWith(second.charAt(0))) continue;
    taken.add(root);
    return root;
  }
}

/** A part of a domain name: ASCII letters, digits and hyphens. */
const asLabel = (text: string): string =>
  fold(text)
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replace(/[^a-z0-9]+/g, '-');

function commonValues(
  region: Region,
  index: number,
  domain: string,
  place: Place,
  random: SeededRandom,
): DraftValues {
  const values: DraftValues = {
    website: `https://www.${domain}`,
    crmId: `001Gw${String(1_000_000 + index * 7919).padStart(10, '0')}AAA`,
    owner: random.pick(region.owners),
    billingStreet: `${random.int(1, 240)} ${random.pick(region.streets)}`,
    billingCity: place.city,
    billingPostalCode: place.postalCode,
    billingCountry: place.country,
  };
  if (place.state !== '') values.billingState = place.state;
  if (random.chance(0.7)) values.phone = region.phonePrefix + String(random.int(10, 99));
  return values;
}

const sizeOf = (segment: Segment, random: SeededRandom): number => {
  if (segment === 'Large')
    return random.weighted([
      [random.int(2000, 9000), 7],
      [random.int(9001, 64_000), 3],
    ]);
  return segment === 'Mid-Market' ? random.int(100, 1999) : random.int(8, 99);
};

/** SEG-2: usually ZoomInfo, sometimes beside DataFox or instead of it, sometimes only the list's own. */
function addEmployees(values: DraftValues, count: number, random: SeededRandom): void {
  const source = random.weighted([
    ['employeesZoomInfo', 6],
    ['employeesDataFox', 2],
    ['employeesImported', 3],
  ] as const);
  values[source] = count;
  if (source === 'employeesZoomInfo' && random.chance(0.3)) {
    values.employeesDataFox = Math.max(1, Math.round(count * (0.8 + random.next() * 0.5)));
  }
  values.revenue = count * random.int(120, 380) * 1000;
}

/** SEG-3: every account of a family has the highest segment found in it. */
function shareHighestSegment(drafts: readonly Draft[]): void {
  for (const draft of drafts) if (draft.parent) draft.segment = draft.parent.segment;
}

/** A few findings on purpose: no website, no head count, a range across a border, a parent not in the book. */
function leaveGaps(drafts: readonly Draft[], random: SeededRandom): void {
  const alone = random.shuffle(
    drafts.filter((draft) => !draft.parent && !drafts.some((d) => d.parent === draft)),
  );
  alone.splice(0, 14).forEach(({ values }) => delete values.website);
  alone.splice(0, 14).forEach((draft) => {
    delete draft.values.employeesZoomInfo;
    delete draft.values.employeesDataFox;
    delete draft.values.employeesImported;
    if (random.chance(0.4)) draft.values.employeesImported = { min: 51, max: 200 };
    draft.segment = null;
  });
  alone.splice(0, 4).forEach(({ values }, index) => (values.parentRef = `001Gw000777000${index}AAA`));
}
