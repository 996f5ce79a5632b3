import { describe, expect, it } from 'vitest';
import { countryNames } from '../../../../src/shared/exchange/country-names.ts';
import { countryName } from '../../../../src/shared/exchange/countries.ts';
import { addressPostalKey, postalKey } from '../../../../src/shared/territories/postal.ts';
import { groupOfCountries, regionCountries } from '../../../../src/shared/territories/regions.ts';
import { countriesWithState, hasStates, stateKey } from '../../../../src/shared/territories/states.ts';

const allCodes = countryNames.map((entry) => entry.slice(0, 2));
const countriesOf = (region: string): ReadonlySet<string> => regionCountries(region) ?? new Set();

describe('sales regions', () => {
  it('put every country into exactly one of AMER, EMEA and APAC', () => {
    const [amer, emea, apac] = [countriesOf('AMER'), countriesOf('EMEA'), countriesOf('APAC')];
    for (const code of allCodes.filter((it) => it !== 'AQ')) {
      expect(
        [amer, emea, apac].filter((region) => region.has(code)),
        code,
      ).toHaveLength(1);
    }
    expect(amer.size + emea.size + apac.size).toBe(allCodes.length - 1);
    expect(countriesOf('Worldwide').size).toBe(allCodes.length);
  });

  it.each([
    ['DACH', 'AT CH DE LI'],
    ['UK&I', 'GB GG IE IM JE'],
    ['Benelux', 'BE LU NL'],
    ['NA', 'BM CA GL PM US'],
    ['ANZ', 'AU CC CX HM NF NZ'],
    ['Germany', 'DE'],
    ['ME', [...countriesOf('Middle East')].sort().join(' ')],
  ])('%s is %s', (region, codes) => {
    expect([...countriesOf(region)].sort().join(' ')).toBe(codes);
  });

  it('what is no region has no countries, and one country is no group', () => {
    expect(regionCountries('US East')).toBeUndefined();
    expect(regionCountries('')).toBeUndefined();
    expect(groupOfCountries('Germany')).toBeUndefined();
    expect(countryName('DE')).toBe('Germany');
    expect(countryName('ZZ')).toBe('ZZ');
  });
});

describe('states', () => {
  it.each([
    ['US', 'California', 'CA'],
    ['US', 'ca', 'CA'],
    ['US', 'US-CA', 'CA'],
    ['US', 'Calif', undefined],
    ['US', 'Ontario', undefined],
    ['CA', 'Québec', 'QC'],
    ['DE', 'Bavaria', 'BY'],
    ['DE', 'nrw', 'NW'],
    ['MX', 'CDMX', 'CMX'],
    ['IN', 'Karnataka', 'KA'],
    ['FR', ' Île-de-France ', 'iledefrance'],
    ['FR', ' ', undefined],
  ])('in %s “%s” is %s', (country, text, key) => {
    expect(stateKey(country, text)).toBe(key);
  });

  it('tell the countries that have one of a name', () => {
    expect(countriesWithState('WA')).toEqual(['US', 'AU']);
    expect(countriesWithState('Atlantis')).toEqual([]);
    expect([hasStates('US'), hasStates('FR')]).toEqual([true, false]);
  });
});

describe('postal codes', () => {
  it.each([
    ['US', '2139', '02139'],
    ['US', '601', '00601'],
    ['US', '94103-1234', '941031234'],
    ['DE', '1067', '01067'],
    ['CH', '8001', '8001'],
    ['GB', 'sw1a 1aa', 'SW1A1AA'],
    ['US', ' - ', undefined],
  ])('in %s “%s” is %s', (country, text, key) => {
    expect(addressPostalKey(country, text)).toBe(key);
  });

  it('are compared without blanks and dashes', () => {
    expect(postalKey('k1a-0b1 ')).toBe('K1A0B1');
  });
});
