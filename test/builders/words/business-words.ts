/** Sector and industry pairs, worded like the public lists word them. */
export const industries: readonly (readonly [sector: string, industry: string])[] = [
  ['Communication Services', 'Media'],
  ['Consumer Discretionary', 'Hotels, Restaurants & Leisure'],
  ['Consumer Staples', 'Packaged Foods & Meats'],
  ['Energy', 'Oil & Gas Equipment'],
  ['Financials', 'Banks'],
  ['Financials', 'Insurance'],
  ['Health Care', 'Health Care Equipment'],
  ['Health Care', 'Pharmaceuticals'],
  ['Industrials', 'Machinery'],
  ['Industrials', 'Road & Rail'],
  ['Information Technology', 'Application Software'],
  ['Information Technology', 'Semiconductors'],
  ['Materials', 'Specialty Chemicals'],
  ['Real Estate', 'Real Estate Management'],
  ['Utilities', 'Electric Utilities'],
];

/** NAICS code, its title and its sector. */
export const naics: readonly (readonly [code: string, title: string, sector: string])[] = [
  ['236220', 'Commercial and Institutional Building Construction', 'Construction'],
  ['311812', 'Commercial Bakeries', 'Manufacturing'],
  ['332710', 'Machine Shops', 'Manufacturing'],
  ['441110', 'New Car Dealers', 'Retail Trade'],
  ['484121', 'General Freight Trucking, Long-Distance, Truckload', 'Transportation and Warehousing'],
  ['541330', 'Engineering Services', 'Professional, Scientific, and Technical Services'],
  ['621111', 'Offices of Physicians (except Mental Health Specialists)', 'Health Care and Social Assistance'],
  ['622110', 'General Medical and Surgical Hospitals', 'Health Care and Social Assistance'],
  ['722511', 'Full-Service Restaurants', 'Accommodation and Food Services'],
];

/** Sentences for research notes; some carry what breaks naive CSV code. */
export const researchLines: readonly string[] = [
  'Runs three data centres; plans to close one by autumn.',
  'CTO said at a conference: "We ship every two weeks, and I want every two days."',
  'Hiring: 14 platform engineers, 3 SREs; Kubernetes in every advert.',
  'Uses Jenkins, Artifactory; and a home-grown release tool',
  '=SUM(A1:A9) was pasted here by mistake',
  '+49 170 000000 is the switchboard',
  '-- no past opportunities --',
  '@mentions of the product on their engineering blog',
  "'quoted' from the annual report, p. 12",
  'Größter Kunde: öffentliche Verwaltung; Ansprechpartnerin wechselt.',
  'Właśnie przejęli spółkę zależną w Łodzi.',
  'İlk görüşme olumlu geçti; ışık yeşil.',
  '来期の予算は四月に決まる。',
  'Переходят на облако до конца года.',
  'Tabs\tin the middle, and a trailing comma,',
];

export const techniques: readonly string[] = [
  'Kubernetes',
  'Terraform',
  'Jenkins',
  'GitHub Actions',
  'Ansible',
  'SonarQube',
  'Artifactory',
  'OpenShift',
];

export const nextSteps: readonly string[] = [
  'Week 2: call the platform team, reference the hiring wave',
  'Send the migration guide, then call on Thursday',
  'Ask the AE for an introduction to the new CTO',
  'Nurture: invite to the autumn event',
  'Nurture: release notes of the month',
];
