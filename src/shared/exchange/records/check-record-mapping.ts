import { label } from '../../rule-book/messages.ts';
import type { MappingProblem } from '../check-mapping.ts';
import type { Mapping } from '../columns.ts';
import { recordColumn, type RecordSubject } from './record-columns.ts';

/** A list needs something to know its records by and something to know their accounts by; no column comes twice. */
export function checkRecordMapping(mapping: Mapping, subject: RecordSubject): MappingProblem[] {
  const users = new Map<string, number[]>();
  mapping.forEach(({ target }, column) => {
    if (target.kind !== 'record') return;
    users.set(target.key, [...(users.get(target.key) ?? []), column]);
  });
  const has = (...keys: readonly string[]): boolean => keys.some((key) => users.has(key));
  const isNamed = subject === 'people' ? has('name', 'firstName', 'lastName') : has('name', 'crmId');
  const tellsAccount =
    has('account.crmId', 'account.website', 'account.name') ||
    (subject === 'people' ? has('email') : has('crmId'));
  const problems: MappingProblem[] = [
    ...(isNamed ? [] : [{ message: label(`exchange.mapping.no-name-${subject}`), columns: [] }]),
    ...(tellsAccount ? [] : [{ message: label('exchange.mapping.no-account'), columns: [] }]),
  ];
  for (const [key, columns] of users) {
    if (columns.length < 2) continue;
    const field = recordColumn(subject, key)?.label ?? key;
    problems.push({ message: label('exchange.mapping.twice', { field, count: columns.length }), columns });
  }
  return problems;
}
