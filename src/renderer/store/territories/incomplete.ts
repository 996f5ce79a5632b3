import { label } from '../../../shared/rule-book/messages.ts';
import type { Receipt } from '../../../shared/rule-book/receipt.ts';

/**
 * TER-1: a receipt of a decision by a mapping of which rows are missing says so first. No decision by the
 * mapping is sure then: a closer rule may be among them.
 */
export const toldIncomplete = (receipt: Receipt, missingRows: number): Receipt =>
  missingRows === 0
    ? receipt
    : { ...receipt, facts: [label('territory.fact.incomplete', { count: missingRows }), ...receipt.facts] };
