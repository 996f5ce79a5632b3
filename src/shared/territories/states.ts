import { fold } from '../accounts/normalise.ts';
import { usStates } from '../exchange/us-states.ts';

/**
 * Codes and names of states and provinces, for the countries whose addresses are told apart by them. A
 * second name follows after a slash.
 */
const tables: Readonly<Record<string, string>> = {
  US: usStates,
  CA:
    'AB Alberta|BC British Columbia/Colombie-Britannique|MB Manitoba|NB New Brunswick/Nouveau-Brunswick|' +
    'NL Newfoundland and Labrador/Newfoundland|NS Nova Scotia/Nouvelle-Écosse|NT Northwest Territories|' +
    'NU Nunavut|ON Ontario|PE Prince Edward Island/PEI|QC Quebec/Québec|SK Saskatchewan|YT Yukon',
  AU:
    'NSW New South Wales|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia|' +
    'ACT Australian Capital Territory|NT Northern Territory',
  DE:
    'BW Baden-Württemberg|BY Bayern/Bavaria|BE Berlin|BB Brandenburg|HB Bremen|HH Hamburg|HE Hessen/Hesse|' +
    'MV Mecklenburg-Vorpommern|NI Niedersachsen/Lower Saxony|NW Nordrhein-Westfalen/NRW/North Rhine-Westphalia|' +
    'RP Rheinland-Pfalz/Rhineland-Palatinate|SL Saarland|SN Sachsen/Saxony|ST Sachsen-Anhalt/Saxony-Anhalt|' +
    'SH Schleswig-Holstein|TH Thüringen/Thuringia',
  AT:
    '1 Burgenland|2 Kärnten/Carinthia|3 Niederösterreich/Lower Austria|4 Oberösterreich/Upper Austria|' +
    '5 Salzburg|6 Steiermark/Styria|7 Tirol/Tyrol|8 Vorarlberg|9 Wien/Vienna',
  CH:
    'AG Aargau|AR Appenzell Ausserrhoden|AI Appenzell Innerrhoden|BL Basel-Landschaft|BS Basel-Stadt|BE Bern|' +
    'FR Fribourg/Freiburg|GE Genève/Geneva/Genf|GL Glarus|GR Graubünden/Grisons|JU Jura|LU Luzern/Lucerne|' +
    'NE Neuchâtel/Neuenburg|NW Nidwalden|OW Obwalden|SG Sankt Gallen/St. Gallen|SH Schaffhausen|SZ Schwyz|' +
    'SO Solothurn|TG Thurgau|TI Ticino/Tessin|UR Uri|VS Valais/Wallis|VD Vaud/Waadt|ZG Zug|ZH Zürich',
  BR:
    'AC Acre|AL Alagoas|AP Amapá|AM Amazonas|BA Bahia|CE Ceará|DF Distrito Federal|ES Espírito Santo|GO Goiás|' +
    'MA Maranhão|MT Mato Grosso|MS Mato Grosso do Sul|MG Minas Gerais|PA Pará|PB Paraíba|PR Paraná|' +
    'PE Pernambuco|PI Piauí|RJ Rio de Janeiro|RN Rio Grande do Norte|RS Rio Grande do Sul|RO Rondônia|' +
    'RR Roraima|SC Santa Catarina|SP São Paulo|SE Sergipe|TO Tocantins',
  MX:
    'AGU Aguascalientes|BCN Baja California|BCS Baja California Sur|CAM Campeche|CHP Chiapas|CHH Chihuahua|' +
    'CMX Ciudad de México/Mexico City/CDMX/Distrito Federal|COA Coahuila|COL Colima|DUR Durango|' +
    'GUA Guanajuato|GRO Guerrero|HID Hidalgo|JAL Jalisco|MEX México/Estado de México|MIC Michoacán|' +
    'MOR Morelos|NAY Nayarit|NLE Nuevo León|OAX Oaxaca|PUE Puebla|QUE Querétaro|ROO Quintana Roo|' +
    'SLP San Luis Potosí|SIN Sinaloa|SON Sonora|TAB Tabasco|TAM Tamaulipas|TLA Tlaxcala|VER Veracruz|' +
    'YUC Yucatán|ZAC Zacatecas',
  IN:
    'AP Andhra Pradesh|AR Arunachal Pradesh|AS Assam|BR Bihar|CG Chhattisgarh|CH Chandigarh|DL Delhi/New Delhi|' +
    'GA Goa|GJ Gujarat|HR Haryana|HP Himachal Pradesh|JH Jharkhand|JK Jammu and Kashmir|KA Karnataka|KL Kerala|' +
    'LA Ladakh|MP Madhya Pradesh|MH Maharashtra|MN Manipur|ML Meghalaya|MZ Mizoram|NL Nagaland|' +
    'OD Odisha/Orissa|PB Punjab|PY Puducherry|RJ Rajasthan|SK Sikkim|TN Tamil Nadu|TS Telangana|TR Tripura|' +
    'UP Uttar Pradesh|UK Uttarakhand|WB West Bengal',
};

const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Country -> plain spelling -> code. */
const codes = new Map(
  Object.entries(tables).map(([country, table]) => [
    country,
    new Map(
      table.split('|').flatMap((entry) => {
        const [code = ''] = entry.split(' ', 1);
        const names = entry.slice(code.length + 1).split('/');
        return [code, ...names].map((spelling) => [plain(spelling), code] as const);
      }),
    ),
  ]),
);

/** Whether the states of a country are known by code and name, so that a stray spelling can be told. */
export const hasStates = (country: string): boolean => codes.has(country);

/**
 * What states are compared by: the code where the country's states are known ("California" and "US-CA" are
 * "CA"), else the plain text.
 * @param country ISO code
 * @returns `undefined` when it is blank, or when the country's states are known and this is none of them
 */
export function stateKey(country: string, text: string): string | undefined {
  const trimmed = text.trim();
  const bare = trimmed.toUpperCase().startsWith(`${country}-`) ? trimmed.slice(country.length + 1) : trimmed;
  const key = plain(bare);
  if (key === '') return undefined;
  const known = codes.get(country);
  return known ? known.get(key) : key;
}

/** Countries, of those whose states are known, that have a state of this code or name. */
export const countriesWithState = (text: string): string[] =>
  [...codes].flatMap(([country, known]) => (known.has(plain(text)) ? [country] : []));
