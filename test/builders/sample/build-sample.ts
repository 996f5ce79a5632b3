import { seededRandom } from '../random.ts';
import type { Draft } from './draft.ts';
import { draftCompanies } from './sample-companies.ts';
import { draftOpportunities } from './sample-opportunities.ts';
import { planAccounts, renewNextSteps, sampleBdr } from './sample-planning.ts';
import { draftProspects } from './sample-prospects.ts';
import { draftExceptions, nameAccounts, sampleMapping } from './sample-territories.ts';

const seed = 20_261_121;

/** The text of `resources/sample-workspace/sample.json`; always the same. */
export function buildSample(): string {
  const random = seededRandom(seed);
  const drafts = draftCompanies(random.fork('companies'));
  planAccounts(drafts, random.fork('planning'));
  renewNextSteps(drafts, random.fork('next steps'));
  nameAccounts(drafts, random.fork('named'));
  const prospects = draftProspects(drafts, random.fork('prospects'));
  const opportunities = draftOpportunities(drafts, random.fork('opportunities'));
  const settings = { name: 'Sample territory', bdr: sampleBdr, fiscalYearFirstMonth: 2 };
  // One record a line, so that a change to the sample can be read in a diff.
  const lines = (records: readonly unknown[]): string =>
    records.map((record) => JSON.stringify(record)).join(',\n');
  return `{"format":1,
"settings":${JSON.stringify(settings)},
"accounts":[
${lines(drafts.map(accountOf))}
],
"prospects":[
${lines(prospects)}
],
"opportunities":[
${lines(opportunities)}
],
"mapping":{"source":"Sample territories.csv","rows":[
${lines(sampleMapping)}
]},
"exceptions":[
${lines(draftExceptions(drafts))}
]}
`;
}

const accountOf = ({ key, parent, values }: Draft): unknown => ({
  key,
  ...(parent && { parentKey: parent.key }),
  values,
});
