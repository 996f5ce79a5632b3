import { Dexie } from 'dexie';
import { namesOf } from '../store-error.ts';

/** In words, for the screen that shows when opening failed. */
export const failureText = (error: unknown): string =>
  error instanceof Dexie.DexieError ? `${error.name}: ${error.message}` : String(error);

/** What the engine says of a full disk or of itself being closed is no damage: trying again helps. */
const passing = ['QuotaExceededError', 'DatabaseClosedError'];

/** Whether an error at opening or reading means that the engine cannot give what was stored. */
export const meansDamage = (error: unknown): boolean =>
  (error instanceof Dexie.DexieError || error instanceof DOMException) &&
  !namesOf(error).some((name) => passing.includes(name));
