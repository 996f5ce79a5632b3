import { createContext, use, type ReactNode } from 'react';

/** How words are shown: with links in them, say. */
export type ShowWords = (words: string) => ReactNode;

/** How notes and the descriptions of dialogs show their words; outside of a root as they are. */
export const ShowWordsContext = createContext<ShowWords>((words) => words);

/** Closes the dialog around; `undefined` = there is none, or it closes by itself. */
export const DialogLeaveContext = createContext<(() => void) | undefined>(undefined);

/** For links: what is to be called when one is followed, so that no dialog stays over what it leads to. */
export const useLeaveDialog = (): (() => void) | undefined => use(DialogLeaveContext);
