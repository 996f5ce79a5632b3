/**
 * The first file that runs. Plain JavaScript: it must be able to say, in a Node too old for the rest, which
 * command mends that. Node runs TypeScript by itself from 22.18 on.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

if (process.features.typescript) {
  await import('./start.ts');
} else {
  const root = join(import.meta.dirname, '..', '..');
  const ownNode = existsSync(join(root, 'node_modules', '.bin', 'node'));
  console.error(
    `Groundwork needs Node 22.18 or newer to start; this is Node ${process.versions.node}.\n` +
      (ownNode
        ? 'A newer one is installed beside it: start with "npm start" instead.'
        : 'Run "npm ci", which brings one along, then "npm start"; or install Node 24 from https://nodejs.org.'),
  );
  process.exitCode = 1;
}
