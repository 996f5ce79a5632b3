import type { HostError } from '../shared/host/contract.ts';

/** The `code` of a Node system error (`ENOENT`, ...); undefined for anything else. */
export const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** A file operation's failure in words for a person. Holds no path: it may cross to the page. */
export function hostErrorOf(error: unknown): HostError {
  switch (errnoOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        code: 'disk-full',
        message: 'The disk is full. Free some space; what is not saved yet is kept and sent again.',
      };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'read-only',
        message: 'Groundwork may not write to its data folder. Make that folder writable for your user.',
      };
    default:
      return {
        code: 'internal',
        message: 'Something went wrong on this machine. The log in the data folder has the details.',
      };
  }
}
