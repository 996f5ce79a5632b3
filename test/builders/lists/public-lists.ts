import type { SeededRandom } from '../random.ts';
import { custom, field, numberField, read, scaledField, type ListColumn, type ListShape } from './shape.ts';

const unavailable = 'NOT AVAILABLE';

/** The same column, where the text NOT AVAILABLE stands for a blank. */
const orUnavailable = (column: ListColumn): ListColumn =>
  read(column, (cell) => (cell.trim() === unavailable ? undefined : column.value(cell)));

const large = (random: SeededRandom): number => random.int(1326, 420_000);

const coordinate = (random: SeededRandom): string => `-${random.int(70, 124)}.${random.int(10_000, 99_999)}`;

/** US headquarters of large companies as the federal open-data portal writes them: all upper case, BOM. */
export const fortune500: ListShape = {
  name: 'fortune500',
  encoding: 'utf-8-bom',
  delimiter: ',',
  lineEnding: '\n',
  companies: { locales: [['en', 1]], employees: large },
  columns: [
    custom('X', (_, random) => coordinate(random)),
    custom('Y', (_, random) => coordinate(random).slice(1)),
    custom('FID', ({ index }) => String(index + 1)),
    custom('OBJECTID', ({ index }) => String(index + 1)),
    custom('RANK', ({ index }) => String(((index * 37) % 500) + 1)),
    field('NAME', 'name', ['Account Name', 'Company', 'Company Name', 'Organisation'], (c) =>
      c.name.toUpperCase(),
    ),
    field('ADDRESS', 'billingStreet', ['Street', 'Billing Street', 'Street Address'], (c) =>
      c.street.toUpperCase(),
    ),
    orUnavailable(custom('ADDRESS2', () => unavailable)),
    field('CITY', 'billingCity', ['Billing City', 'Town', 'HQ City'], (c) => c.place.city.toUpperCase()),
    field('STATE', 'billingState', ['Billing State', 'State/Province'], (c) => c.place.stateCode),
    field('ZIP', 'billingPostalCode', ['Zip Code', 'Postal Code', 'Billing Zip'], (c) => c.place.postalCode),
    custom('COUNTY', (c) => c.place.city.toUpperCase()),
    numberField('EMPLOYEES', 'employeesImported', ['Headcount', 'Employee Count', '# Employees'], (c) =>
      String(c.employees),
    ),
    scaledField('REVENUES', 'revenue', 1_000_000, (c) => String(Math.round(c.revenue / 1_000_000))),
    custom('LATITUDE', (_, random) => coordinate(random).slice(1)),
    custom('LONGITUDE', (_, random) => coordinate(random)),
    custom('SOURCE', () => 'BING MAPS'),
    custom('PRC', () => 'ADDRESS'),
    custom('COUNTYFIPS', (_, random) => String(random.int(1001, 56_045)).padStart(5, '0')),
    orUnavailable(custom('COMMENTS', () => unavailable)),
    orUnavailable(
      field('WEBSITE', 'website', ['URL', 'Web', 'Company Website', 'Homepage'], (c) =>
        c.hasWebsite ? `HTTPS://WWW.${c.domain.toUpperCase()}/#1` : unavailable,
      ),
    ),
    custom('PROFIT', (_, random) => String(random.int(-5022, 40_000) / 10)),
  ],
};

/** Small businesses of one state: no website, blanks and zeros among the head counts, CRLF. */
export const montana: ListShape = {
  name: 'montana',
  encoding: 'utf-8',
  delimiter: ',',
  lineEnding: '\r\n',
  companies: {
    locales: [['en', 1]],
    withoutWebsite: 1,
    employees: (random) =>
      random.weighted([
        [random.int(1, 99), 80],
        [random.int(100, 500), 16],
        [0, 4],
      ]),
  },
  columns: [
    custom('LoanRange', (_, random) =>
      random.pick(['a $5-10 million', 'b $2-5 million', 'e $150,000-350,000']),
    ),
    field('BusinessName', 'name', ['Business', 'Account', 'Company Name', 'Name'], (c) =>
      c.name.toUpperCase(),
    ),
    field('Address', 'billingStreet', ['Street', 'Address 1', 'Mailing Street'], (c) => c.street),
    field('City', 'billingCity', ['Town', 'Billing City'], (_, random) =>
      random.pick(['BILLINGS', 'MISSOULA', 'HELENA']),
    ),
    field('State', 'billingState', ['Province', 'Billing State'], () => 'MT'),
    field('Zip', 'billingPostalCode', ['Zip Code', 'ZIP/Postal Code'], (_, random) =>
      String(random.int(59_001, 59_937)),
    ),
    custom('NAICSCode', (c) => c.naicsCode),
    custom('BusinessType', (_, random) =>
      random.pick(['Corporation', 'Partnership', 'Non-Profit Organization']),
    ),
    custom('NonProfit', (_, random) => (random.chance(0.1) ? 'Y' : '')),
    numberField(
      'JobsRetained',
      'employeesImported',
      ['Jobs', 'Employees', 'Number of Employees'],
      (c, random) => (random.chance(0.016) ? '' : String(c.employees)),
    ),
    custom('DateApproved', (_, random) => `${random.int(4, 8)}/${random.int(1, 28)}/20`),
    custom('Lender', (_, random) => random.pick(['First Quarry Bank', 'Bank of the Valley, N.A.'])),
    custom('CD', () => 'MT - 00'),
    field('NAICSTitle', 'industry', ['Industry', 'Line of Business'], (c) => c.naicsTitle),
    custom('NAICSSector', (c) => c.naicsSector),
  ],
};

