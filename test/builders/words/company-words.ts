/** Parts that company names are made of, per language. All names are invented by combining them. */
export interface NameParts {
  readonly locale: Locale;
  readonly first: readonly Word[];
  readonly second: readonly Word[];
  readonly legalForms: readonly string[];
  /** Between the parts: a blank in most scripts, nothing in Japanese. */
  readonly joiner: string;
  /** A town and its region per entry, for addresses. */
  readonly places: readonly Place[];
  readonly streets: readonly string[];
  /** Public suffixes of its domains, some of two parts. */
  readonly domainSuffixes: readonly string[];
}

/** A word as people write it, and in plain ASCII for domain names. */
export type Word = readonly [written: string, ascii: string];

export interface Place {
  readonly city: string;
  readonly state: string;
  readonly stateCode: string;
  readonly postalCode: string;
  readonly country: string;
  readonly countryCode: string;
}

export type Locale = 'en' | 'de' | 'pl' | 'tr' | 'ja' | 'ru';

/** Words that are their own ASCII form. */
const plain = (text: string): Word[] => text.split(' ').map((word) => [word, word.toLowerCase()]);

const place = (
  city: string,
  state: string,
  stateCode: string,
  postalCode: string,
  country: string,
  countryCode: string,
): Place => ({ city, state, stateCode, postalCode, country, countryCode });

const us = (city: string, state: string, stateCode: string, zip: string): Place =>
  place(city, state, stateCode, zip, 'United States', 'US');

const english: NameParts = {
  locale: 'en',
  domainSuffixes: ['com', 'com', 'net', 'io', 'co.uk'],
  first: plain(
    'Alder Amberly Anvil Ashgrove Basalt Beacon Birchwell Blackfen Bluestone Bramble Bridgewater Brightmoor ' +
      'Cairn Calder Canyon Cedar Chalk Cinder Clearbrook Cobalt Copper Coral Cotter Crestline Crossfield ' +
      'Dapple Dovetail Driftwood Dunmore Eastmark Elder Elmhurst Ember Everdale Fairholt Falcon Fenwick ' +
      'Fernhill Flint Foxglove Gantry Garnet Glasswing Goldcrest Granite Greyfriar Halcyon Harrow Hawthorn ' +
      'Hazelmere Heron Highgate Holloway Ironbark Ivory Juniper Keystone Kingfisher Kiteley Lantern Larkspur ' +
      'Lichen Longmead Lowland Lumen Maplecross Marlow Meadow Merrow Millrace Mistral Moorgate Nettle ' +
      'Northbeck Oakum Obsidian Orchard Osprey Otter Paddock Palisade Pebble Peregrine Pinnacle Quarry Quill ' +
      'Ravenhill Redwater Ridgeway Rookery Rowan Saltmarsh Sandpiper Sedge Silverlake Slate Sparrow Stonecrop ' +
      'Summit Swallow Tamarack Teasel Thistle Thornbury Tidewater Timber Umber Verdant Wainwright Westbrook ' +
      'Wexcombe Wheatley Willow Windrush Wolfden Wren Yarrow Yewdale Zephyr',
  ),
  second: plain(
    'Advisory Aerospace Analytics Automation Bakeries Bearings Biotech Botanics Brewing Cabinets Capital ' +
      'Carriers Ceramics Chemicals Clinics Clothing Components Construction Controls Copperworks Credit ' +
      'Dairy Dental Diagnostics Distribution Dynamics Electric Energy Engineering Fabrication Farms Fasteners ' +
      'Finance Fitness Foods Foundry Freight Furniture Gaming Genomics Glass Growers Hangars Hardware Health ' +
      'Homes Hospitality Imaging Insurance Interiors Investments Irrigation Laboratories Leasing ' +
      'Lighting Logistics Machinery Manufacturing Maritime Materials Media Medical Metals Mills Mining ' +
      'Mobility Mortgage Motors Networks Nutrition Optics Outdoor Packaging Papers Parcels Pharma Plastics ' +
      'Power Precision Printing Properties Publishing Rail Realty Recycling Resorts Retail Robotics Rubber ' +
      'Savings Security Semiconductors Shipping Software Solar Staffing Steel Storage Studios Supply Surgical ' +
      'Systems Telecom Textiles Tools Toys Transport Travel Utilities Varnishes Veterinary Water Wireless Works',
  ),
  legalForms: ['Inc.', 'LLC', 'Corporation', 'Co.', 'Ltd', 'PLC', ''],
  joiner: ' ',
  places: [
    us('Austin', 'Texas', 'TX', '78701'),
    us('Billings', 'Montana', 'MT', '59101'),
    us('Boise', 'Idaho', 'ID', '83706'),
    us('Boston', 'Massachusetts', 'MA', '02110'),
    us('Chicago', 'Illinois', 'IL', '60606'),
    us('Denver', 'Colorado', 'CO', '80202'),
    us('Hartford', 'Connecticut', 'CT', '06103'),
    us('Portland', 'Oregon', 'OR', '97204'),
    us('San José', 'California', 'CA', '95113'),
    us('Seattle', 'Washington', 'WA', '98101'),
    place('Leeds', '', '', 'LS1 4AP', 'United Kingdom', 'GB'),
    place('Toronto', 'Ontario', 'ON', 'M5H 2N2', 'Canada', 'CA'),
  ],
  streets: [
    'Foundry Road',
    'Harbour Street',
    'Kiln Lane',
    'Market Street Suite 400',
    'Mill Avenue',
    'Quarry Way',
  ],
};

