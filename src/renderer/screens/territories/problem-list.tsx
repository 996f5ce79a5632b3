import type { MappingProblem } from '../../../shared/territories/check-mapping.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { count } from '../../app/words.ts';
import { Badge } from '../../components/badge.tsx';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { columnLabel } from '../../../shared/territories/mapping-columns.ts';
import { say } from '../../../shared/rule-book/messages.ts';

/** What is wrong with a mapping, by row and column, with how to mend it. */
export function ProblemList({
  errors,
  warnings,
  problems,
  firstRowNumber = 1,
}: {
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly MappingProblem[];
  readonly firstRowNumber?: number;
}) {
  const all = errors + warnings;
  return (
    <div className="stack">
      <p role="status" className={errors > 0 ? 'notice notice-danger' : 'notice'}>
        {errors > 0
          ? `${count(errors, 'error')} ${errors === 1 ? 'keeps' : 'keep'} the whole mapping out. Mend ${errors === 1 ? 'it' : 'them'}, then read it again.`
          : 'No errors.'}
        {warnings > 0 && ` ${count(warnings, 'warning')} to know of.`}
        {problems.length < all && ` The first ${problems.length.toLocaleString()} are listed.`}
      </p>
      {problems.length > 0 && (
        <div className="problem-list" style={{ height: Math.min(12, problems.length + 1) * 32 + 4 }}>
          <VirtualTable
            label="Problems of the mapping"
            total={problems.length}
            rowAt={(index) => problems[index]}
            minWidth={640}
            columns={[
              {
                key: 'row',
                label: 'Row',
                track: '72px',
                end: true,
                cell: ({ row }) => (row + firstRowNumber).toLocaleString(),
              },
              {
                key: 'severity',
                label: 'Kind',
                track: '88px',
                cell: ({ severity }) => (
                  <Badge tone={severity === 'error' ? 'danger' : 'warn'}>
                    {severity === 'error' ? 'Error' : 'Warning'}
                  </Badge>
                ),
              },
              {
                key: 'column',
                label: 'Column',
                track: '140px',
                cell: ({ column }) => (column === null ? 'Whole row' : columnLabel(column)),
              },
              {
                key: 'message',
                label: 'What is wrong, and how to mend it',
                track: 'minmax(0, 1fr)',
                cell: ({ message }) => (
                  <span className="truncate" title={say(message)}>
                    <RuleWords text={say(message)} />
                  </span>
                ),
              },
            ]}
          />
        </div>
      )}
    </div>
  );
}
