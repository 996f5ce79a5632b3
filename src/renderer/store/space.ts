import type { HostEvent } from '../../shared/host/contract.ts';
import { label } from '../../shared/rule-book/messages.ts';
import type { StoreError } from './api.ts';

/** What the host says about the disk; `null` = there is enough. */
export type LowSpace = Extract<HostEvent, { kind: 'space' }>['low'];

/** Why nothing is written below the floor: a full disk makes the engine lose all of it. */
export const lowSpaceError = ({ freeBytes, floorBytes }: NonNullable<LowSpace>): StoreError => ({
  code: 'low-space',
  message: label('store.low-space', { free: megabytes(freeBytes), floor: megabytes(floorBytes) }),
});

const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000);
