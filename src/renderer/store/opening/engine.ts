/** The major version in an engine's name (`Chromium 156.0.8078.79`); `undefined` when it has none. */
const majorOf = (engine: string): number | undefined => {
  const major = /^Chromium (\d+)/.exec(engine)?.[1];
  return major === undefined ? undefined : Number(major);
};

/** Whether a profile was written by a newer engine: an older one takes that for damage and deletes it. */
export function isOlderEngine(own: string, wrote: string): boolean {
  const [ours, theirs] = [majorOf(own), majorOf(wrote)];
  return ours !== undefined && theirs !== undefined && ours < theirs;
}
