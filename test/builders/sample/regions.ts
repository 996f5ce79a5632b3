import type { Place } from '../words/company-words.ts';

/** A sales region of the sample: how its companies are called, where they sit, who owns them. */
export interface Region {
  readonly name: string;
  readonly accounts: number;
  /** Invented place-like names are put together from these, so that no company is a real one. */
  readonly roots: { readonly first: readonly string[]; readonly second: readonly string[] };
  readonly trades: readonly (readonly [trade: string, industry: string])[];
  readonly legalForms: readonly string[];
  readonly places: readonly Place[];
  readonly streets: readonly string[];
  /** Account executives. */
  readonly owners: readonly string[];
  /** Numbers that are set aside for fiction; two digits are put behind. */
  readonly phonePrefix: string;
}

const words = (text: string): readonly string[] => text.split(' ');

const at = (
  country: string,
  countryCode: string,
  ...cities: readonly (readonly [city: string, state: string, stateCode: string, postalCode: string])[]
): Place[] =>
  cities.map(([city, state, stateCode, postalCode]) => ({
    city,
    state,
    stateCode,
    postalCode,
    country,
    countryCode,
  }));

const englishTrades = [
  ['Logistics', 'Transportation'],
  ['Foods', 'Food & Beverage'],
  ['Medical Devices', 'Healthcare'],
  ['Robotics', 'Industrial Automation'],
  ['Insurance', 'Insurance'],
  ['Credit Union', 'Banking'],
  ['Software', 'Software'],
  ['Semiconductors', 'Semiconductors'],
  ['Energy', 'Utilities'],
  ['Aerospace', 'Aerospace & Defense'],
  ['Home Goods', 'Retail'],
  ['Biotech', 'Biotechnology'],
  ['Telecom', 'Telecommunications'],
  ['Paper Mills', 'Materials'],
  ['Games', 'Entertainment Software'],
] as const;

const english = {
  first: words(
    'Halv Brim Tarn Quill Merr Drav Fenn Gosl Harrow Ister Jarl Kettle Lorn Mossel Nunn Orl Pell Rusk Sker ' +
      'Thrapp Ulver Venn Wapp Yaxl Zell Corv Dunth Ember Frist Glaz',
  ),
  second: words('wick orne elby ingdale oway stead combe ridge mere more haven bury ington well croft'),
};

const germanTrades = [
  ['Maschinenbau', 'Machinery'],
  ['Antriebstechnik', 'Industrial Automation'],
  ['Versicherung', 'Insurance'],
  ['Logistik', 'Transportation'],
  ['Medizintechnik', 'Healthcare'],
  ['Chemie', 'Chemicals'],
  ['Fahrzeugteile', 'Automotive'],
  ['Softwarehaus', 'Software'],
  ['Energie', 'Utilities'],
] as const;

const nordicTrades = [
  ['Shipping', 'Transportation'],
  ['Kraft', 'Utilities'],
  ['Skog', 'Forestry'],
  ['Data', 'Software'],
  ['Pharma', 'Pharmaceuticals'],
  ['Bank', 'Banking'],
  ['Teknik', 'Industrial Automation'],
] as const;

const southernTrades = [
  ['Alimentari', 'Food & Beverage'],
  ['Seguros', 'Insurance'],
  ['Ceramiche', 'Materials'],
  ['Telecom', 'Telecommunications'],
  ['Moda', 'Retail'],
  ['Energia', 'Utilities'],
  ['Meccanica', 'Machinery'],
] as const;

const pacificTrades = [
  ['Seimitsu', 'Precision Instruments'],
  ['Systems', 'Software'],
  ['Resources', 'Mining'],
  ['Rail', 'Transportation'],
  ['Denki', 'Electronics'],
  ['Health', 'Healthcare'],
  ['Payments', 'Financial Services'],
] as const;

