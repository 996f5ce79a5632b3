import type { ImpactChoice } from '../../store/questions/questions.ts';

/** Which lines of an impact change hands: all but some, or only some. */
export interface Ticks {
  readonly all: boolean;
  readonly except: ReadonlySet<string>;
}

export const everyLine: Ticks = { all: true, except: new Set() };
export const noLine: Ticks = { all: false, except: new Set() };

export const choiceOf = ({ all, except }: Ticks): ImpactChoice =>
  all ? { except: [...except] } : { only: [...except] };

export const isTicked = ({ all, except }: Ticks, id: string): boolean => all !== except.has(id);

/** The other way round for one line. */
export function turned({ all, except }: Ticks, id: string): Ticks {
  const next = new Set(except);
  if (!next.delete(id)) next.add(id);
  return { all, except: next };
}

/** How many of so many lines are ticked. */
export const tickedOf = ({ all, except }: Ticks, lines: number): number =>
  all ? lines - except.size : except.size;
