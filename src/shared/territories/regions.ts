import { countryCode } from '../exchange/countries.ts';
import { headerKey } from '../exchange/headers.ts';

/**
 * Sales regions by ISO codes of countries. No source lists them, so these are ours: the United Nations'
 * regions, with the Middle East and Central Asia in EMEA and South Asia in APAC, and Mexico in LATAM.
 */
const northAmerica = 'US CA BM GL PM';
const centralAmerica = 'BZ CR GT HN MX NI PA SV';
const caribbean = 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI';
const southAmerica = 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE';

const ukAndIreland = 'GB IE GG IM JE';
const nordics = 'DK FI IS NO SE AX FO SJ';
const baltics = 'EE LV LT';
const benelux = 'BE NL LU';
const germanSpeaking = 'DE AT CH LI';
const france = 'FR MC';
const iberia = 'ES PT AD GI';
const italy = 'IT SM VA MT';
const easternEurope = 'BG BY CZ HU MD PL RO RU SK UA SI';
const balkans = 'AL BA HR ME MK RS GR';
const gulf = 'AE BH KW OM QA SA';
const middleEast = `${gulf} IL IQ IR JO LB PS SY TR YE CY`;
const caucasusAndCentralAsia = 'AM AZ GE KG KZ TJ TM UZ';
const northAfrica = 'DZ EG EH LY MA SD TN';
const subSaharanAfrica =
  'BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW AO CD CF CG CM GA GQ ST TD ' +
  'BW LS NA SZ ZA BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG';

const eastAsia = 'CN HK JP KP KR MN MO TW';
const southEastAsia = 'BN ID KH LA MM MY PH SG TH TL VN';
const southAsia = 'AF BD BT IN LK MV NP PK';
const australiaAndNewZealand = 'AU NZ CC CX NF HM';
const pacific = 'FJ NC PG SB VU FM GU KI MH MP NR PW UM AS CK NU PF PN TK TO TV WF WS';

const northernEurope = `${ukAndIreland} ${nordics} ${baltics}`;
const southernEurope = `${france} ${iberia} ${italy} ${balkans}`;
const europe = `${northernEurope} ${benelux} ${germanSpeaking} ${southernEurope} ${easternEurope}`;
const africa = `${northAfrica} ${subSaharanAfrica}`;
const latinAmerica = `${centralAmerica} ${caribbean} ${southAmerica}`;

const table: readonly (readonly [names: string, countries: string])[] = [
  ['AMER|Americas|NCSA', `${northAmerica} ${latinAmerica}`],
  ['EMEA|Europe, Middle East and Africa', `${europe} ${middleEast} ${caucasusAndCentralAsia} ${africa}`],
  [
    'APAC|JAPAC|APJ|Asia Pacific|Asia-Pacific',
    `${eastAsia} ${southEastAsia} ${southAsia} ${australiaAndNewZealand} ${pacific}`,
  ],
  ['NORAM|NA|North America|NAM', northAmerica],
  ['LATAM|Latin America|LAC', latinAmerica],
  ['Caribbean', caribbean],
  ['South America', southAmerica],
  ['Central America', centralAmerica],
  ['Europe', europe],
  ['Northern Europe|North Europe', northernEurope],
  ['Southern Europe|South Europe', southernEurope],
  ['Eastern Europe|CEE', easternEurope],
  ['UKI|UK&I|UK & I|UK and Ireland|UK & Ireland', ukAndIreland],
  ['Nordics|Nordic|Scandinavia', nordics],
  ['Baltics', baltics],
  ['Benelux', benelux],
  ['NorBen', `${nordics} ${benelux}`],
  ['DACH', germanSpeaking],
  ['Iberia', iberia],
  ['Balkans', balkans],
  ['Middle East|ME', middleEast],
  ['GCC|Gulf', gulf],
  ['MEA|Middle East and Africa', `${middleEast} ${africa}`],
  ['MENA', `${middleEast} ${northAfrica}`],
  ['CIS|Caucasus and Central Asia', `${caucasusAndCentralAsia} BY MD RU`],
  ['Africa', africa],
  ['North Africa', northAfrica],
  ['Sub-Saharan Africa', subSaharanAfrica],
  ['ANZ|Australia and New Zealand', australiaAndNewZealand],
  ['ASEAN|South East Asia|Southeast Asia|SEA', southEastAsia],
  ['East Asia', eastAsia],
  ['South Asia', southAsia],
  ['Oceania', `${australiaAndNewZealand} ${pacific}`],
];

const everywhere = `${table[0]?.[1] ?? ''} ${table[1]?.[1] ?? ''} ${table[2]?.[1] ?? ''} AQ`;

const regions = new Map(
  [...table, ['Global|Worldwide|World|WW|All', everywhere] as const].flatMap(([names, countries]) => {
    const codes = new Set(countries.split(' '));
    return names.split('|').map((name) => [headerKey(name), codes] as const);
  }),
);

/**
 * The countries (ISO codes) of a sales region, or of a region that is one country; `undefined` when the
 * name is neither ("US East").
 */
export function regionCountries(region: string): ReadonlySet<string> | undefined {
  const known = regions.get(headerKey(region));
  if (known) return known;
  const country = countryCode(region);
  return country === undefined ? undefined : new Set([country]);
}

/** The countries of a group of countries ("DACH", "Nordics"); a single country is none. */
export const groupOfCountries = (name: string): ReadonlySet<string> | undefined =>
  regions.get(headerKey(name));
