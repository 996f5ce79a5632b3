import { useState } from 'react';
import type { InboxGroup } from '../../../shared/inbox/inbox-item.ts';

/** What was closed stays closed while the window is open, whichever screen is looked at meanwhile. */
let remembered: ReadonlySet<InboxGroup> = new Set();

/** The groups of Today that show only their heads. */
export function useClosedGroups(): readonly [ReadonlySet<InboxGroup>, (group: InboxGroup) => void] {
  const [closed, setClosed] = useState(remembered);
  const toggle = (group: InboxGroup): void => {
    remembered = closed.symmetricDifference(new Set([group]));
    setClosed(remembered);
  };
  return [closed, toggle];
}
