import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesText, refusedLicences, shippedPackages } from './third-party-notices.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * electron-builder calls it by name before it packs: writes the notices that electron-builder.yml takes along.
 * @throws Error when a package has a licence that may not be shipped
 */
export function beforePack(): void {
  const packages = shippedPackages(root);
  const refused = refusedLicences(packages);
  if (refused.length > 0) throw new Error(`These licences may not be shipped: ${refused.join(', ')}.`);
  writeFileSync(join(root, 'out', 'THIRD-PARTY-NOTICES.txt'), noticesText(packages));
}
