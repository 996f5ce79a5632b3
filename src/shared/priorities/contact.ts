import { isBlankName } from '../accounts/bdr.ts';
import { fold } from '../accounts/normalise.ts';
import type { Prospect } from '../accounts/prospect.ts';
import { countryCode } from '../exchange/countries.ts';
import type { IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import type { Decided } from '../rule-book/receipt.ts';

/** `ask`: something is unknown that decides it; such a person is left off lists until it is known. */
export type Contact = 'allowed' | 'refused' | 'ask';

/** PR-10: where the lists of the rule come from. */
export interface ContactSettings {
  /** Sources that new people in the EU may come from. */
  readonly allowedSources: readonly string[];
  /** Sources that are a sign-up for a product and nothing more. */
  readonly signUpSources: readonly string[];
}

const defaultContactSettings: ContactSettings = {
  allowedSources: ['ZoomInfo'],
  signUpSources: ['Product sign-up', 'Sign-up', 'Signup', 'SaaS sign-up', 'Free account', 'Registration'],
};

/** Members of the EU, by ISO code. */
const euCountries = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);

/** People added before this day need an opt-in. */
const newFrom = '2018-05-01' as IsoDate;

export type ContactProspect = Pick<
  Prospect,
  | 'name'
  | 'country'
  | 'addedOn'
  | 'source'
  | 'mailOptIn'
  | 'raisedHand'
  | 'doNotCall'
  | 'inactive'
  | 'partnerProspected'
>;

/**
 * PR-10: whether a person may be called or written to. Do-not-call stops calls only; the EU and sign-up
 * rules stop both.
 * @param accountCountry counts where the person has no country of their own
 */
export function decideContact(
  prospect: ContactProspect,
  channel: 'call' | 'mail',
  accountCountry: string | undefined,
  settings: ContactSettings = defaultContactSettings,
): Decided<Contact> {
  const reasons = [
    ...(channel === 'call' && prospect.doNotCall === true
      ? [said('refused', label('pr10.do-not-call', { name: prospect.name }))]
      : []),
    ...signUpReasons(prospect, settings),
    ...euReasons(prospect, accountCountry, settings),
  ];
  const decisive =
    reasons.find(({ contact }) => contact === 'refused') ?? reasons.find(({ contact }) => contact === 'ask');
  return {
    outcome: decisive?.contact ?? 'allowed',
    receipt: {
      rules: ['PR-10'],
      said: decisive?.message ?? label('pr10.allowed', { name: prospect.name }),
      facts: reasons.map(({ message }) => message),
      settings: [],
      flips: reasons.flatMap(({ flip }) => flip ?? []),
    },
  };
}

interface Reason {
  readonly contact: Contact;
  readonly message: Label;
  readonly flip?: Label;
}

const said = (contact: Contact, message: Label, flip?: Label): Reason => ({
  contact,
  message,
  ...(flip && { flip }),
});

const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
const isOneOf = (source: string | undefined, sources: readonly string[]): boolean =>
  source !== undefined && sources.some((other) => plain(other) === plain(source));

function signUpReasons({ name, source, raisedHand }: ContactProspect, settings: ContactSettings): Reason[] {
  if (raisedHand === true || !isOneOf(source, settings.signUpSources)) return [];
  return [said('refused', label('pr10.sign-up-only', { name }), label('flip.raise-hand'))];
}

function euReasons(
  { name, country, addedOn, source, mailOptIn }: ContactProspect,
  accountCountry: string | undefined,
  { allowedSources }: ContactSettings,
): Reason[] {
  const optedIn = mailOptIn === true;
  const fromAllowed = isOneOf(source, allowedSources);
  // Either rule is content: whoever was added when, wherever.
  if (optedIn && fromAllowed) return [];
  const where = isBlankName(country) ? accountCountry : country;
  const code = where === undefined ? undefined : countryCode(where);
  if (code !== undefined && !euCountries.has(code)) return [];
  const reason = addedReason(name, addedOn, optedIn, fromAllowed);
  if (!reason || code !== undefined) return reason ? [reason] : [];
  return [said('ask', label('pr10.country-unknown', { name }), label('flip.find-country'))];
}

function addedReason(
  name: string,
  addedOn: IsoDate | undefined,
  optedIn: boolean,
  fromAllowed: boolean,
): Reason | undefined {
  if (addedOn === undefined) {
    return optedIn || fromAllowed
      ? said('ask', label('pr10.added-unknown', { name }), label('flip.find-added-on'))
      : said('refused', label('pr10.eu-neither', { name }), label('flip.opt-in'));
  }
  if (addedOn < newFrom) {
    return optedIn
      ? undefined
      : said('refused', label('pr10.eu-old', { name, date: addedOn }), label('flip.opt-in'));
  }
  return fromAllowed
    ? undefined
    : said('refused', label('pr10.eu-new', { name, date: addedOn }), label('flip.allowed-source'));
}

/**
 * Whether a list for sequencing may show a person (AW-7, PR-10): still there, not a partner's, and open to at
 * least one way of contact.
 */
export function maySequence(
  prospect: ContactProspect,
  accountCountry: string | undefined,
  settings: ContactSettings = defaultContactSettings,
): boolean {
  if (prospect.partnerProspected === true || prospect.inactive === true) return false;
  return (['mail', 'call'] as const).some(
    (channel) => decideContact(prospect, channel, accountCountry, settings).outcome === 'allowed',
  );
}
