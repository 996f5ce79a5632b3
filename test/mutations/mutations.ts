/** One line of a rule, changed so that the rule is wrong. Some test has to notice. */
export interface Mutation {
  /** The rule that is broken, and how. */
  readonly what: string;
  /** Below `src/shared`. */
  readonly file: string;
  /** A whole line as it stands there, once; and what it becomes. */
  readonly before: string;
  readonly after: string;
  /** Below `test/unit`: the tests that pin the rule. */
  readonly tests: readonly string[];
}

const statuses = (name: string): string => `shared/statuses/${name}.test.ts`;
const priorities = (name: string): string => `shared/priorities/${name}.test.ts`;
const accounts = (name: string): string => `shared/accounts/${name}.test.ts`;

export const mutations: readonly Mutation[] = [
  {
    what: 'CLK-2: day 30 still counts as recent',
    file: 'calendar.ts',
    before: "  return daysBetween(date, today) < days ? 'recent' : 'old';",
    after: "  return daysBetween(date, today) <= days ? 'recent' : 'old';",
    tests: ['shared/clk-2-clk-3-calendar.test.ts'],
  },
  {
    what: 'CLK-2: a date in the future is recent',
    file: 'calendar.ts',
    before: "  if (date > today) return 'future';",
    after: "  if (date > today) return 'recent';",
    tests: [statuses('aw-3-aw-4-aw-5-entry-checks')],
  },
  {
    what: 'CLK-3: what is due today is overdue',
    file: 'calendar.ts',
    before: 'export const isOverdue = (due: IsoDate, today: IsoDate): boolean => due < today;',
    after: 'export const isOverdue = (due: IsoDate, today: IsoDate): boolean => due <= today;',
    tests: ['shared/inbox/inbox.test.ts'],
  },
  {
    what: 'CLK-4: the fiscal year begins a month late',
    file: 'clock.ts',
    before: '  return firstMonth === 1 || month < firstMonth ? year : year + 1;',
    after: '  return firstMonth === 1 || month <= firstMonth ? year : year + 1;',
    tests: [statuses('aw-11-aw-12-aw-13-returns')],
  },
  {
    what: 'SEG-1: 2,000 employees are not yet Large',
    file: 'accounts/segment.ts',
    before: "  if (employees >= largeFrom) return 'Large';",
    after: "  if (employees > largeFrom) return 'Large';",
    tests: [accounts('seg-1-seg-2-segment')],
  },
  {
    what: 'SEG-4: a change that new data bring holds before its review',
    file: 'accounts/segment-hold.ts',
    before: '  return { segmentConfirmed: inForce, segmentDeclined: undefined };',
    after: '  return { segmentConfirmed: undefined, segmentDeclined: undefined };',
    tests: [accounts('seg-4-review')],
  },
  {
    what: 'SEG-4: changes wait although they are set to hold at once',
    file: 'accounts/segment-hold.ts',
    before: "  if (settings.segmentChange === 'atOnce' || inForce === null || inForce === is) {",
    after: '  if (inForce === null || inForce === is) {',
    tests: [accounts('seg-4-review')],
  },
  {
    what: 'SEG-1: a range that crosses a border is guessed low',
    file: 'accounts/segment.ts',
    before: '  return lowest === segmentOfNumber(count.max, borders) ? lowest : null;',
    after: '  return lowest;',
    tests: [accounts('seg-1-seg-2-segment')],
  },
  {
    what: 'SEG-3: a hierarchy takes its lowest segment',
    file: 'accounts/hierarchy.ts',
    before:
      '  for (const segment of segments) if (segment !== null) highest = Math.max(highest, order.indexOf(segment));',
    after: '  for (const segment of segments) if (segment !== null) highest = order.indexOf(segment);',
    tests: [accounts('seg-3-seg-6-hierarchy')],
  },
  {
    what: 'SEG-3: a circle of parents is tied',
    file: 'accounts/reparent.ts',
    before: '    if (at === id) return path;',
    after: '    if (at === id && path.length < 3) return path;',
    tests: [accounts('seg-3-seg-6-reparent')],
  },
  {
    what: 'PR-1: a restriction’s line is drawn into the notes',
    file: 'accounts/icp-notes-text.ts',
    before: "  line.trim() !== '' && !partLine.test(line) && !isRestrictionLine(line);",
    after: "  line.trim() !== '' && !partLine.test(line);",
    tests: [accounts('pr-1-icp-notes')],
  },
  {
    what: 'PR-1: further lines of a note are not indented',
    file: 'accounts/icp-notes-text.ts',
    before: '  return [head, ...more.map((line) => `  ${line}`)].join(newline);',
    after: '  return [head, ...more].join(newline);',
    tests: [accounts('pr-1-icp-notes')],
  },
  {
    what: 'AW-2: re-entry on the same day is a new stint',
    file: 'statuses/stints.ts',
    before: '    else if (stint.end !== undefined && stint.end < today) past.push(stint);',
    after: '    else if (stint.end !== undefined && stint.end <= today) past.push(stint);',
    tests: [statuses('aw-2-stints')],
  },
  {
    what: 'AW-5: a task due today does not count',
    file: 'statuses/entry-checks.ts',
    before:
      '  return inTheLast(lastActivity, today, recentDays) || (nextTaskDate !== undefined && nextTaskDate >= today);',
    after:
      '  return inTheLast(lastActivity, today, recentDays) || (nextTaskDate !== undefined && nextTaskDate > today);',
    tests: [statuses('aw-3-aw-4-aw-5-entry-checks')],
  },
  {
    what: 'AW-6: one account more than the limit',
    file: 'statuses/moves.ts',
    before: '  if (limit === null || used < limit) return [];',
    after: '  if (limit === null || used <= limit) return [];',
    tests: [statuses('aw-6-limits')],
  },
  {
    what: 'AW-3x: one MQL in a low-touch sequence excuses the others',
    file: 'statuses/override.ts',
    before:
      "): boolean => (ground === 'other units' ? segment === 'Large' : mqls.every(isInLowTouchSequence));",
    after:
      "): boolean => (ground === 'other units' ? segment === 'Large' : mqls.some(isInLowTouchSequence));",
    tests: [statuses('aw-3x-override')],
  },
  {
    what: 'AW-3x: AW-5 is lifted whoever is qualifying',
    file: 'statuses/override.ts',
    before: "    grounds.length > 0 && (rule === 'AW-3' || (rule === 'AW-5' && onlyThatMql));",
    after: "    grounds.length > 0 && (rule === 'AW-3' || rule === 'AW-5');",
    tests: [statuses('aw-3x-override')],
  },
  {
    what: 'AW-11: late on the due day already',
    file: 'statuses/clocks.ts',
    before: "  if (due !== null && today > due) return 'late';",
    after: "  if (due !== null && today >= due) return 'late';",
    tests: [statuses('aw-9-aw-10-clocks')],
  },
  {
    what: 'AW-11: warned a day too late',
    file: 'statuses/clocks.ts',
    before: "  return due !== null && daysBetween(today, due) <= warningDays ? 'warned' : 'running';",
    after: "  return due !== null && daysBetween(today, due) < warningDays ? 'warned' : 'running';",
    tests: [statuses('aw-11-aw-12-aw-13-returns')],
  },
  {
    what: 'AW-11: pauses that overlap count twice',
    file: 'statuses/clocks.ts',
    before: '    counted = until;',
    after: '    counted = start;',
    tests: [statuses('aw-9-aw-10-clocks')],
  },
  {
    what: 'AW-10: partner-prospected people count',
    file: 'statuses/sequencing.ts',
    before: '    if (prospect.partnerProspected === true) continue;',
    after:
      '    if (prospect.partnerProspected === undefined) prospect.partnerProspected satisfies undefined;',
    tests: [statuses('aw-9-aw-10-clocks')],
  },
  {
    what: 'AW-12: due a day late',
    file: 'statuses/clocks.ts',
    before: '  return { sequenced, lastActive, due, isDue: due !== null && due <= today };',
    after: '  return { sequenced, lastActive, due, isDue: due !== null && due < today };',
    tests: [statuses('aw-11-aw-12-aw-13-returns')],
  },
  {
    what: 'AW-14: whoever answered before it left is a reason too',
    file: 'statuses/comeback.ts',
    before:
      '  const since = (on: IsoDate | undefined): on is IsoDate => on !== undefined && on >= left && on <= today;',
    after: '  const since = (on: IsoDate | undefined): on is IsoDate => on !== undefined && on <= today;',
    tests: [statuses('aw-14-comeback')],
  },
  {
    what: 'PR-1: a DB QS of 70 is high',
    file: 'priorities/signals.ts',
    before: '  if (dbQs !== undefined) return yesNo(dbQs > highDbQsOver);',
    after: '  if (dbQs !== undefined) return yesNo(dbQs >= highDbQsOver);',
    tests: [priorities('pr-2-pr-3-score')],
  },
  {
    what: 'PR-3: an unknown signal is taken for known',
    file: 'priorities/score.ts',
    before: "    isKnown ||= state !== 'unknown';",
    after: '    isKnown ||= true;',
    tests: [priorities('pr-2-pr-3-score')],
  },
  {
    what: 'PR-4: strong begins above 60',
    file: 'priorities/score.ts',
    before:
      "): ScoreBand => (score >= strongScoreFrom ? 'strong' : score < weakScoreUnder ? 'weak' : 'middle');",
    after:
      "): ScoreBand => (score > strongScoreFrom ? 'strong' : score < weakScoreUnder ? 'weak' : 'middle');",
    tests: [priorities('pr-4-suggest-priority')],
  },
  {
    what: 'PR-4: old triggers rank above none',
    file: 'priorities/suggest-priority.ts',
    before: '  middle: { recent: 2, old: 3, none: 2 },',
    after: '  middle: { recent: 2, old: 2, none: 3 },',
    tests: [priorities('pr-4-suggest-priority')],
  },
  {
    what: 'PR-5: the smallest remainder gets the rest',
    file: 'priorities/largest-remainder.ts',
    before: '      .sort((a, b) => b.rest - a.rest || a.at - b.at)',
    after: '      .sort((a, b) => a.rest - b.rest || a.at - b.at)',
    tests: [priorities('pr-2-pr-3-score')],
  },
  {
    what: 'PR-5: Priority 1 without a recent trigger',
    file: 'priorities/mix.ts',
    before: '  const rising3 = classes[3].filter((it) => it.hasRecentTrigger).slice(0, flows.from3);',
    after: '  const rising3 = classes[3].slice(0, flows.from3);',
    tests: [priorities('pr-5-mix')],
  },
  {
    what: 'PR-5: any way to the target will do, not the shortest',
    file: 'priorities/mix.ts',
    before: '  plan.moves.length < than.moves.length ||',
    after: '  plan.moves.length > than.moves.length ||',
    tests: [priorities('pr-5-mix')],
  },
  {
    what: 'PR-6: renewed a day late',
    file: 'priorities/working-style.ts',
    before:
      '  if (days === null || renewed === undefined || addDays(renewed, days) >= today) return undefined;',
    after:
      '  if (days === null || renewed === undefined || addDays(renewed, days + 1) >= today) return undefined;',
    tests: [priorities('pr-6-pr-7-working-style')],
  },
  {
    what: 'PR-8: a renewal of another quarter counts',
    file: 'priorities/expand-rank.ts',
    before: "  if (renewalDate < from || renewalDate > to) return 'other-quarter';",
    after: "  if (renewalDate < from) return 'other-quarter';",
    tests: [priorities('pr-8-expand-rank')],
  },
  {
    what: 'PR-10: May 2018 still needs an opt-in',
    file: 'priorities/contact.ts',
    before: '  if (addedOn < newFrom) {',
    after: '  if (addedOn <= newFrom) {',
    tests: [priorities('pr-10-contact')],
  },
];
