/** What JSON has no form for, as text: a damaged row may hold anything that the engine can store. */
const spelled = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Map) return [...value.entries()];
  if (value instanceof Set) return [...value];
  return value;
};

/** A row as JSON text, whatever it holds; a row that refers to itself is told as such. */
export function rowText(row: unknown): string {
  if (row === undefined) return 'null';
  try {
    return JSON.stringify(row, spelled);
  } catch {
    return JSON.stringify('This row cannot be written as text.');
  }
}
