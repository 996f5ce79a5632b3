import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What the numbers were measured on; without it they say nothing. */
export interface Machine {
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly browser: string;
  /** Processes waiting for a core over the last minute: other work on the machine shows here. */
  readonly loadBefore: number;
  readonly loadAfter: number;
}

export const loadNow = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

export const machineFacts = (browser: string, loadBefore: number): Machine => ({
  system: `${platform()} ${release()} ${arch()}`,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  browser,
  loadBefore,
  loadAfter: loadNow(),
});
