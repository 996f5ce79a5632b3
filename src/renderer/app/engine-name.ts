/** The browser engine and its version, e.g. `Chromium 156.0.8078.79`: the sentinel keeps it. */
export function engineName(): string {
  const found = /Chrom(?:e|ium)\/([\d.]+)/.exec(navigator.userAgent)?.[1];
  return found === undefined ? navigator.userAgent.slice(0, 100) : `Chromium ${found}`;
}
