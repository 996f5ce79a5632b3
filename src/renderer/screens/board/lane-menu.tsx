import { Rows3 } from 'lucide-react';
import type { LaneKind } from '../../../shared/views/board-shown.ts';
import { withRules } from '../../app/rule-entries.tsx';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';

const kinds = ['none', 'owner', 'territory'] as const satisfies readonly LaneKind[];

const words: Record<LaneKind, { readonly name: string; readonly short: string; readonly hint?: string }> = {
  none: { name: 'No lanes', short: 'none' },
  owner: { name: 'By AE', short: 'by AE', hint: 'The account owner' },
  territory: { name: 'By territory', short: 'by territory', hint: 'Of the mapping in force (TER-7)' },
};

/** Chooses what the board makes lanes of. */
export function LaneMenu({
  kind,
  withTerritories,
  onChange,
}: {
  readonly kind: LaneKind;
  /** A mapping is in force. */
  readonly withTerritories: boolean;
  readonly onChange: (kind: LaneKind) => void;
}) {
  const offered = kinds.filter((one) => withTerritories || one !== 'territory');
  return (
    <Menu
      label="Lanes of the board"
      trigger={
        <Button variant="quiet" icon={<Rows3 aria-hidden />}>
          Lanes: {words[kind].short}
        </Button>
      }
      entries={withRules(
        offered.map((one) => {
          const { name, hint } = words[one];
          return {
            kind: 'item',
            id: one,
            label: name,
            ...(hint === undefined ? {} : { hint }),
            checked: one === kind,
            onSelect: () => onChange(one),
          };
        }),
      )}
    />
  );
}
