const names: Readonly<Record<string, string>> = {
  'ter7.conflict': 'Two territories fit alike',
  'ter7.no-match': 'No territory fits',
  'ter7.idle-exception': 'Exceptions that decide nothing',
  'ter1.no-bdr': 'Nobody works the territory',
  'ter1.no-row': 'No row for this kind of account',
  'ter1.size-unknown': 'The exact size is not known',
  'ter1.rows-conflict': 'Two rows fit alike',
  'ter1.owner-not-listed': 'The owner is none of the AEs',
  'ter2.no-place': 'No country',
  'ter2.strange-country': 'Unknown country',
  'ter2.strange-state': 'Unknown state',
  'ter2.no-state': 'State missing',
  'ter2.no-postal': 'Postal code missing',
  'ter2.state-may-change': 'State missing, may change it',
  'ter2.postal-may-change': 'Postal code missing, may change it',
  'ter4.flag-without-owner': 'Named without an owner',
  'ter4.owner-in-no-row': 'Named owner in no row',
  'ter5.territory-gone': 'Handed to a territory that is gone',
  'ter6.no-territory': 'No Public Sector territory',
  'territory.segment-unknown': 'Segment not known',
};

/** A kind of item of the work list, for a choice. */
export const workKindName = (kind: string): string => names[kind] ?? kind;

export const fillNames = {
  state: 'State',
  postalCode: 'Postal code',
  country: 'Country',
  employees: 'Employees',
  namedOwner: 'Named owner',
  owner: 'Account owner',
} as const;
