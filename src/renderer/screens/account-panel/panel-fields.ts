import type { Account } from '../../../shared/accounts/account.ts';
import {
  accountFields,
  fieldGroups,
  type FieldDefinition,
  type FieldGroup,
} from '../../../shared/accounts/fields.ts';
import { fieldText, type EditableKey } from '../../app/field-text.ts';

export type PanelField = FieldDefinition & { readonly key: EditableKey };

/** Shown in the header, not among the fields. */
const inHeader = new Set(['name', 'status', 'priority']);
/** The four BDR fields (AW-9): worth a row even while blank. */
const always = new Set(['accountResearch', 'accountStrategy', 'bdrNextStep', 'bdrNextStepDate']);

const isPanelField = (field: FieldDefinition): field is PanelField =>
  field.key !== 'stints' &&
  field.key !== 'custom' &&
  field.key !== 'parentId' &&
  field.key !== 'rank' &&
  !inHeader.has(field.key);

export interface PanelGroup {
  readonly group: FieldGroup;
  /** Filled ones, and those that are always shown. */
  readonly shown: readonly PanelField[];
  /** Blank ones that can be added. */
  readonly addable: readonly PanelField[];
}

export const groupNames: Record<FieldGroup, string> = {
  identity: 'Company',
  planning: 'Planning',
  people: 'People of ours',
  size: 'Size',
  signals: 'Signals',
  place: 'Place',
};

/** The panel's groups for an account: planning first, because that is what a BDR fills in. */
export function panelGroups(account: Account): readonly PanelGroup[] {
  const order: readonly FieldGroup[] = ['planning', ...fieldGroups.filter((group) => group !== 'planning')];
  return order.map((group) => {
    const fields = accountFields.filter(isPanelField).filter((field) => field.group === group);
    const isFilled = (field: PanelField): boolean => fieldText(account, field.key) !== '';
    return {
      group,
      shown: fields.filter((field) => always.has(field.key) || isFilled(field)),
      addable: fields.filter(
        (field) => !always.has(field.key) && !isFilled(field) && field.derivedByCommands !== true,
      ),
    };
  });
}
