import type { EmployeeCount } from '../accounts/account.ts';
import { parseEmployees } from '../accounts/employees.ts';
import type { Label } from '../history/change-set.ts';
import { ok, type Result } from '../result.ts';

const moreThan = /^(?:>|over|more than)\s*(\d.*)$/i;
const atLeast = /^(?:>=|\u2265|at least|from)\s*(\d.*)$/i;
const lessThan = /^(?:<|under|less than|fewer than)\s*(\d.*)$/i;

/** A head count as lists write it; besides what people type, the open ends of bought lists ("Over 10,000"). */
export function readEmployees(text: string): Result<EmployeeCount, Label> {
  if (/^\d{1,7}$/.test(text)) return ok(Number(text));
  const least = atLeast.exec(text);
  if (least) return bounded(least[1], (count) => ({ min: count }), text);
  const more = moreThan.exec(text);
  if (more) return bounded(more[1], (count) => ({ min: count + 1 }), text);
  const fewer = lessThan.exec(text);
  if (fewer) return bounded(fewer[1], (count) => ({ min: 0, max: Math.max(0, count - 1) }), text);
  return parseEmployees(text);
}

function bounded(
  amount: string | undefined,
  make: (count: number) => EmployeeCount,
  text: string,
): Result<EmployeeCount, Label> {
  const count = parseEmployees(amount ?? '');
  if (!count.ok) return count;
  return typeof count.value === 'number' ? ok(make(count.value)) : parseEmployees(text);
}

/** In a form that no spreadsheet takes for a date, as it would `10-12`. */
export function writeEmployees(value: EmployeeCount): string {
  if (typeof value === 'number') return String(value);
  return value.max === undefined ? `${value.min}+` : `${value.min} to ${value.max}`;
}
