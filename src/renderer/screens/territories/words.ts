import type { MappingColumn } from '../../../shared/territories/mapping-columns.ts';
import { columnLabel, mappingColumns } from '../../../shared/territories/mapping-columns.ts';
import type { MappingChange, TerritoryDiff } from '../../../shared/territories/diff-mappings.ts';
import { count } from '../../app/words.ts';
import type { ImpactKind, ImpactTotals } from '../../store/questions/questions.ts';

export const columnOptions: readonly { readonly value: MappingColumn | 'none'; readonly label: string }[] = [
  { value: 'none', label: 'Not used' },
  ...mappingColumns.map((value) => ({ value, label: columnLabel(value) })),
];

export const impactKindNames: Readonly<Record<ImpactKind, string>> = {
  hands: 'Another BDR',
  working: 'Another BDR while Actively Working',
  owner: 'Another AE',
  territory: 'Another territory',
  choices: 'Several AEs to choose from',
  unassigned: 'No BDR row',
  open: 'Conflict or gap',
};

/** What an impact comes to, in one sentence. */
export function impactSum(totals: ImpactTotals): string {
  const { lines, unchanged, hands, working, owner, territory, leftOpen } = totals;
  const left =
    leftOpen === 0
      ? ''
      : ` ${count(leftOpen, 'account')} ${leftOpen === 1 ? 'is' : 'are'} in no territory or in several alike, for the work list.`;
  if (lines === 0) return `Nothing changes for any of ${count(unchanged, 'account')}.${left}`;
  return (
    `${count(lines, 'account')} ${lines === 1 ? 'changes' : 'change'}: ${hands.toLocaleString()} to another BDR ` +
    `(${working.toLocaleString()} of them Actively Working), ${owner.toLocaleString()} to another AE, ` +
    `${territory.toLocaleString()} to another territory. ${count(unchanged, 'account')} stay as they are.${left}`
  );
}

const kindWords = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;
export const diffKindName = (kind: TerritoryDiff['kind']): string => kindWords[kind];

const partNames: Readonly<Record<MappingChange['what'], string>> = {
  segments: 'Segment',
  region: 'Region',
  area: 'Area',
  vertical: 'Vertical',
  countries: 'Countries',
  states: 'States',
  postalPrefixes: 'Postal prefixes',
  namedAccounts: 'Named accounts',
  bdr: 'BDR',
  tier: 'Tier',
  languages: 'Languages',
};

const shown = (text: string, blank: string): string => (text === '' ? blank : text);

/** Items of a list that are told; of the others their number. */
const mostItems = 8;

function listText(items: readonly string[]): string {
  const rest = items.length - mostItems;
  return items.slice(0, mostItems).join(', ') + (rest > 0 ? ` and ${rest.toLocaleString()} more` : '');
}

/** "BDR for Land: Ann Lee → Ben Ito", "Countries: + DE, FR; − ES". */
export function changeText(change: MappingChange): string {
  const name = partNames[change.what];
  if ('added' in change) {
    const parts = [
      ...(change.added.length > 0 ? [`+ ${listText(change.added)}`] : []),
      ...(change.removed.length > 0 ? [`− ${listText(change.removed)}`] : []),
    ];
    return `${name}: ${parts.join('; ')}`;
  }
  const blank = change.what === 'bdr' ? 'nobody' : change.what === 'segments' ? 'every segment' : 'none';
  const seat = 'seat' in change && change.seat !== '' ? ` for ${change.seat}` : '';
  return `${name}${seat}: ${shown(change.from, blank)} → ${shown(change.to, blank)}`;
}

/** How far a share is from the mean, in words: colour and length are not all that tells it. */
export function balanceWord(share: number | null): string {
  if (share === null) return '';
  if (share === 0) return 'nothing';
  if (share < 0.5) return 'far below';
  if (share < 0.8) return 'below';
  if (share <= 1.25) return 'even';
  return share <= 2 ? 'above' : 'far above';
}

export const shareText = (share: number | null): string =>
  share === null ? '–' : `${share.toLocaleString('en', { maximumFractionDigits: 2 })} ×`;
