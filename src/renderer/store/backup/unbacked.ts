import type { GroundworkDatabase } from '../database.ts';
import { changeSetLine, packLine } from '../journal-lines.ts';
import { pause } from '../pause.ts';

const atATime = 50;

/**
 * About how many characters of journal the change sets after `after` up to `through` are.
 * @param enough where counting may end
 */
export async function charactersIn(
  database: GroundworkDatabase,
  { after, through, enough }: { readonly after: number; readonly through: number; readonly enough: number },
): Promise<number> {
  let characters = 0;
  for (let at = after; at < through && characters < enough; at += atATime) {
    const rows = await database.changeSets
      .where('n')
      .between(at, Math.min(at + atATime, through), false, true)
      .toArray();
    for (const row of rows) {
      characters += changeSetLine(row).body.length;
      // The packs of a change set are alike: one tells of all.
      const pack = row.packs === undefined ? undefined : await database.changePacks.get([row.n, 0]);
      if (pack) characters += packLine(pack).body.length * (row.packs ?? 0);
    }
    await pause();
  }
  return characters;
}
