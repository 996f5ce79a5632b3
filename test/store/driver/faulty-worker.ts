import { schemaVersions } from '../../../src/renderer/store/versions/index.ts';
import type { FromStore } from '../../../src/renderer/store/protocol.ts';
import type { SchemaVersion } from '../../../src/renderer/store/versions/version.ts';
import { serveStore } from '../../../src/renderer/workers/serve-store.ts';
import type { UpgradeFault } from './faulty-worker-port.ts';

/** Rows of history that a slow upgrade writes anew, again and again: a transaction that stays open. */
const rounds = 100_000;

const faults: Record<UpgradeFault, NonNullable<SchemaVersion['upgrade']>> = {
  fails: async (transaction) => {
    await transaction.table('accounts').toCollection().delete();
    throw new Error('This upgrade fails.');
  },
  hangs: async (transaction) => {
    await transaction.table('accounts').toCollection().delete();
    const told: FromStore = { kind: 'progress', progress: { what: 'upgrade', done: 1, of: 1 } };
    self.postMessage(told);
    for (let round = 0; round < rounds; round += 1) await transaction.table('meta').count();
  },
};

const fault = self.name as UpgradeFault;
const last = schemaVersions.at(-1);
if (last) serveStore([...schemaVersions.slice(0, -1), { ...last, upgrade: faults[fault] }]);
