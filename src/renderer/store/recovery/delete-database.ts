import { label } from '../../../shared/rule-book/messages.ts';
import { databaseName } from '../database.ts';
import { Refused } from '../store-error.ts';

/** How long another window may take to close its connection, in milliseconds. */
const patience = 5000;

/**
 * Deletes what is in this browser's storage of a workspace.
 * @throws Refused when another window does not let go of it; what the engine throws
 */
export function deleteDatabase(workspaceId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const request = indexedDB.deleteDatabase(databaseName(workspaceId));
    request.onblocked = () => {
      timer ??= setTimeout(
        () => reject(new Refused({ code: 'closed', message: label('store.still-held') })),
        patience,
      );
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve();
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error ?? new Error('The storage was not deleted.'));
    };
  });
}