/** Large companies of the world from an encyclopaedia: an empty first header, line breaks inside quotes. */
export const yago: ListShape = {
  name: 'yago',
  encoding: 'utf-8',
  delimiter: ',',
  lineEnding: '\n',
  companies: { employees: (random) => random.int(10_000, 930_000), withoutWebsite: 0.1 },
  columns: [
    custom('', (c) => `<${c.coreName.replaceAll(' ', '_')}>`),
    field('name', 'name', ['Company', 'Account Name', 'Firm'], (c) => c.name),
    field('country', 'billingCountry', ['Country/Region', 'HQ Country'], (c) => c.place.country),
    numberField('people', 'employeesImported', ['Employees', 'Staff', 'Headcount'], (c) =>
      String(c.employees),
    ),
    field('industry', 'industry', ['Sector', 'Line of business'], (c) => c.industry.toLowerCase()),
    field('web', 'website', ['Website', 'URL', 'Domain'], (c) =>
      c.hasWebsite ? `http://www.${c.domain}/` : '',
    ),
    custom('logo', () => ''),
    custom('logo_url', () => ''),
    custom('logo_thumb', () => ''),
    field('description', 'description', ['About', 'Summary'], (c) => c.description),
    custom('logo_url_local', () => ''),
    custom('logo_thumb_local', () => ''),
    custom('continent', (c) => (c.place.country === 'United States' ? 'North America' : 'Europe')),
  ],
};

/** An index of listed companies: no head count, the headquarters in one text. */
export const sp500: ListShape = {
  name: 'sp500',
  encoding: 'utf-8',
  delimiter: ',',
  lineEnding: '\n',
  companies: { locales: [['en', 1]] },
  columns: [
    custom('Symbol', (c) => `Q${c.index.toString(36).toUpperCase()}`),
    field('Security', 'name', ['Company', 'Company Name', 'Issuer'], (c) => c.name),
    custom('GICS Sector', (c) => c.sector),
    field('GICS Sub-Industry', 'industry', ['Industry', 'Sub-Industry'], (c) => c.industry),
    custom(
      'Headquarters Location',
      (c) => `${c.place.city}, ${c.place.state === '' ? c.place.country : c.place.state}`,
    ),
    custom(
      'Date added',
      (_, random) => `${random.int(1957, 2025)}-0${random.int(1, 9)}-${random.int(10, 28)}`,
    ),
    custom('CIK', (_, random) => String(random.int(1800, 1_999_999))),
    custom('Founded', (_, random) => String(random.int(1790, 2020))),
  ],
};

/** Stock listings of the world: the same company under several exchanges. */
export const listedCompanies: ListShape = {
  name: 'listed-companies',
  encoding: 'utf-8',
  delimiter: ',',
  lineEnding: '\n',
  companies: { withoutWebsite: 0.3 },
  duplicates: 0.3,
  columns: [
    custom(
      'symbol',
      (c, random) => `${c.index.toString(36).toUpperCase()}.${random.pick(['F', 'DE', 'L', 'PA', 'T'])}`,
    ),
    field('name', 'name', ['Company', 'Company Name', 'Account Name'], (c) => c.name),
    custom('currency', () => 'USD'),
    custom('sector', (c) => c.sector),
    custom('industry_group', (c) => c.sector),
    field('industry', 'industry', ['Industry', 'Branch'], (c) => c.industry),
    custom('exchange', (_, random) => random.pick(['FRA', 'GER', 'LSE', 'PAR', 'TYO'])),
    custom('market', (_, random) => random.pick(['Main Market', 'Open Market'])),
    field('country', 'billingCountry', ['Country', 'Billing Country'], (c) => c.place.country),
    field('state', 'billingState', ['State', 'Billing State'], (c) => c.place.stateCode),
    field('city', 'billingCity', ['City', 'Billing City'], (c) => c.place.city),
    field('zipcode', 'billingPostalCode', ['Zip', 'Postal Code'], (c) => c.place.postalCode),
    field('website', 'website', ['Website', 'Company Website'], (c) =>
      c.hasWebsite ? `https://www.${c.domain}` : '',
    ),
    custom('market_cap', (_, random) => random.pick(['Nano Cap', 'Small Cap', 'Mid Cap', 'Large Cap', ''])),
  ],
};
