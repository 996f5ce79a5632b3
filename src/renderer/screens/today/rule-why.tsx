import type { InboxItem } from '../../../shared/inbox/inbox-item.ts';
import { explain } from '../../../shared/rule-book/explain.ts';
import { ruleOf } from '../../../shared/rule-book/rules.ts';
import { AccountReceipt, receiptKindOf } from '../../app/receipts/account-receipt.tsx';
import { RuleLink, RuleWords } from '../../app/rule-link.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { Popover } from '../../components/popover.tsx';

/** The rule behind an item: its id, and on a press its words and how it came to this. */
export function RuleWhy({ item, isTabStop }: { readonly item: InboxItem; readonly isTabStop: boolean }) {
  const { rule, accountId } = item;
  const { rules } = useStoreStatus();
  const kind = receiptKindOf(rule);
  return (
    <Popover
      title={`${rule}: ${ruleOf(rule).title}`}
      align="end"
      trigger={
        <button
          type="button"
          className="rule-why"
          tabIndex={isTabStop ? 0 : -1}
          aria-label={`${rule}, why: ${item.name}`}
        >
          {rule}
        </button>
      }
    >
      <p className="rule-why-words">
        <RuleWords text={explain(ruleOf(rule), rules)} /> <RuleLink id={rule} />
      </p>
      {accountId !== null && kind !== null && (
        <div className="rule-why-facts">
          <AccountReceipt id={accountId} kind={kind} />
        </div>
      )}
    </Popover>
  );
}
