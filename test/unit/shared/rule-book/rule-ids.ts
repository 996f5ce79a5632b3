/**
 * Every rule of the domain by section, as `domain.md` lists them; a test compares the two where that file is
 * found. `AW-0` is ours: the unnumbered list of moves that opens section 5.
 */
export const domainRules: Readonly<Record<string, readonly string[]>> = {
  '0. Clocks': ['CLK-1', 'CLK-2', 'CLK-3', 'CLK-4'],
  '3. Segmentation': ['SEG-1', 'SEG-2', 'SEG-3', 'SEG-4', 'SEG-5', 'SEG-6'],
  '4. Territories and ownership': [
    'TER-1',
    'TER-2',
    'TER-3',
    'TER-4',
    'TER-5',
    'TER-6',
    'TER-7',
    'TER-8',
    'TER-9',
    'TER-10',
    'TER-11',
  ],
  '5. Statuses and Actively Working': [
    'AW-1',
    'AW-2',
    'AW-3',
    'AW-4',
    'AW-5',
    'AW-6',
    'AW-7',
    'AW-3x',
    'AW-8',
    'AW-9',
    'AW-10',
    'AW-11',
    'AW-12',
    'AW-13',
    'AW-14',
    'AW-15',
  ],
  '6. ICP notes, scoring and Priority': [
    'PR-1',
    'PR-2',
    'PR-3',
    'PR-4',
    'PR-5',
    'PR-6',
    'PR-7',
    'PR-8',
    'PR-9',
    'PR-10',
  ],
  '7. The week': ['WK-1', 'WK-2', 'WK-3', 'WK-4', 'WK-5', 'WK-6', 'WK-7'],
  '8. The weekly 1:1': ['MT-1', 'MT-2', 'MT-3', 'MT-4', 'MT-5', 'MT-6'],
  '9. Handoff to the AE': ['HO-1', 'HO-2', 'HO-3', 'HO-4', 'HO-5', 'HO-6', 'HO-7'],
  '10. Who works this lead?': ['ROE-1', 'ROE-2', 'ROE-3', 'ROE-4', 'ROE-5', 'ROE-6'],
  '12. Coming and going of data': ['EX-1', 'EX-2', 'EX-3', 'EX-4', 'EX-5', 'EX-6', 'EX-7', 'SY-1', 'SY-2'],
};

/** Rules that Groundwork does not decide by yet. Whoever builds one takes it out of here. */
export const notBuiltYet: ReadonlySet<string> = new Set([
  ...(domainRules['7. The week'] ?? []).filter((id) => id !== 'WK-1'),
  ...(domainRules['8. The weekly 1:1'] ?? []),
  ...(domainRules['9. Handoff to the AE'] ?? []),
  'EX-1',
  'SY-1',
  'SY-2',
]);

/** The rules that the rule table holds, in its order. */
export const builtRules: readonly string[] = Object.values(domainRules)
  .flatMap((ids) => (ids[0] === 'AW-1' ? ['AW-0', ...ids] : ids))
  .filter((id) => !notBuiltYet.has(id));
