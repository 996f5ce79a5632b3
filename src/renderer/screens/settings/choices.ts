/** Every zone this engine knows, with the present one even if it goes by an older name. */
export function timeZones(present: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  const all = known.includes('UTC') ? known : ['UTC', ...known];
  return all.includes(present) ? all : [present, ...all];
}
