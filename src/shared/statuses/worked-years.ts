import { fiscalYearOf, type IsoDate } from '../clock.ts';

/** The fiscal year of a Worked in FY account, and whether that year is over (AW-12). */
export interface WorkedYear {
  readonly year: number;
  /** At the turn of the year it keeps its year, marked as a previous one. */
  readonly previous: boolean;
}

/** AW-12, CLK-4: the latest fiscal year in which an account was worked; `undefined` = none is recorded. */
export function workedYear(
  fiscalYearsWorked: readonly number[] | undefined,
  today: IsoDate,
  fiscalYearFirstMonth: number,
): WorkedYear | undefined {
  const years = fiscalYearsWorked ?? [];
  if (years.length === 0) return undefined;
  const year = Math.max(...years);
  return { year, previous: year < fiscalYearOf(today, fiscalYearFirstMonth) };
}
