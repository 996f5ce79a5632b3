import { useState, type ReactElement } from 'react';
import type { Receipt } from '../../../shared/rule-book/receipt.ts';
import type { RuleId } from '../../../shared/rule-book/rule-ids.ts';
import { Popover } from '../../components/popover.tsx';
import { Skeleton } from '../../components/states.tsx';
import type { AccountReceipts } from '../../store/questions/questions.ts';
import { useAnswer } from '../use-answer.ts';
import { ReceiptView } from './receipt-view.tsx';

/** What of an account has a receipt. */
export type ReceiptKind = Exclude<keyof AccountReceipts, 'settingsFrom'>;

/** The receipt that tells about a rule; `null` = none of an account's does. */
export function receiptKindOf(rule: RuleId): ReceiptKind | null {
  if (rule === 'SEG-5') return 'motion';
  if (rule.startsWith('SEG-')) return 'segment';
  if (rule.startsWith('TER-')) return 'territory';
  if (rule.startsWith('AW-')) return 'clocks';
  return rule.startsWith('PR-') ? 'priority' : null;
}

/** Opens the receipt of a decision about an account, by pointer and keyboard; it is asked for when it opens. */
export function ReceiptPopover({
  id,
  kind,
  title,
  trigger,
}: {
  readonly id: string;
  readonly kind: ReceiptKind;
  readonly title: string;
  readonly trigger: ReactElement;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Popover title={title} trigger={trigger} open={open} onOpenChange={setOpen}>
      {open && <AccountReceipt id={id} kind={kind} />}
    </Popover>
  );
}

/** The receipt of one decision about an account. */
export function AccountReceipt({ id, kind }: { readonly id: string; readonly kind: ReceiptKind }) {
  const receipts = useAnswer('receipts', { id });
  if (receipts === null) return <Skeleton rows={4} label="Working out why" />;
  const receipt: Receipt | null = receipts[kind];
  return receipt === null ? (
    <p className="muted">Nothing is decided here for now.</p>
  ) : (
    <ReceiptView receipt={receipt} settingsFrom={receipts.settingsFrom} />
  );
}
