import type { Segment } from '../../../src/shared/accounts/account.ts';
import type { MappingRow } from '../../../src/shared/territories/mapping.ts';
import type { SeededRandom } from '../random.ts';
import { day, type Draft } from './draft.ts';
import { regions } from './regions.ts';
import { colleagues, sampleBdr } from './sample-planning.ts';

const [nils = '', kamala = ''] = colleagues;

const aesOf = (...names: readonly string[]): string[] =>
  regions.filter(({ name }) => names.includes(name)).flatMap(({ owners }) => owners);

const large: Segment[] = ['Large'];
const below: Segment[] = ['Mid-Market', 'SMB'];

const row = (
  code: string,
  segments: Segment[],
  given: Partial<MappingRow> & Pick<MappingRow, 'aes'>,
): MappingRow => ({
  code,
  segments,
  languages: [],
  countries: [],
  states: [],
  postalPrefixes: [],
  namedAccounts: [],
  motion: 'any',
  ...given,
});

const states = (country: string, ...codes: string[]): MappingRow['states'] =>
  codes.map((state) => ({ country, state }));

const west = aesOf('AMER West');
const east = aesOf('AMER East');
const dach = aesOf('EMEA DACH');
const north = aesOf('EMEA North');
const south = aesOf('EMEA South');
const apac = aesOf('APAC');

/**
 * The sample's territories. On purpose nobody works EMEA-SOUTH (round robin), Singapore is in none, and small
 * companies in Wales are in two (TER-7).
 */
export const sampleMapping: readonly MappingRow[] = [
  row('AMER-WEST-ENT', large, {
    region: 'AMER',
    tier: 'P0',
    states: states('US', 'WA', 'OR', 'CA', 'CO', 'AZ', 'ID'),
    bdr: sampleBdr,
    aes: west,
  }),
  row('AMER-NORTHWEST', below, {
    region: 'AMER',
    tier: 'P0',
    states: states('US', 'WA', 'OR', 'ID'),
    bdr: sampleBdr,
    aes: west,
  }),
  row('AMER-SOUTHWEST', below, {
    region: 'AMER',
    tier: 'P0',
    states: states('US', 'CA', 'CO', 'AZ'),
    bdr: nils,
    motion: 'Land',
    aes: west,
  }),
  row('AMER-SOUTHWEST', below, {
    region: 'AMER',
    tier: 'P1',
    states: states('US', 'CA', 'CO', 'AZ'),
    bdr: sampleBdr,
    motion: 'Expand',
    aes: west,
  }),
  row('AMER-EAST-ENT', large, {
    region: 'AMER',
    tier: 'P0',
    countries: ['CA'],
    states: states('US', 'MA', 'NY', 'GA', 'IL', 'NC'),
    bdr: kamala,
    aes: east,
  }),
  row('AMER-EAST', below, {
    region: 'AMER',
    tier: 'P1',
    countries: ['CA'],
    states: states('US', 'MA', 'NY', 'GA', 'IL', 'NC'),
    languages: ['English', 'French'],
    bdr: sampleBdr,
    aes: east,
  }),
  row('EMEA-DACH-ENT', large, {
    region: 'EMEA',
    tier: 'P0',
    countries: ['DE', 'AT', 'CH'],
    languages: ['German'],
    bdr: sampleBdr,
    aes: dach,
  }),
  row('EMEA-DACH', below, {
    region: 'EMEA',
    tier: 'P0',
    countries: ['DE', 'AT', 'CH'],
    languages: ['German'],
    bdr: nils,
    aes: dach,
  }),
  row('EMEA-NORTH', [], {
    region: 'EMEA',
    tier: 'P0',
    countries: ['SE', 'NO', 'DK'],
    bdr: kamala,
    aes: north,
  }),
  row('EMEA-UKI', [], {
    region: 'EMEA',
    tier: 'P1',
    countries: ['GB'],
    bdr: sampleBdr,
    aes: north,
  }),
  row('EMEA-WALES', ['SMB'], {
    region: 'EMEA',
    tier: 'P1',
    postalPrefixes: [{ country: 'GB', prefix: 'CF' }],
    bdr: nils,
    aes: north,
  }),
  row('EMEA-CYMRU', ['SMB'], {
    region: 'EMEA',
    tier: 'P1',
    postalPrefixes: [{ country: 'GB', prefix: 'CF' }],
    bdr: kamala,
    aes: north,
  }),
  row('EMEA-SOUTH', [], {
    region: 'EMEA',
    countries: ['ES', 'IT', 'FR', 'PT'],
    aes: south,
  }),
  row('APAC-ANZ', [], {
    region: 'APAC',
    tier: 'P0',
    countries: ['AU', 'NZ'],
    bdr: kamala,
    aes: apac,
  }),
  row('APAC-JP', [], {
    region: 'APAC',
    tier: 'P0',
    countries: ['JP'],
    languages: ['Japanese'],
    bdr: nils,
    aes: apac,
  }),
  row('PUBLIC-SECTOR', [], {
    region: 'AMER',
    tier: 'P1',
    vertical: 'Public Sector',
    countries: ['US'],
    bdr: kamala,
    aes: east,
  }),
];

/** Accounts that reps have named (TER-4): two of each of three owners. */
export function nameAccounts(drafts: readonly Draft[], random: SeededRandom): void {
  for (const owner of [west[0], east[0], dach[0]]) {
    const theirs = drafts.filter(
      ({ values, segment, parent }) => values.owner === owner && segment === 'Large' && !parent,
    );
    for (const { values } of random.shuffle(theirs).slice(0, 2)) {
      values.named = true;
      values.namedOwner = owner;
    }
  }
}

/** Recorded exceptions; `accountId` is the account's key. A child that was handed over, and two settled cases. */
export function draftExceptions(drafts: readonly Draft[]): Readonly<Record<string, unknown>>[] {
  const child = drafts.find(({ parent, region }) => parent !== undefined && region.name === 'EMEA DACH');
  const welsh = drafts.find(
    ({ parent, segment, values }) =>
      parent === undefined && segment === 'SMB' && values.billingCity === 'Cardiff',
  );
  const singapore = drafts.find(
    ({ parent, values }) => parent === undefined && values.billingCountry === 'Singapore',
  );
  const on = day(-24);
  return [
    ...(child
      ? [
          {
            accountId: child.key,
            territory: 'EMEA-DACH',
            reason: 'Runs its own budget and buys by itself',
            on,
            basis: 'agreement',
            reps: [child.values.owner, dach.find((name) => name !== child.values.owner)],
            managers: ['Hadewych Brandvold', 'Cornelius Aubertin'],
          },
        ]
      : []),
    ...[
      { draft: welsh, territory: 'EMEA-WALES', reason: 'Known to the team there' },
      { draft: singapore, territory: 'APAC-ANZ', reason: 'Nearest team until Singapore is mapped' },
    ].flatMap(({ draft, territory, reason }) =>
      draft
        ? [
            {
              accountId: draft.key,
              territory,
              reason,
              on,
              basis: 'resolution',
              by: 'Hadewych Brandvold',
            },
          ]
        : [],
    ),
  ];
}
