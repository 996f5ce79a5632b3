/** What is said about the rows of a territory mapping that is read or edited. */
export const mappingMessages = {
  'mapping.no-code-column':
    'No column holds the territory codes. Choose the one that does, or call it “Territory Code”.',
  'mapping.no-rows': 'The mapping has no rows below its header. Export it again with its rows.',
  'mapping.no-rows-left': 'The mapping has no rows. Keep one at least, or leave the one in force as it is.',
  'mapping.no-code': 'The row has no territory code. Fill it in, or delete the row.',
  'mapping.no-segment':
    '{code} has no segment. Write Large, Mid-Market, SMB, Commercial, or All for every segment.',
  'mapping.unknown-segment':
    '“{segment}” is no segment. Write Large, Mid-Market, SMB, Commercial, or All for every segment.',
  'mapping.unknown-country':
    '“{country}” is no country or group of countries that is known. Write its English name or its two letters.',
  'mapping.unknown-state':
    '“{state}” is no state of the row’s countries. Write its country before it, as in US-CA.',
  'mapping.state-of-several':
    '“{state}” is a state in {countries}. Write the country before it, as in US-CA.',
  'mapping.postal-without-country':
    'The postal code “{prefix}” could be in any country. Write the country before it, as in DE:80.',
  'mapping.bad-postal': '“{prefix}” is no postal code. Write its first letters or digits, as in 941.',
  'mapping.unknown-tier': '“{tier}” is no tier. Write P0 (primary) or P1 (secondary).',
  'mapping.unknown-motion': '“{motion}” is no motion. Write Land, Expand or Any.',
  'mapping.bad-band':
    '“{band}” is no band of employees. Write it as 100-500 or 500+, the smaller number first.',
  'mapping.half-band': '“{band}” is one number, and a band needs two ends. Write it as 100-500 or 500+.',
  'mapping.ae-without-name': 'In “{aes}” an AE has no name. Fill it in, or take the extra comma out.',
  'mapping.bdr-without-name': '“{bdr}” is no name of a BDR. Fill it in, or leave the cell blank.',
  'mapping.several-bdrs': '“{bdrs}” are several BDRs, and a row has one. Give each a row of its own.',
  'mapping.duplicate-code':
    '{code} says here another segment, region, area or vertical than in row {other}. Make them the same, or use another code.',
  'mapping.two-bdrs':
    '{code} is worked by {bdr} here and by {rival} in row {other}, for the same motion, AEs and employees. Keep them apart, or delete one.',
  'mapping.repeated-row': 'The row says the same as row {other}.',
  'mapping.overlap':
    'TER-7: {what} belongs to {code} here and to {rival} in row {other}. Its accounts will be listed for you to settle.',
  'mapping.named-twice':
    'TER-4: {name} is named here and for {rival} in row {other}. It will be listed for you to settle.',
  'mapping.named-over':
    'TER-4: {owner} has {count} named accounts with this row, and {limit} is the most. Take some out.',
  'mapping.nothing-belongs':
    'Nothing belongs to {code}: it lists no country, state, postal code or named account.',
  'mapping.region-without-countries':
    'Nothing belongs to {code}: its region “{region}” is no region that is known, and it lists no country. List its countries or states.',
} as const;
