import { useEffect, useRef, useState } from 'react';
import type { Label } from '../../../shared/history/change-set.ts';
import type { BackupEntry } from '../../../shared/host/contract.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { Platform } from '../../platform/platform.ts';
import { takeIn } from '../../workers/backup-file/client.ts';
import { lookAt } from '../../workers/backup-file/file-look.ts';

/** Where a file from elsewhere stands on its way to the host. */
export type FileState =
  | { readonly kind: 'choose'; readonly problem: Label | null }
  | { readonly kind: 'locked'; readonly file: File; readonly problem: Label | null }
  | { readonly kind: 'taking'; readonly file: File; readonly done: number; readonly of: number };

export interface BackupFile {
  readonly state: FileState;
  readonly choose: (files: readonly File[]) => void;
  /** Tries a passphrase on the locked file. */
  readonly open: (passphrase: string) => void;
  /** Leaves the file and what is under way. */
  readonly leave: () => void;
}

/** Takes a backup file in: asks for a passphrase where it is locked, and hands over what the host made of it. */
export function useBackupFile(platform: Platform, onTaken: (entry: BackupEntry) => void): BackupFile {
  const [state, setState] = useState<FileState>({ kind: 'choose', problem: null });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const take = async (file: File, passphrase: string | null): Promise<void> => {
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    setState({ kind: 'taking', file, done: 0, of: file.size });
    const answer = await takeIn(
      platform,
      { file, passphrase },
      {
        signal: controller.signal,
        onProgress: (done, of) => {
          if (!controller.signal.aborted) setState({ kind: 'taking', file, done, of });
        },
      },
    );
    if (controller.signal.aborted) return;
    running.current = null;
    if (answer.ok) {
      setState({ kind: 'choose', problem: null });
      onTaken(answer.value);
    } else if (answer.error.id === 'backup-file.wrong-passphrase') {
      setState({ kind: 'locked', file, problem: answer.error });
    } else setState({ kind: 'choose', problem: answer.error });
  };
  const look = async (file: File): Promise<void> => {
    const found = await lookAt(file).catch(() => null);
    if (found === null) {
      setState({ kind: 'choose', problem: label('backup-file.unreadable', { what: file.name }) });
    } else if (found === 'locked') setState({ kind: 'locked', file, problem: null });
    else await take(file, null);
  };
  return {
    state,
    choose: (files) => {
      const [file, ...more] = files;
      if (file === undefined) return;
      if (more.length > 0) {
        setState({ kind: 'choose', problem: label('backup-file.several', { count: files.length }) });
      } else void look(file);
    },
    open: (passphrase) => {
      if (state.kind === 'locked') void take(state.file, passphrase);
    },
    leave: () => {
      running.current?.abort();
      running.current = null;
      setState({ kind: 'choose', problem: null });
    },
  };
}
