import { startLoopbackHost } from '../../src/main/loopback-shell/host.ts';

/** A host in a process of its own, for tests that kill it: data folder, port, page. Prints its address. */
const [dataDir = '', port = '0', appDir = ''] = process.argv.slice(2);
const host = await startLoopbackHost({ dataDir, port: Number(port), appDir });
console.log(host.address);
