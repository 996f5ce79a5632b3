import { describe, expect, it } from 'vitest';
import { addressSources } from '../../../../src/shared/accounts/account.ts';
import { formatPlace, placeOf } from '../../../../src/shared/accounts/place.ts';

const said = (values: Parameters<typeof placeOf>[0]): string => {
  const place = placeOf(values);
  return place ? formatPlace(place) : '';
};

describe('TER-2: the whole address of the first source that has a country', () => {
  it.each(addressSources)('%s decides when it is the first', (source) => {
    const order = ['override', 'dataFox', 'zoomInfo', 'shipping', 'billing'] as const;
    expect(addressSources).toEqual(order);
    const values = Object.fromEntries(
      order.slice(order.indexOf(source)).map((it) => [`${it}Country`, `Land of ${it}`]),
    );
    expect(placeOf({ name: 'A', ...values })).toEqual({ source, parts: { country: `Land of ${source}` } });
  });

  it('a source without country is passed over, and its fields are not mixed in', () => {
    const place = placeOf({
      name: 'A',
      overrideCity: 'Berlin',
      overridePostalCode: '10115',
      billingState: 'TX',
      billingCountry: 'United States',
    });
    expect(place).toEqual({ source: 'billing', parts: { state: 'TX', country: 'United States' } });
  });

  it('where no source has a country, people still see the first with anything', () => {
    expect(placeOf({ name: 'A', shippingCity: 'Austin', billingState: 'TX' })).toEqual({
      source: 'shipping',
      parts: { city: 'Austin' },
      noCountry: true,
    });
  });

  it('blank parts are no parts', () => {
    expect(placeOf({ name: 'A', overrideCountry: '  ', billingCountry: ' Chile ' })).toEqual({
      source: 'billing',
      parts: { country: 'Chile' },
    });
    expect(placeOf({ name: 'A' })).toBeUndefined();
  });

  it('reads city, state, country; street and postal code only where nothing else is known', () => {
    expect(
      said({
        name: 'A',
        billingStreet: '1 Main St',
        billingCity: 'Austin',
        billingState: 'TX',
        billingPostalCode: '78701',
        billingCountry: 'United States',
      }),
    ).toBe('Austin, TX, United States');
    expect(said({ name: 'A', billingStreet: '1 Main St', billingPostalCode: '78701' })).toBe(
      '1 Main St, 78701',
    );
  });
});
