import type { AccountValues, Segment } from '../../../src/shared/accounts/account.ts';
import type { Region } from './regions.ts';

/** A sample account while it is being made. Dates in its values are day marks, `{{-12}}`. */
export interface Draft {
  readonly key: string;
  readonly region: Region;
  readonly coreName: string;
  readonly domain: string;
  readonly parent?: Draft;
  readonly values: DraftValues;
  /** What the generator meant it to be; `null` = unknown on purpose. */
  segment: Segment | null;
}

/** As `AccountValues`, with day marks where dates are. */
export type DraftValues = { [K in keyof AccountValues]?: unknown };

/** `{{-12}}`: twelve days before the day the sample is loaded. */
export const day = (offset: number): string => `{{${offset > 0 ? '+' : ''}${offset}}}`;