export const regions: readonly Region[] = [
  {
    name: 'AMER West',
    accounts: 130,
    roots: english,
    trades: englishTrades,
    legalForms: ['Inc.', 'LLC', 'Corporation'],
    places: at(
      'United States',
      'US',
      ['Seattle', 'Washington', 'WA', '98101'],
      ['Portland', 'Oregon', 'OR', '97204'],
      ['San Jose', 'California', 'CA', '95113'],
      ['San Diego', 'California', 'CA', '92101'],
      ['Denver', 'Colorado', 'CO', '80202'],
      ['Phoenix', 'Arizona', 'AZ', '85004'],
      ['Boise', 'Idaho', 'ID', '83702'],
    ),
    streets: words('Harbor Juniper Quarry Mesa Timber').map((name) => `${name} Avenue`),
    owners: ['Wendell Castelvane', 'Rosalind Penhallow'],
    phonePrefix: '+1 206 555 01',
  },
  {
    name: 'AMER East',
    accounts: 120,
    roots: english,
    trades: englishTrades,
    legalForms: ['Inc.', 'LLC', 'Co.'],
    places: [
      ...at(
        'United States',
        'US',
        ['Boston', 'Massachusetts', 'MA', '02110'],
        ['New York', 'New York', 'NY', '10004'],
        ['Atlanta', 'Georgia', 'GA', '30303'],
        ['Chicago', 'Illinois', 'IL', '60606'],
        ['Charlotte', 'North Carolina', 'NC', '28202'],
      ),
      ...at('Canada', 'CA', ['Toronto', 'Ontario', 'ON', 'M5H 2N2'], ['Montréal', 'Québec', 'QC', 'H3B 4G7']),
    ],
    streets: words('Canal Foundry Granite Mill Orchard').map((name) => `${name} Street`),
    owners: ['Tamsin Thackwray', 'Emeka Mbekwe'],
    phonePrefix: '+1 617 555 01',
  },
  {
    name: 'EMEA DACH',
    accounts: 95,
    roots: {
      first: words('Grau Falken Stein Ulmen Rothen Wild Silber Hagen Morgen Linden Ebers Kron Nebel Distel'),
      second: words('stetten hofen brunn felde kirch gries tann moos wang reuth'),
    },
    trades: germanTrades,
    legalForms: ['GmbH', 'AG', 'SE', 'GmbH & Co. KG'],
    places: [
      ...at(
        'Germany',
        'DE',
        ['München', 'Bayern', 'BY', '80331'],
        ['Hamburg', 'Hamburg', 'HH', '20457'],
        ['Leipzig', 'Sachsen', 'SN', '04109'],
        ['Köln', 'Nordrhein-Westfalen', 'NW', '50667'],
      ),
      ...at('Austria', 'AT', ['Linz', 'Oberösterreich', '4', '4020']),
      ...at('Switzerland', 'CH', ['Zürich', 'Zürich', 'ZH', '8001']),
    ],
    streets: ['Hafenweg', 'Am Mühlgraben', 'Gießereistraße', 'Lindenallee'],
    owners: ['Ottilie Kessrinkel', 'Benedikt Vandermeulen'],
    phonePrefix: '+49 30 23125 1',
  },
  {
    name: 'EMEA North',
    accounts: 95,
    roots: {
      first: words('Ulv Bjerk Hjort Skarn Vint Frode Eld Tjern Glim Lyng Måne Rav Torne Kvist'),
      second: words('sund vik heim dal næs fors holm berg skov lund'),
    },
    trades: nordicTrades,
    legalForms: ['AB', 'AS', 'A/S', 'Oy', 'Ltd'],
    places: [
      ...at('Sweden', 'SE', ['Malmö', 'Skåne', 'M', '211 20'], ['Uppsala', 'Uppsala', 'C', '753 20']),
      ...at('Norway', 'NO', ['Bergen', 'Vestland', '46', '5003']),
      ...at('Denmark', 'DK', ['Aarhus', 'Midtjylland', '82', '8000']),
      ...at(
        'United Kingdom',
        'GB',
        ['Leeds', 'England', 'ENG', 'LS1 4AP'],
        ['Cardiff', 'Wales', 'WLS', 'CF10 1EP'],
      ),
    ],
    streets: ['Havnegade', 'Skeppsbron', 'Kiln Lane', 'Bryggen'],
    owners: ['Dagny Eskildrup', 'Ciara Quillinan'],
    phonePrefix: '+44 20 7946 00',
  },
  {
    name: 'EMEA South',
    accounts: 80,
    roots: {
      first: words('Mont Val Cast Ser Olm Fior Lag Torr Arc Bel Pin Ros'),
      second: words('elario uenga ombra izzone adora ellanca ermosa inova arruga ontina'),
    },
    trades: southernTrades,
    legalForms: ['S.p.A.', 'S.r.l.', 'S.A.', 'S.L.', 'SAS'],
    places: [
      ...at(
        'Italy',
        'IT',
        ['Torino', 'Piemonte', 'TO', '10121'],
        ['Bologna', 'Emilia-Romagna', 'BO', '40121'],
      ),
      ...at('Spain', 'ES', ['Zaragoza', 'Aragón', 'AR', '50001'], ['València', 'Valencia', 'VC', '46002']),
      ...at('France', 'FR', ['Nantes', 'Pays de la Loire', 'PDL', '44000']),
      ...at('Portugal', 'PT', ['Porto', 'Porto', '13', '4000-322']),
    ],
    streets: ['Via del Mulino', 'Calle del Horno', 'Rue des Forges', 'Rua do Cais'],
    owners: ['Bastien Abernethwick', 'Leocadia Umbertide'],
    phonePrefix: '+44 20 7946 01',
  },
  {
    name: 'APAC',
    accounts: 80,
    roots: {
      first: words('Kita Waru Tama Mino Yara Bilba Tokiwa Karra Sora Numa Wonga Hida'),
      second: words('gahara moto linga bari zawa tarra kawara nui dera moor'),
    },
    trades: pacificTrades,
    legalForms: ['K.K.', 'Pty Ltd', 'Pte Ltd', 'Ltd'],
    places: [
      ...at('Japan', 'JP', ['Nagoya', 'Aichi', '23', '450-0002'], ['Sapporo', 'Hokkaido', '01', '060-0001']),
      ...at(
        'Australia',
        'AU',
        ['Adelaide', 'South Australia', 'SA', '5000'],
        ['Perth', 'Western Australia', 'WA', '6000'],
      ),
      ...at('Singapore', 'SG', ['Singapore', '', '', '018956']),
      ...at('New Zealand', 'NZ', ['Wellington', 'Wellington', 'WGN', '6011']),
    ],
    streets: ['Harbour Parade', 'Meieki 1-chome', 'Robinson Quay', 'Kita 2-jo'],
    owners: ['Yumiko Iwanishi', 'Quentin Yarborough'],
    phonePrefix: '+61 2 5550 01',
  },
];