const german: NameParts = {
  locale: 'de',
  domainSuffixes: ['de', 'de', 'ch', 'com'],
  first: [
    ...plain(
      'Nordtal Silberbach Falkenau Rotenfels Lindenhof Steinach Wiesental Adlersberg Eichstamm Hochwald',
    ),
    ['Grünewald', 'gruenewald'],
    ['Mühlenbach', 'muehlenbach'],
    ['Größenthal', 'groessenthal'],
    ['Käferstein', 'kaeferstein'],
    ['Schönaich', 'schoenaich'],
    ['Weißenhorn', 'weissenhorn'],
  ],
  second: [
    ...plain('Maschinenbau Werkzeuge Logistik Versicherung Medizintechnik Antriebe Verpackungen Backwaren'),
    ['Gerätebau', 'geraetebau'],
    ['Möbel', 'moebel'],
    ['Schraubenfabrik', 'schraubenfabrik'],
    ['Straßenbau', 'strassenbau'],
    ['Verkehrstechnik', 'verkehrstechnik'],
    ['Söhne Spedition', 'soehne-spedition'],
  ],
  legalForms: ['GmbH', 'AG', 'GmbH & Co. KG', 'SE', 'KG'],
  joiner: ' ',
  places: [
    place('München', 'Bayern', 'BY', '80331', 'Germany', 'DE'),
    place('Düsseldorf', 'Nordrhein-Westfalen', 'NW', '40213', 'Germany', 'DE'),
    place('Leipzig', 'Sachsen', 'SN', '04109', 'Germany', 'DE'),
    place('Zürich', 'Zürich', 'ZH', '8001', 'Switzerland', 'CH'),
  ],
  streets: ['Gießereistraße', 'Am Mühlgraben', 'Königsallee', 'Hafenweg'],
};

