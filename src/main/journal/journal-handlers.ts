import type { HostHandlers } from '../../shared/host/handlers.ts';
import { ok } from '../../shared/result.ts';
import type { OfKnown } from '../workspaces/of-known.ts';
import type { Journals } from './journals.ts';

type JournalOperation = Extract<keyof HostHandlers, `journal.${string}`>;

/** The operations about journals. */
export function journalHandlers(journals: Journals, ofKnown: OfKnown): Pick<HostHandlers, JournalOperation> {
  return {
    'journal.append': (request) =>
      ofKnown(request.workspaceId, () => journals.of(request.workspaceId).append(request)),
    'journal.status': ({ workspaceId }) =>
      ofKnown(workspaceId, async () => ok(await journals.of(workspaceId).status())),
    'journal.verify': ({ workspaceId }, context) =>
      ofKnown(workspaceId, () => journals.of(workspaceId).verify(context)),
    'journal.read': (request) =>
      ofKnown(request.workspaceId, async () => ok(await journals.of(request.workspaceId).read(request))),
    'journal.sum': ({ workspaceId, n }) =>
      ofKnown(workspaceId, async () => ok({ sha256: await journals.of(workspaceId).sum(n) })),
  };
}
