import { salesforceReport } from './crm-lists.ts';
import { custom, field, type ListColumn, type ListShape } from './shape.ts';

const filler =
  'Regional office with its own budget; renewal in the second quarter; platform team of twelve; two open ' +
  'adverts for release engineers; ';

const shortColumn = (index: number): ListColumn =>
  custom(
    `Attribute ${String(index).padStart(2, '0')}`,
    (company, random) => `${company.sector} ${random.int(100_000, 999_999)}`,
  );

/** 40 columns and about 1.2 KB a row: the list that benchmarks read. */
export const wideList: ListShape = {
  name: 'wide',
  encoding: 'utf-8',
  delimiter: ',',
  lineEnding: '\r\n',
  columns: [
    ...salesforceReport.columns,
    field('Account Strategy', 'accountStrategy', ['Strategy'], (c) => `Priority 2: ${filler}${c.coreName}`),
    field(
      'Description',
      'description',
      ['About'],
      (c) => `${c.coreName}, ${c.industry}: ${filler}${c.sector}`,
    ),
    ...Array.from({ length: 19 }, (_, index) => shortColumn(index + 1)),
  ],
};
