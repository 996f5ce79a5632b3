import { databaseName } from '../database.ts';

/** The engine's version of a workspace's database, without making one. @throws what the engine throws */
export async function presentVersion(workspaceId: string): Promise<number | undefined> {
  const name = databaseName(workspaceId);
  const found = await indexedDB.databases();
  return found.find((database) => database.name === name)?.version;
}
