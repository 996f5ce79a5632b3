/** Where `used` stands to `limit`; the word says it, the bar shows it. */
export type MeterLevel = 'free' | 'near' | 'full' | 'over';

export const meterLevel = (used: number, limit: number): MeterLevel =>
  used > limit ? 'over' : used === limit ? 'full' : used >= limit * 0.9 ? 'near' : 'free';
