import type { SaveState } from '../store/api.ts';
import { count } from './words.ts';

/** The save state as a word and as a sentence. */
export function saveStateWords(state: SaveState): { readonly word: string; readonly tip: string } {
  switch (state.kind) {
    case 'saved':
      return { word: 'Saved', tip: 'Everything is in the store and in the journal on disk.' };
    case 'saving':
      return { word: 'Saving…', tip: `${count(state.pending, 'change')} on the way to the journal.` };
    case 'unreachable':
      return {
        word: state.isRefused ? 'Journal not written' : 'Not reaching the host',
        tip: `${state.message} ${count(state.pending, 'change')} ${state.pending === 1 ? 'waits' : 'wait'} in this window; ${state.pending === 1 ? 'it is' : 'they are'} written as soon as ${state.isRefused ? 'that is mended' : 'it answers'}.`,
      };
  }
}
