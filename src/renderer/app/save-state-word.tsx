import { Check, CircleDashed, CloudAlert } from 'lucide-react';
import { Tooltip } from '../components/tooltip.tsx';
import { openScreen } from './location.ts';
import { dataPath } from './routes.ts';
import { saveStateWords } from './save-state.ts';
import { useSaveState } from './store-context.tsx';

/** Whether what the user did is safe. Always in view, and the way to where it is told in full. */
export function SaveStateWord() {
  const state = useSaveState();
  const { word, tip } = saveStateWords(state);
  return (
    <span role="status" aria-label="Save state">
      <Tooltip content={tip}>
        <a
          href={`#${dataPath}`}
          className="save-state"
          data-kind={state.kind}
          onClick={(event) => {
            event.preventDefault();
            openScreen(dataPath);
          }}
        >
          {state.kind === 'saved' && <Check aria-hidden />}
          {state.kind === 'saving' && <CircleDashed aria-hidden />}
          {state.kind === 'unreachable' && <CloudAlert aria-hidden />}
          <span>{word}</span>
        </a>
      </Tooltip>
    </span>
  );
}
