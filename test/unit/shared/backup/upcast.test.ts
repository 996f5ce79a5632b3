import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../src/renderer/store/versions/index.ts';
import type { BackupLine } from '../../../../src/shared/backup/format.ts';
import { upcastLine } from '../../../../src/shared/backup/upcast.ts';

const line: BackupLine = { kind: 'account', id: 'a', values: { name: 'Acme' } };

describe('lines of older stores', () => {
  it.each(Array.from({ length: schemaVersion }, (_, at) => at + 1))('of version %i are read', (from) => {
    expect(upcastLine(line, from, schemaVersion)).toEqual(line);
  });

  it('of newer ones are not', () => {
    expect(() => upcastLine(line, schemaVersion + 1, schemaVersion)).toThrow(/cannot be read/);
  });

  it('of a version without an upcaster are not', () => {
    expect(() => upcastLine(line, 0, schemaVersion)).toThrow(/no upcaster/);
  });
});
