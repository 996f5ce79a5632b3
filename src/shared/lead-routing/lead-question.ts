import type { Status } from '../accounts/account.ts';
import type { IsoDate } from '../clock.ts';

/** What was done, when, and whether the CRM knows of it (ROE-6). */
export interface Activity {
  readonly on: IsoDate;
  /** `bdr`: by the BDR Assigned at the account. `related lead`: on a lead of the same company name or mail domain. */
  readonly about: 'bdr' | 'related lead';
  readonly loggedInCrm: boolean;
}

/** The account of a lead. */
export interface LeadAccount {
  readonly name: string;
  readonly status: Status;
  /** '' = nobody. */
  readonly bdrAssigned: string;
  /** AE/SAL; '' = none. */
  readonly owner: string;
}

/** Another lead of the same account. */
export interface OtherLead {
  readonly owner: string;
  readonly status: 'MQL' | 'Accepted' | 'Qualifying' | 'other';
  readonly mqlDate?: IsoDate;
  /** The latest that the CRM has (ROE-6). */
  readonly lastActivity?: IsoDate;
  readonly nextTask?: IsoDate;
}

/** What is asked about a lead (ROE). */
export interface LeadQuestion {
  readonly today: IsoDate;
  /** `null` = it belongs to no existing account. */
  readonly account: LeadAccount | null;
  readonly activities: readonly Activity[];
  readonly otherLeads: readonly OtherLead[];
  /** Of this very lead. */
  readonly mqlDate?: IsoDate;
  /** Who has it now; '' = nobody. */
  readonly currentOwner: string;
  readonly isQualifying: boolean;
  readonly isInSequence: boolean;
  /** The partner prospecting flag (ROE-5). */
  readonly isPartnerProspected: boolean;
  readonly metAtJointPartnerEvent: boolean;
}
