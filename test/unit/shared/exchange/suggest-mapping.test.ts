import { describe, expect, it } from 'vitest';
import { readHeaders } from '../../../../src/shared/exchange/headers.ts';
import { columnDefinitions } from '../../../../src/shared/exchange/columns.ts';
import { suggestMapping } from '../../../../src/shared/exchange/suggest-mapping.ts';

/** Suggested fields by header, with as many rows as cells are given. */
function fields(
  headers: readonly string[],
  rows: readonly (readonly string[])[] = [],
): Record<string, string> {
  const read = readHeaders(headers);
  const columns = read.map((header, at) => ({ header, cells: rows.map((row) => row[at] ?? '') }));
  return Object.fromEntries(
    suggestMapping(columns, []).map(({ mapping: { target } }, at) => [
      read[at]?.label ?? '',
      target.kind === 'field' ? target.key : target.kind,
    ]),
  );
}

describe('suggested mapping by header', () => {
  it('knows every own label, whatever the order', () => {
    const labels = columnDefinitions.map(({ label }) => label);
    const found = fields(labels.toReversed());
    for (const { key, label } of columnDefinitions) expect(found[label]).toBe(key);
  });

  it('knows a Salesforce report', () => {
    expect(
      fields(
        [
          'Last Activity',
          'Account Owner',
          'Account Name',
          'Billing State/Province',
          'Type',
          'Account ID',
          'Website',
          'Billing Street',
          'Billing City',
          'Billing Country',
          'Billing Zip/Postal Code',
          'Employees',
          'Parent Account',
        ],
        [
          [
            '1/12/2026',
            'Ann',
            'Acme',
            'TX',
            'Customer - Direct',
            '001Wj00000tQWvr',
            'acme.com',
            '1 A St',
            'Austin',
            'US',
            '73301',
            '12',
            '',
          ],
        ],
      ),
    ).toEqual({
      'Last Activity': 'custom',
      'Account Owner': 'owner',
      'Account Name': 'name',
      'Billing State/Province': 'billingState',
      Type: 'type',
      'Account ID': 'crmId',
      Website: 'website',
      'Billing Street': 'billingStreet',
      'Billing City': 'billingCity',
      'Billing Country': 'billingCountry',
      'Billing Zip/Postal Code': 'billingPostalCode',
      Employees: 'employeesImported',
      'Parent Account': 'parentRef',
    });
  });

  it('knows HubSpot companies', () => {
    expect(
      fields([
        'Record ID',
        'Company name',
        'Company Domain Name',
        'Website URL',
        'Company owner',
        'Phone Number',
        'Street Address',
        'City',
        'State/Region',
        'Postal Code',
        'Country/Region',
        'Number of Employees',
        'Annual Revenue',
        'Parent Company',
        'Additional Domains',
        'Lifecycle Stage',
      ]),
    ).toEqual({
      'Record ID': 'crmId',
      'Company name': 'name',
      'Company Domain Name': 'custom',
      'Website URL': 'website',
      'Company owner': 'owner',
      'Phone Number': 'phone',
      'Street Address': 'billingStreet',
      City: 'billingCity',
      'State/Region': 'billingState',
      'Postal Code': 'billingPostalCode',
      'Country/Region': 'billingCountry',
      'Number of Employees': 'employeesImported',
      'Annual Revenue': 'revenue',
      'Parent Company': 'parentRef',
      'Additional Domains': 'otherDomains',
      'Lifecycle Stage': 'custom',
    });
  });

  it("gives ZoomInfo's plain columns to ZoomInfo (SEG-2, TER-2), and knows its thousands", () => {
    const headers = [
      'ZoomInfo Company ID',
      'Company Name',
      'Website',
      'Revenue (in 000s USD)',
      'Employees',
      'Employee Range',
      'Company Street Address',
      'Company City',
      'Company State',
      'Company Zip Code',
      'Company Country',
    ];
    expect(fields(headers)).toMatchObject({
      'ZoomInfo Company ID': 'custom',
      'Revenue (in 000s USD)': 'revenue',
      Employees: 'employeesZoomInfo',
      'Employee Range': 'custom',
      'Company Street Address': 'zoomInfoStreet',
      'Company City': 'zoomInfoCity',
      'Company State': 'zoomInfoState',
      'Company Zip Code': 'zoomInfoPostalCode',
      'Company Country': 'zoomInfoCountry',
    });
    const [, , , revenue] = suggestMapping(
      readHeaders(headers).map((header) => ({ header, cells: [] })),
      [],
    );
    expect(revenue?.mapping.scale).toBe(1000);
  });

  it('knows Demandbase, LinkedIn and Zoho', () => {
    expect(
      fields(['Account Name', 'Account Domain', 'Owner (email or name)', 'External Account ID']),
    ).toEqual({
      'Account Name': 'name',
      'Account Domain': 'website',
      'Owner (email or name)': 'owner',
      'External Account ID': 'crmId',
    });
    expect(fields(['Company Name', 'Company Website', 'Company LinkedIn URL', 'Country'])).toEqual({
      'Company Name': 'name',
      'Company Website': 'website',
      'Company LinkedIn URL': 'custom',
      Country: 'billingCountry',
    });
    expect(fields(['Record Id', 'Account Type', 'Billing Code'])).toEqual({
      'Record Id': 'crmId',
      'Account Type': 'type',
      'Billing Code': 'billingPostalCode',
    });
  });

  it('believes the content more than the header', () => {
    expect(
      fields(
        ['NAME', 'RANK'],
        [
          ['A', '49'],
          ['B', '226'],
        ],
      ),
    ).toEqual({ NAME: 'name', RANK: 'custom' });
    expect(
      fields(
        ['Name', 'Type'],
        [
          ['A', 'Galaxy'],
          ['B', 'Comet'],
        ],
      ),
    ).toMatchObject({ Type: 'custom' });
    expect(
      fields(
        ['Name', 'Web'],
        [
          ['A', 'yes'],
          ['B', 'no'],
        ],
      ),
    ).toMatchObject({ Web: 'custom' });
  });
});

describe('suggested mapping by content', () => {
  const rows = Array.from({ length: 20 }, (_, at) => [
    `001Wj00000tQ${String(at).padStart(3, '0')}`,
    `Company ${String.fromCharCode(65 + at)} Works`,
    `c${at}.com`,
    ['Germany', 'France', 'Poland'][at % 3] ?? '',
    ['51-200', '201-500', '1,001-5,000'][at % 3] ?? '',
    `x${at}`,
  ]);
  it('finds ids, names, sites, countries and ranges under headers that say nothing', () => {
    expect(fields(['a', 'b', 'c', 'd', 'e', 'f'], rows)).toEqual({
      a: 'crmId',
      b: 'name',
      c: 'website',
      d: 'billingCountry',
      e: 'employeesImported',
      f: 'custom',
    });
  });
  it('never takes any number for employees', () => {
    expect(
      fields(
        ['Name', 'figure'],
        rows.map((_, at) => [`N ${at}`, String(at * 100)]),
      ),
    ).toMatchObject({ figure: 'custom' });
  });
});

describe('headers', () => {
  it('keeps a second column of one name under a name of its own', () => {
    expect(readHeaders(['Name', 'Status', 'status', 'Status (2)', '']).map(({ label }) => label)).toEqual([
      'Name',
      'Status',
      'status (3)',
      'Status (2)',
      'Column 5',
    ]);
  });
  it('makes no harm of names that JavaScript knows', () => {
    expect(readHeaders(['__proto__', 'constructor']).map(({ label }) => label)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});
