import { inspectAccount } from '../../app/location.ts';
import { SegmentTag, StatusMark } from '../../app/marks.tsx';
import type { AccountDetail } from '../../store/api.ts';

/** The hierarchy, top first; each other member opens in this panel. */
export function Family({ detail }: { readonly detail: AccountDetail }) {
  return (
    <section className="panel-group" aria-label="Hierarchy">
      <div className="panel-group-head">
        <h3>Hierarchy</h3>
      </div>
      <ul className="family">
        {detail.family.map((member) => {
          const here = member.id === detail.account.id;
          return (
            <li key={member.id} style={{ paddingLeft: `${Math.min(member.depth, 8) * 14}px` }}>
              <button
                type="button"
                className="family-member"
                aria-current={here ? 'true' : undefined}
                onClick={() => inspectAccount(member.id)}
              >
                <StatusMark status={member.status} named />
                <span className="truncate">{member.name}</span>
                <SegmentTag segment={member.segment} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
