const monthName = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** The months by number, `1` to `12`. */
export const months: readonly { readonly value: string; readonly label: string }[] = Array.from(
  { length: 12 },
  (_, index) => ({
    value: String(index + 1),
    label: monthName.format(Date.UTC(2024, index, 1)),
  }),
);

/** Every zone this engine knows, with the present one even if it goes by an older name. */
export function timeZones(present: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  const all = known.includes('UTC') ? known : ['UTC', ...known];
  return all.includes(present) ? all : [present, ...all];
}
