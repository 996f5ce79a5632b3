import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { seededRandom } from '../builders/random.ts';
import { beginWorkspace, startApp, type AppHome } from './app.ts';
import { onlyPage, openBrowser } from './browser.ts';
import { startFloorServer, type FloorServer } from './floor-server.ts';
import { importThroughUi, writeList, type ListFile } from './import-list.ts';

/** What the jobs share: folders, floors, and books that were imported once. */
export interface Bench {
  /** Everything that the run writes but its report; up to a gigabyte. */
  readonly folder: string;
  readonly appDir: string;
  readonly quick: boolean;
  readonly floors: FloorServer;
  readonly log: (line: string) => void;
  /** Rounds of a job, its own number unless the command line gives another. */
  readonly rounds: (own: number) => number;
  /** Runs the sides of a round one after another, in an order drawn for each round. */
  readonly shuffled: (sides: readonly (() => Promise<void>)[]) => Promise<void>;
  readonly freshHome: () => Promise<AppHome>;
  readonly list: (rows: number) => Promise<ListFile>;
  /** A home with a book of so many rows, closed in order: the import job's, or imported now. */
  readonly book: (rows: number) => Promise<AppHome>;
  readonly keepBook: (rows: number, home: AppHome) => void;
  /** A floor's page in a browser process and profile of its own. */
  readonly floorPage: (name: 'blank' | 'board' | 'rows' | 'store') => Promise<FloorPage>;
  readonly close: () => Promise<void>;
}

export interface FloorPage {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export interface BenchNeeds {
  readonly appDir: string;
  readonly quick: boolean;
  readonly rounds: number | undefined;
  readonly seed: number;
}

/** Sizes of the books; a quick run checks that all works, not how fast. */
export const sizes = (quick: boolean): { readonly small: number; readonly large: number } =>
  quick ? { small: 400, large: 1500 } : { small: 10_000, large: 100_000 };

export async function openBench(needs: BenchNeeds): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-bench-'));
  const floors = await startFloorServer(join(folder, 'floor-journal.ndjson'));
  const random = seededRandom(needs.seed).fork('order of sides');
  const lists = new Map<number, Promise<ListFile>>();
  const books = new Map<number, AppHome>();
  const freshHome = async (): Promise<AppHome> => ({ folder: await mkdtemp(join(folder, 'home-')), port: 0 });
  const list = (rows: number): Promise<ListFile> => {
    const present = lists.get(rows) ?? writeList(join(folder, 'lists'), rows, needs.seed);
    lists.set(rows, present);
    return present;
  };
  const log = (line: string): void => console.log(line);
  return {
    folder,
    appDir: needs.appDir,
    quick: needs.quick,
    floors,
    log,
    rounds: (own) => needs.rounds ?? (needs.quick ? 1 : own),
    shuffled: async (sides) => {
      for (const side of random.shuffle(sides)) await side();
    },
    freshHome,
    list,
    keepBook: (rows, home) => {
      books.set(rows, home);
    },
    book: async (rows) => {
      const present = books.get(rows);
      if (present) return present;
      log(`  importing ${rows} rows to work on`);
      const home = await freshHome();
      const app = await startApp(home, needs.appDir);
      try {
        await beginWorkspace(app, 'Import my list');
        await importThroughUi(app, await list(rows));
      } finally {
        await app.close();
      }
      books.set(rows, home);
      return home;
    },
    floorPage: async (name) => {
      const context: BrowserContext = await openBrowser(await mkdtemp(join(folder, 'floor-')));
      const page = await onlyPage(context);
      await page.goto(`${floors.origin}/${name}.html`);
      return { page, close: () => context.close() };
    },
    close: async () => {
      await floors.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
