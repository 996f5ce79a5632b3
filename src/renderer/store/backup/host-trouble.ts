import type { HostError } from '../../../shared/host/contract.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { StoreError } from '../api.ts';

/** What a refusal of the host means to who asked the store; its words say what to do. */
export const hostTrouble = ({ code, message }: HostError): StoreError => ({
  code: code === 'low-space' || code === 'disk-full' ? 'low-space' : code === 'cancelled' ? code : 'host',
  message: label('store.host', { what: message }),
});
