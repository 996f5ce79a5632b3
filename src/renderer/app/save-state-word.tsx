import { Check, CircleDashed, CloudAlert } from 'lucide-react';
import { Tooltip } from '../components/tooltip.tsx';
import type { SaveState } from '../store/api.ts';
import { useSaveState } from './store-context.tsx';
import { count } from './words.ts';

const words = (state: SaveState): { readonly word: string; readonly tip: string } => {
  switch (state.kind) {
    case 'saved':
      return { word: 'Saved', tip: 'Everything is in the store and in the journal on disk.' };
    case 'saving':
      return { word: 'Saving…', tip: `${count(state.pending, 'change')} on the way to the journal.` };
    case 'unreachable':
      return {
        word: 'Not reaching the host',
        tip: `${state.message} ${count(state.pending, 'change')} wait in this window; they are written as soon as it answers.`,
      };
  }
};

/** Whether what the user did is safe. Always in view; only trouble is worth more than a word. */
export function SaveStateWord() {
  const state = useSaveState();
  const { word, tip } = words(state);
  return (
    <Tooltip content={tip}>
      <span className="save-state" data-kind={state.kind} role="status" aria-label="Save state">
        {state.kind === 'saved' && <Check aria-hidden />}
        {state.kind === 'saving' && <CircleDashed aria-hidden />}
        {state.kind === 'unreachable' && <CloudAlert aria-hidden />}
        <span>{word}</span>
      </span>
    </Tooltip>
  );
}
