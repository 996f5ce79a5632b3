import { pathOf } from './routes.ts';
import { useAnswer } from './use-answer.ts';
import { count } from './words.ts';
import './rule-link.css';

/** PR-5 in a word: whether the mix of Priorities needs changes; leads to them. */
export function MixLink() {
  const proposal = useAnswer('mix', null);
  if (proposal === null || proposal.mix.counted === 0) return null;
  const { changes, shortfall } = proposal;
  const state =
    changes.length > 0
      ? count(changes.length, 'change')
      : shortfall > 0
        ? `${shortfall.toLocaleString()} short`
        : 'as it should be';
  return (
    <a className="rule-link muted" href={`#${pathOf('rules')}/mix`}>
      Mix of Priorities: {state}
    </a>
  );
}
