import { useSharedFilter } from '../../app/filter-context.tsx';
import { openScreen } from '../../app/location.ts';
import { pathOf } from '../../app/routes.ts';

/** A territory or BDR by its name, '' = the accounts that have none; opens the list of its accounts. */
export function CoverageLink({ by, of }: { readonly by: 'territory' | 'bdr'; readonly of: string }) {
  const { setFilter } = useSharedFilter();
  const name = of === '' ? (by === 'bdr' ? 'Nobody' : 'No territory') : of;
  const field = by === 'bdr' ? 'rule.coveredBy' : 'rule.territory';
  return (
    <button
      type="button"
      className="link-button truncate"
      aria-label={`Accounts of ${name}`}
      onClick={() => {
        setFilter({ conditions: [{ field, kind: 'is', values: [of] }] });
        openScreen(pathOf('accounts'));
      }}
    >
      {name}
    </button>
  );
}
