import type { FieldValue } from '../../../shared/views/field-value.ts';
import { flagValue, resultName } from '../../../shared/views/result-fields.ts';
import type { BookRow } from '../api.ts';

const blankToNull = (text: string): string | null => (text === '' ? null : text);

/** Fields of an account that its row has, by their keys. */
const rowFields: Readonly<Record<string, (row: BookRow) => FieldValue>> = {
  name: ({ name }) => name,
  status: ({ status }) => blankToNull(status),
  priority: ({ priority }) => priority,
  owner: ({ owner }) => blankToNull(owner),
  bdrAssigned: ({ bdrAssigned }) => blankToNull(bdrAssigned),
  website: ({ website }) => blankToNull(website),
  industry: ({ industry }) => blankToNull(industry),
  type: ({ type }) => blankToNull(type),
  crmId: ({ crmId }) => blankToNull(crmId),
  bdrNextStep: ({ nextStep }) => blankToNull(nextStep),
  bdrNextStepDate: ({ nextStepDate }) => nextStepDate,
  stints: ({ workingSince }) => workingSince,
  nominatedBy: ({ nominatedBy }) => blankToNull(nominatedBy),
};

/** Results of rules that have a value; every other result is a flag. */
const resultValues: Readonly<Record<string, (row: BookRow) => FieldValue>> = {
  findings: ({ findings }) => flagValue(findings.length > 0),
  segment: ({ segment }) => segment,
  motion: ({ decided }) => decided?.motion ?? null,
  territory: ({ decided }) => blankToNull(decided?.territory ?? ''),
  mappedBdr: ({ decided }) => blankToNull(decided?.mappedBdr ?? ''),
  coveredBy: ({ bdrAssigned, decided }) =>
    blankToNull(bdrAssigned.trim()) ?? blankToNull(decided?.mappedBdr ?? ''),
  score: ({ decided }) => decided?.score ?? null,
  suggested: ({ decided }) => decided?.suggested ?? null,
  suggestedRank: ({ decided }) => decided?.expandRank ?? null,
  clock: ({ decided }) => decided?.clock?.rule ?? null,
  clockDue: ({ decided }) => decided?.clock?.due ?? null,
  place: ({ place }) => blankToNull(place),
  employees: ({ employeesMin }) => employeesMin,
  domain: ({ domain }) => blankToNull(domain),
  workingSince: ({ workingSince }) => workingSince,
};

/** Whether a row says what a field holds; other fields lie in the account alone. */
export const isRowField = (field: string): boolean =>
  resultName(field) !== undefined || Object.hasOwn(rowFields, field);

/** What a row says of a field; blank for fields that it does not have. */
export function rowValue(row: BookRow, field: string): FieldValue {
  const name = resultName(field);
  if (name === undefined) return Object.hasOwn(rowFields, field) ? (rowFields[field]?.(row) ?? null) : null;
  if (Object.hasOwn(resultValues, name)) return resultValues[name]?.(row) ?? null;
  return flagValue(row.decided?.results.includes(name) === true);
}
