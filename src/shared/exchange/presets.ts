import type { CustomField } from '../workspace/workspace.ts';
import { aliasOf } from './aliases.ts';
import { columnDefinition, columnDefinitions, type ColumnKey } from './columns.ts';
import { labelKey } from './custom-keys.ts';
import { customSuffix } from './headers.ts';

export type PresetName = 'account-research-fields' | 'segment-review' | 'everything' | 'territory-mapping';

export interface Preset {
  readonly name: PresetName;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
}

export const presets: readonly Preset[] = [
  {
    name: 'account-research-fields',
    title: 'Account research fields',
    purpose: 'What a BDR keeps on an account, in the columns that a CRM import expects.',
  },
  {
    name: 'segment-review',
    title: 'Segment review',
    purpose:
      'Accounts whose segment would change by a proposed count or by new data, or for which another place is proposed (SEG-4).',
  },
  {
    name: 'everything',
    title: 'Everything',
    purpose: 'Every field of every account, custom fields included.',
  },
  {
    name: 'territory-mapping',
    title: 'Territory mapping',
    purpose: 'The rows of the mapping in force (TER-1). Importing the file again changes nothing.',
  },
];

/** EX-5: these columns in this order, under these headers. */
const accountResearchFields: readonly (readonly [header: string, key: ColumnKey])[] = [
  ['CRM id', 'crmId'],
  ['Account Name', 'name'],
  ['Website', 'website'],
  ['BDR Assigned', 'bdrAssigned'],
  ['Account Owner', 'owner'],
  ['BDR Prospecting Status', 'status'],
  ['Actively Working Start Date', 'stints'],
  ['Priority', 'priority'],
  ['Account Research', 'accountResearch'],
  ['Account Strategy', 'accountStrategy'],
  ['BDR Next Step', 'bdrNextStep'],
  ['BDR Next Step Date', 'bdrNextStepDate'],
];

/** SEG-4: by what an account is recognised, what its segment is decided by, and what is proposed instead. */
const segmentReviewFields: readonly ColumnKey[] = [
  'crmId',
  'name',
  'website',
  'owner',
  'bdrAssigned',
  'employeesOverride',
  'employeesZoomInfo',
  'employeesDataFox',
  'employeesImported',
  'segmentConfirmed',
  'segmentDeclined',
  'proposedEmployees',
  'proposedEmployeesSource',
  'proposedState',
  'proposedPostalCode',
  'proposedCountry',
  'proposedPlaceSource',
];

export type ExportColumn =
  | { readonly header: string; readonly kind: 'field'; readonly key: ColumnKey }
  | { readonly header: string; readonly kind: 'custom'; readonly key: string };

/** The columns of an export of accounts in their order. */
export function exportColumns(
  preset: Exclude<PresetName, 'territory-mapping'>,
  customFields: readonly CustomField[],
): ExportColumn[] {
  if (preset === 'account-research-fields') {
    return accountResearchFields.map(([header, key]) => ({ header, kind: 'field', key }));
  }
  if (preset === 'segment-review') {
    return segmentReviewFields.map((key) => ({ header: columnDefinition(key).label, kind: 'field', key }));
  }
  return [
    ...columnDefinitions.map(({ key, label }): ExportColumn => ({ header: label, kind: 'field', key })),
    ...customFields.map(({ key, label }): ExportColumn => ({
      header: customHeader(label),
      kind: 'custom',
      key,
    })),
  ];
}

const ownLabels = new Set(columnDefinitions.map(({ label }) => labelKey(label)));

/** A custom field that is called like one of the app's own must not be taken for it on the way back. */
function customHeader(label: string): string {
  const mistaken = ownLabels.has(labelKey(label)) || aliasOf(label) !== undefined;
  return mistaken || label.endsWith(customSuffix) ? label + customSuffix : label;
}

/** `groundwork-account-research-fields-2026-11-21.csv` */
export const exportFileName = (preset: PresetName, today: string): string =>
  `groundwork-${preset}-${today}.csv`;