const polish: NameParts = {
  locale: 'pl',
  domainSuffixes: ['pl', 'com.pl'],
  first: [
    ['Żubrowa', 'zubrowa'],
    ['Łąkowa', 'lakowa'],
    ['Świerkowa', 'swierkowa'],
    ['Dębowa', 'debowa'],
    ['Jaśminowa', 'jasminowa'],
    ['Źródlana', 'zrodlana'],
    ['Pszczółka', 'pszczolka'],
  ],
  second: [
    ['Hurtownia', 'hurtownia'],
    ['Piekarnia', 'piekarnia'],
    ['Spółdzielnia', 'spoldzielnia'],
    ['Przetwórnia', 'przetwornia'],
    ['Stocznia', 'stocznia'],
    ['Odlewnia Żelaza', 'odlewnia-zelaza'],
  ],
  legalForms: ['Sp. z o.o.', 'S.A.', 'Sp.k.'],
  joiner: ' ',
  places: [
    place('Łódź', 'Łódzkie', 'LD', '90-001', 'Poland', 'PL'),
    place('Gdańsk', 'Pomorskie', 'PM', '80-831', 'Poland', 'PL'),
  ],
  streets: ['ul. Długa', 'ul. Świętojańska', 'al. Piłkarska'],
};

const turkish: NameParts = {
  locale: 'tr',
  domainSuffixes: ['com.tr'],
  first: [
    ['Işıklı', 'isikli'],
    ['Çınar', 'cinar'],
    ['Gümüşsu', 'gumussu'],
    ['Ilgaz', 'ilgaz'],
    ['Şahinkaya', 'sahinkaya'],
    ['İnciburnu', 'inciburnu'],
  ],
  second: [
    ['Gıda', 'gida'],
    ['İnşaat', 'insaat'],
    ['Döküm', 'dokum'],
    ['Taşımacılık', 'tasimacilik'],
    ['Yazılım', 'yazilim'],
  ],
  legalForms: ['A.Ş.', 'Ltd. Şti.'],
  joiner: ' ',
  places: [
    place('İstanbul', 'İstanbul', '34', '34394', 'Turkey', 'TR'),
    place('Diyarbakır', 'Diyarbakır', '21', '21100', 'Turkey', 'TR'),
  ],
  streets: ['Atölye Caddesi', 'Çarşı Sokağı', 'Işık Sokağı'],
};

const japanese: NameParts = {
  locale: 'ja',
  domainSuffixes: ['co.jp', 'jp'],
  first: [
    ['青木沢', 'aokizawa'],
    ['白鳥野', 'shiratorino'],
    ['松ヶ崎', 'matsugasaki'],
    ['緑川原', 'midorikawara'],
    ['日高見', 'hidakami'],
    ['ミナトガワ', 'minatogawa'],
  ],
  second: [
    ['製作所', 'seisakusho'],
    ['電機工業', 'denkikogyo'],
    ['物流サービス', 'butsuryu-service'],
    ['醸造', 'jozo'],
    ['精密', 'seimitsu'],
  ],
  legalForms: ['株式会社', '有限会社'],
  joiner: '',
  places: [
    place('大阪市', '大阪府', '27', '530-0001', 'Japan', 'JP'),
    place('名古屋市', '愛知県', '23', '450-0002', 'Japan', 'JP'),
  ],
  streets: ['北区梅田三丁目', '中村区名駅一丁目'],
};

const russian: NameParts = {
  locale: 'ru',
  domainSuffixes: ['kz', 'com'],
  first: [
    ['Северный', 'severny'],
    ['Янтарный', 'yantarny'],
    ['Уральский', 'uralsky'],
    ['Берёзовый', 'berezovy'],
    ['Южный', 'yuzhny'],
  ],
  second: [
    ['Завод', 'zavod'],
    ['Комбинат', 'kombinat'],
    ['Лесхоз', 'leskhoz'],
    ['Торговый Дом', 'torgovy-dom'],
    ['Элеватор', 'elevator'],
  ],
  legalForms: ['ООО', 'АО'],
  joiner: ' ',
  places: [
    place('Алматы', '', '', '050000', 'Kazakhstan', 'KZ'),
    place('Қарағанды', '', '', '100000', 'Kazakhstan', 'KZ'),
  ],
  streets: ['Заводская улица', 'улица Мира'],
};

export const nameParts: Readonly<Record<Locale, NameParts>> = {
  en: english,
  de: german,
  pl: polish,
  tr: turkish,
  ja: japanese,
  ru: russian,
};
