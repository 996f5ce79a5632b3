import type { CoverageLine, CoverageMeasure } from '../../../shared/territories/coverage.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { Select } from '../../components/select.tsx';
import { Skeleton } from '../../components/states.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import { BalanceChart } from './balance-chart.tsx';
import { CoverageLink } from './coverage-link.tsx';
import { NoMapping } from './no-mapping.tsx';
import { useCoverageChoice, type CoverageChoice } from './use-coverage-choice.ts';
import { balanceWord, shareText } from './words.ts';

type CoverageBy = CoverageChoice['by'];

const measureNames: Readonly<Record<CoverageMeasure, string>> = {
  accounts: 'Accounts',
  employees: 'Employees',
  lam: 'LAM (developers still to buy)',
};

/** TER-1: what each territory or BDR holds, as chart and table, with its share against the mean. */
export function CoveragePanel() {
  const [{ by, measure }, choose] = useCoverageChoice();
  const { territories } = useStoreStatus();
  const lines = useAnswer('coverage', { by });
  if (territories.length === 0) {
    return (
      <NoMapping>
        Once there is a mapping, this shows what each territory and BDR holds, and how even it is.
      </NoMapping>
    );
  }
  if (lines === null) return <Skeleton rows={10} />;
  return (
    <div className="stack coverage">
      <div className="cluster">
        <Select<CoverageBy>
          label="Coverage by"
          hideLabel
          value={by}
          options={[
            { value: 'territory', label: 'By territory' },
            { value: 'bdr', label: 'By BDR' },
          ]}
          onValueChange={(next) => choose({ by: next })}
        />
        <Select<CoverageMeasure>
          label="Measure"
          hideLabel
          value={measure}
          options={(['accounts', 'employees', 'lam'] as const).map((value) => ({
            value,
            label: measureNames[value],
          }))}
          onValueChange={(next) => choose({ measure: next })}
        />
        <span className="muted">
          The mean is that of all but the accounts without {by === 'bdr' ? 'a BDR' : 'a territory'}.
        </span>
      </div>
      <BalanceChart lines={lines} measure={measure} by={by} />
      <div className="table-fill">
        <VirtualTable
          label={by === 'bdr' ? 'Coverage by BDR' : 'Coverage by territory'}
          columns={columnsFor(by, measure)}
          total={lines.length}
          rowAt={(index) => lines[index]}
          minWidth={1180}
        />
      </div>
    </div>
  );
}

const number = (
  key: string,
  label: string,
  of: (line: CoverageLine) => number,
): VirtualColumn<CoverageLine> => ({
  key,
  label,
  track: 'minmax(64px, 1fr)',
  end: true,
  cell: (line) => {
    const value = of(line);
    return value === 0 ? <span className="faint">0</span> : value.toLocaleString();
  },
});

const columnsFor = (by: CoverageBy, measure: CoverageMeasure): readonly VirtualColumn<CoverageLine>[] => [
  {
    key: 'key',
    label: by === 'bdr' ? 'BDR' : 'Territory',
    track: 'minmax(150px, 2fr)',
    cell: ({ key }) => <CoverageLink by={by} of={key} />,
  },
  number('accounts', 'Accounts', ({ accounts }) => accounts),
  number('large', 'Large', ({ segments }) => segments.Large),
  number('mid', 'Mid-Market', ({ segments }) => segments['Mid-Market']),
  number('smb', 'SMB', ({ segments }) => segments.SMB),
  number('unknown', 'Unknown', ({ segments }) => segments.unknown),
  number('working', 'Working', ({ working }) => working),
  number('p1', 'P1', ({ priorities }) => priorities['1']),
  number('p2', 'P2', ({ priorities }) => priorities['2']),
  number('p3', 'P3', ({ priorities }) => priorities['3']),
  number('employees', 'Employees', ({ employees }) => employees),
  number('lam', 'LAM', ({ lam }) => lam),
  {
    key: 'share',
    label: 'Against the mean',
    track: '150px',
    end: true,
    cell: ({ key, share }) =>
      key === '' ? (
        <span className="faint">–</span>
      ) : (
        <span title={measureNames[measure]}>
          {shareText(share[measure])} <span className="muted">{balanceWord(share[measure])}</span>
        </span>
      ),
  },
];
