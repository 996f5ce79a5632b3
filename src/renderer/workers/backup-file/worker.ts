import { createWorkerPlatform } from '../../platform/worker-platform.ts';
import { createHostRelay, type HostCalls } from '../../store/host-relay.ts';
import { copyOut, type OnBytes } from './copy-out.ts';
import type { FileJob, FileJobResults, FromBackupFile, ToBackupFile } from './protocol.ts';
import { takeIn } from './take-in.ts';

const tell = (message: FromBackupFile): void => self.postMessage(message);
const relay = createHostRelay(tell);
const onBytes: OnBytes = (done, of) => tell({ kind: 'progress', done, of });

const work = (host: HostCalls, job: FileJob): Promise<FileJobResults[FileJob['kind']]> =>
  job.kind === 'copyOut' ? copyOut(host, job, onBytes) : takeIn(host, job.file, job.passphrase, onBytes);

self.addEventListener('message', ({ data }: MessageEvent<ToBackupFile>) => {
  if (data.kind === 'hostAnswer') {
    relay.answered(data.id, data.answer);
    return;
  }
  const host = data.access === null ? relay : createWorkerPlatform(data.access);
  void work(host, data.job).then((result) => tell({ kind: 'done', result }));
});
