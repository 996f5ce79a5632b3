/**
 * What the oracle is told about an account. The oracle is a second, plain reading of the domain: it imports
 * nothing of the app, uses no library, and takes every number of the rules as an argument.
 */
export type Day = string;

export type Count = number | { readonly min: number; readonly max?: number };

export interface OraclePerson {
  readonly id: string;
  readonly email?: string;
  readonly leadStatus?: string;
  readonly mqlDate?: Day;
  readonly touchLevel?: 'high' | 'low';
  readonly state?: 'active' | 'finished' | 'paused';
  readonly sequencedOn?: Day;
  readonly endedOn?: Day;
  readonly lastActivity?: Day;
  readonly nextTaskDate?: Day;
  readonly lastInterestingMoment?: string;
  readonly partnerProspected?: boolean;
}

export interface OracleOpportunity {
  readonly id: string;
  readonly createdDate?: Day;
}

export interface OracleAccount {
  readonly id: string;
  readonly parentId?: string;
  readonly standAlone?: boolean;
  readonly employeesOverride?: Count;
  readonly employeesZoomInfo?: Count;
  readonly employeesDataFox?: Count;
  readonly employeesImported?: Count;
  readonly type?: string;
  readonly totalCarr?: number;
  readonly status: string;
  readonly bdrAssigned?: string;
  /** Start of the open stint. */
  readonly start?: Day;
  readonly accountResearch?: string;
  readonly accountStrategy?: string;
  readonly bdrNextStep?: string;
  readonly bdrNextStepDate?: Day;
  readonly dbQs?: number;
  readonly lamDevelopers?: number;
  readonly aeNotes?: string;
  readonly techUsed?: string;
  readonly description?: string;
  readonly industry?: string;
  readonly itTeddCount?: number;
  readonly ceUsers?: number;
  readonly devOps?: string;
  readonly triggers?: readonly { readonly text: string; readonly date?: Day }[];
  readonly people: readonly OraclePerson[];
  readonly opportunities: readonly OracleOpportunity[];
  /** Pauses of the clocks. */
  readonly pauses: readonly { readonly from: Day; readonly until?: Day }[];
}
