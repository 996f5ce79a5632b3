import { posix, win32 } from 'node:path';

/** Where a data folder lies, and how to look around it; tests give their own. */
export interface FolderSurroundings {
  /** Absolute, links followed. */
  readonly path: string;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Names in a folder; none when it cannot be listed. */
  readonly list: (folder: string) => readonly string[];
}

/**
 * The service that copies a folder while it is in use, by where the folder lies or by what the service
 * leaves in the folders above it. A copy of a half-written profile is worth nothing, and a service that
 * puts an older file back harms it.
 * @returns the service's name for people; undefined when the folder lies in none
 */
export function cloudServiceOf(at: FolderSurroundings): string | undefined {
  const paths = at.platform === 'win32' ? win32 : posix;
  return byEnvironment(at, paths) ?? byName(at, paths) ?? byMarker(at, paths);
}

type Paths = typeof posix;

const isInside = (paths: Paths, folder: string, path: string): boolean => {
  const way = paths.relative(folder, path);
  return way === '' || (!way.startsWith('..') && !paths.isAbsolute(way));
};

/** Windows tells where OneDrive lies. */
function byEnvironment({ path, platform, env }: FolderSurroundings, paths: Paths): string | undefined {
  if (platform !== 'win32') return undefined;
  const folders = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap((key) => env[key] ?? []);
  return folders.some((folder) => folder !== '' && isInside(paths, folder, path)) ? 'OneDrive' : undefined;
}

/** Folder names as the services' programs make them. */
const names: readonly { readonly service: string; readonly folder: RegExp }[] = [
  { service: 'OneDrive', folder: /^OneDrive( - .+|-.+)?$/ },
  { service: 'Dropbox', folder: /^Dropbox( \(.+\)|-.+)?$/ },
  { service: 'iCloud Drive', folder: /^(Mobile Documents|com~apple~CloudDocs|iCloudDrive|iCloud Drive)$/ },
  { service: 'Google Drive', folder: /^(Google Drive|GoogleDrive(-.+)?|My Drive)$/ },
  { service: 'Box', folder: /^(Box|Box Sync|Box-.+)$/ },
  { service: 'Nextcloud', folder: /^Nextcloud(\d+|-.+)?$/ },
];

function byName({ path, home }: FolderSurroundings, paths: Paths): string | undefined {
  // Above the user's own folder stand names of users and disks, which mean nothing.
  const way = isInside(paths, home, path) ? paths.relative(home, path) : path;
  for (const segment of way.split(/[\\/]/)) {
    const known = names.find(({ folder }) => folder.test(segment));
    if (known !== undefined) return known.service;
  }
  // Where macOS keeps the folders of every other service.
  const [, other] = /^Library\/CloudStorage\/([^/-]+)/.exec(way) ?? [];
  return other;
}

/** What the services' programs leave in the topmost folder they look after. */
const markers: readonly { readonly service: string; readonly file: RegExp }[] = [
  { service: 'Dropbox', file: /^\.dropbox(\.cache)?$/ },
  { service: 'OneDrive', file: /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/ },
  { service: 'Google Drive', file: /^\.tmp\.drive(down|up)load$/ },
  { service: 'Nextcloud', file: /^\.(nextcloudsync\.log|_?sync_[0-9a-f]+\.db)$/ },
];

function byMarker({ path, home, list }: FolderSurroundings, paths: Paths): string | undefined {
  for (let folder = path; ; folder = paths.dirname(folder)) {
    // Dropbox keeps its settings under the same name in the user's own folder.
    if (folder !== home) {
      const inside = list(folder);
      const known = markers.find(({ file }) => inside.some((name) => file.test(name)));
      if (known !== undefined) return known.service;
    }
    if (paths.dirname(folder) === folder) return undefined;
  }
}
