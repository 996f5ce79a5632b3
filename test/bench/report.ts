import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../run/child.ts';
import type { Machine } from './machine.ts';
import { disagrees, judge, type Count, type JobResult, type Measure, type Target } from './result.ts';

export interface Report {
  readonly quick: boolean;
  readonly seed: number;
  readonly machine: Machine;
  readonly results: readonly JobResult[];
}

const heads = ['job', 'ours', 'floor', 'ratio', 'of the rounds', 'target', 'verdict'];

/** The table that a run ends with. */
export function reportText({ quick, results, machine }: Report): string {
  const rows = results.flatMap(({ measures }) => measures.map((measure) => rowOf(measure, quick)));
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  const counts = results.flatMap((result) => result.counts);
  const wrong = counts.filter(disagrees);
  return [
    line(heads),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
    `${counts.length} counts compared, ${wrong.length} disagree.`,
    ...wrong.map(countText),
    `${machine.cores} cores, ${machine.processor}, ${machine.browser}, Node ${machine.node}; ` +
      `load ${machine.loadBefore} before, ${machine.loadAfter} after.`,
  ].join('\n');
}

const countText = ({ what, expected, found }: Count): string =>
  `DISAGREE ${what}: expected ${expected}, found ${found}`;

function rowOf(measure: Measure, quick: boolean): string[] {
  const { ours, floor, ratio, ratioRange, verdict } = judge(measure);
  return [
    measure.job,
    figure(ours, measure.unit),
    figure(floor, measure.unit),
    ratio === null ? '' : `${ratio.toFixed(2)}x`,
    ratioRange === null ? '' : ratioRange.map((end) => end.toFixed(2)).join('-'),
    targetText(measure.target, measure.unit),
    quick ? 'not judged' : verdict,
  ];
}

const figure = (value: number, unit: string): string =>
  `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)} ${unit}`;

function targetText(target: Target, unit: string): string {
  switch (target.kind) {
    case 'none':
      return '';
    case 'ratio':
      return `<= ${target.atMost.toFixed(1)}x`;
    case 'difference':
      return `<= floor + ${target.atMost} ${unit}`;
  }
}

/** Writes every number of the run, for later comparisons. @returns where */
export function writeReport(name: string, report: Report): string {
  const folder = join(repositoryRoot, 'bench-results');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.json`);
  const { results, ...run } = report;
  const measures = results.flatMap((result) =>
    result.measures.map((measure) => ({ ...measure, judged: judge(measure) })),
  );
  const counts = results.flatMap((result) => result.counts);
  writeFileSync(path, `${JSON.stringify({ format: 1, ...run, measures, counts }, null, 2)}\n`);
  return path;
}

/** Why the run fails; empty when it passes. A quick run is not judged by its ratios. */
export function failuresOf({ quick, results }: Report): string[] {
  const missed = quick
    ? []
    : results
        .flatMap(({ measures }) => measures)
        .filter((measure) => judge(measure).verdict === 'missed')
        .map(({ job }) => `${job} missed its target`);
  return [...results.flatMap(({ counts }) => counts.filter(disagrees).map(countText)), ...missed];
}
