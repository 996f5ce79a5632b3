import { createContext, use } from 'react';
import type { OutsideLink } from './outside-link.ts';

/** Shows where a link leads and opens it when the person says so. The only way out of the app. */
export type OpenLink = (link: OutsideLink) => void;

export const OpenLinkContext = createContext<OpenLink | null>(null);

/** @throws outside OpenLinkProvider: a broken invariant. */
export function useOpenLink(): OpenLink {
  const open = use(OpenLinkContext);
  if (open === null) throw new Error('useOpenLink needs OpenLinkProvider around it.');
  return open;
}
