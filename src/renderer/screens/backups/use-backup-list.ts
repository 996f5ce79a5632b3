import { useEffect, useState } from 'react';
import type { HostResponse } from '../../../shared/host/contract.ts';
import type { Platform } from '../../platform/platform.ts';
import type { StoreClient } from '../../store/api.ts';

type BackupList = HostResponse<'backup.list'>;

export interface ListedBackups {
  /** `null` until the host answered. */
  readonly list: BackupList | null;
  /** Why there is no list, in words. */
  readonly problem: string | null;
}

/** The backups that the host keeps of a workspace; asked for again when one was made. */
export function useBackupList(
  platform: Platform,
  workspaceId: string,
  store?: Pick<StoreClient, 'backups'>,
): ListedBackups {
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<ListedBackups>({
    list: null,
    problem: null,
  });
  useEffect(() => {
    let current = true;
    void platform.call('backup.list', { workspaceId }).then((found) => {
      if (!current) return;
      if (found.ok) setAnswer({ list: found.value, problem: null });
      else setAnswer((before) => ({ list: before.list, problem: found.error.message }));
    });
    return () => {
      current = false;
    };
  }, [platform, workspaceId, turn]);
  useEffect(() => {
    if (store === undefined) return undefined;
    return store.backups.subscribe(() => setTurn((before) => before + 1));
  }, [store]);
  return answer;
}
