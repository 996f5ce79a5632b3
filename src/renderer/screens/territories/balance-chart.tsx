import type { CoverageLine, CoverageMeasure } from '../../../shared/territories/coverage.ts';
import { balanceWord, shareText } from './words.ts';
import './balance-chart.css';

/** Bars drawn; of more lines the largest ones are, the table has all. */
const mostBars = 24;
const barPitch = 22;
const nameWidth = 150;
const barWidth = 420;
const width = nameWidth + barWidth + 150;

/**
 * How even the lines are: a bar for each, the mean as a line across them. The table below says the same in
 * numbers, so the picture is described, not read out bar by bar.
 */
export function BalanceChart({
  lines,
  measure,
  by,
}: {
  readonly lines: readonly CoverageLine[];
  readonly measure: CoverageMeasure;
  readonly by: 'territory' | 'bdr';
}) {
  const own = lines.filter(({ key }) => key !== '');
  const mean = own.length === 0 ? 0 : own.reduce((sum, line) => sum + line[measure], 0) / own.length;
  if (mean === 0) return <p className="muted">Nothing to weigh yet: all of them hold nothing.</p>;
  const shown = [...own].sort((a, b) => b[measure] - a[measure]).slice(0, mostBars);
  const most = Math.max(mean, ...shown.map((line) => line[measure]));
  const x = (value: number): number => (value / most) * barWidth;
  const height = shown.length * barPitch + 22;
  const [first] = shown;
  const last = [...own].sort((a, b) => a[measure] - b[measure])[0];
  const told =
    first && last
      ? `Most: ${first.key}, ${shareText(first.share[measure])} the mean. Least: ${last.key}, ${shareText(last.share[measure])}.`
      : '';
  return (
    <figure className="balance">
      <svg
        role="img"
        aria-label={`${by === 'bdr' ? 'BDRs' : 'Territories'} against the mean of ${Math.round(mean).toLocaleString()}. ${told}`}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
      >
        {shown.map((line, at) => {
          const top = at * barPitch + 18;
          const word = balanceWord(line.share[measure]);
          return (
            <g key={line.key}>
              <text x={nameWidth - 8} y={top + 13} textAnchor="end" className="balance-name">
                {shortened(line.key)}
              </text>
              <rect
                x={nameWidth}
                y={top + 3}
                width={Math.max(1, x(line[measure]))}
                height={14}
                rx={2}
                className={word === 'even' ? 'balance-bar' : 'balance-bar balance-bar-off'}
              />
              <text x={nameWidth + labelAt(x(line[measure]), x(mean))} y={top + 13} className="balance-value">
                {line[measure].toLocaleString()}
                {word === 'even' || word === '' ? '' : ` · ${word}`}
              </text>
            </g>
          );
        })}
        <line
          x1={nameWidth + x(mean)}
          x2={nameWidth + x(mean)}
          y1={16}
          y2={height}
          className="balance-mean"
        />
        <text x={nameWidth + x(mean)} y={11} textAnchor="middle" className="balance-value">
          mean {Math.round(mean).toLocaleString()}
        </text>
      </svg>
      {own.length > mostBars && (
        <figcaption className="muted small">
          The {mostBars} largest of {own.length.toLocaleString()}; the table has all.
        </figcaption>
      )}
    </figure>
  );
}

/** Room that the words beside a bar take, about. */
const labelRoom = 110;

/** Where the words beside a bar begin: behind the line of the mean where it would cross them. */
const labelAt = (end: number, mean: number): number =>
  end < mean && end + labelRoom > mean ? mean + 6 : end + 6;

const shortened = (name: string): string => (name.length > 20 ? `${name.slice(0, 19)}…` : name);
