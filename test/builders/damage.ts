import type { SeededRandom } from './random.ts';
import type { ListColumn } from './lists/shape.ts';

export const damageKinds = [
  'negative employees',
  'absurd employees',
  'unreadable employees',
  'blank name',
  'over-long cell',
  'short row',
  'long row',
  'garbled text',
] as const;
export type DamageKind = (typeof damageKinds)[number];

/** One damaged cell. `row` counts data rows from 0, `column` is the position in the file's columns. */
export interface Damage {
  readonly row: number;
  readonly column: number;
  readonly kind: DamageKind;
}

export interface DamageOptions {
  /** Chance of each cell to be damaged; a row is damaged once at most, so that causes can be told apart. */
  readonly share: number;
  readonly kinds?: readonly DamageKind[];
}

/** One character more than the importer's limit for a cell, 1 MB (issue: refused inputs). */
export const overLongCharacters = 1_048_577;
/** A list holds this many over-long cells at most; more only cost memory. */
const overLongMost = 2;

const oddLetters = Array.from('~|\\;,"\'<>&%$aZ09 ');

/** Damages `rows` in place and says what was done. */
export function damageRows(
  rows: string[][],
  columns: readonly ListColumn[],
  random: SeededRandom,
  options: DamageOptions,
): Damage[] {
  const done: Damage[] = [];
  let overLong = 0;
  rows.forEach((cells, row) => {
    const column = cells.findIndex(() => random.chance(options.share));
    const definition = columns[column];
    if (!definition) return;
    const kinds = kindsFor(definition, column).filter(
      (kind) =>
        (options.kinds ?? damageKinds).includes(kind) &&
        (kind !== 'over-long cell' || overLong < overLongMost),
    );
    if (kinds.length === 0) return;
    const kind = random.pick(kinds);
    if (kind === 'over-long cell') overLong += 1;
    damageCell(cells, column, kind, random);
    done.push({ row, column, kind });
  });
  return done;
}

function kindsFor(definition: ListColumn, column: number): readonly DamageKind[] {
  if (definition.key?.startsWith('employees') === true) {
    return ['negative employees', 'absurd employees', 'unreadable employees'];
  }
  if (definition.key === 'name') return ['blank name'];
  const anywhere: readonly DamageKind[] = ['long row', 'over-long cell'];
  // A row cut before its first cell would be an empty line.
  const cut: readonly DamageKind[] = column > 0 ? ['short row'] : [];
  const text: readonly DamageKind[] = definition.key === null ? ['garbled text'] : [];
  return [...anywhere, ...cut, ...text];
}

function damageCell(cells: string[], column: number, kind: DamageKind, random: SeededRandom): void {
  switch (kind) {
    case 'negative employees':
      cells[column] = `-${random.int(1, 5000)}`;
      return;
    case 'absurd employees':
      cells[column] = String(random.int(900_000_000, 2_000_000_000) * 1000);
      return;
    case 'unreadable employees':
      cells[column] = random.pick(['about a dozen', '12 or so', '#REF!', '1.2.3', '0x40']);
      return;
    case 'blank name':
      cells[column] = random.pick(['', ' ', '   ']);
      return;
    case 'over-long cell':
      cells[column] = 'x'.repeat(overLongCharacters);
      return;
    case 'short row':
      cells.length = column;
      return;
    case 'long row':
      cells.push('one cell', 'too many');
      return;
    case 'garbled text':
      cells[column] = Array.from({ length: random.int(1, 30) }, () => random.pick(oddLetters)).join('');
  }
}
