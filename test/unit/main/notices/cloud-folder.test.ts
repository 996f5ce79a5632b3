import { describe, expect, it } from 'vitest';
import { cloudServiceOf, type FolderSurroundings } from '../../../../src/main/notices/cloud-folder.ts';

const homes = { linux: '/home/kim', darwin: '/Users/kim', win32: 'C:\\Users\\kim' } as const;
type Platform = keyof typeof homes;

const at = (
  platform: Platform,
  path: string,
  more: { env?: Record<string, string>; inside?: Record<string, string[]>; home?: string } = {},
): FolderSurroundings => ({
  platform,
  path,
  home: more.home ?? homes[platform],
  env: more.env ?? {},
  list: (folder) => more.inside?.[folder] ?? [],
});

describe('a data folder in a folder that a cloud service copies', () => {
  it.each<[Platform, string, string]>([
    ['win32', 'C:\\Users\\kim\\OneDrive\\Groundwork', 'OneDrive'],
    ['win32', 'C:\\Users\\kim\\OneDrive - Contoso Ltd\\Documents\\Groundwork', 'OneDrive'],
    ['win32', 'C:\\Users\\kim\\Dropbox\\Groundwork', 'Dropbox'],
    ['win32', 'C:\\Users\\kim\\Dropbox (Contoso)\\Groundwork', 'Dropbox'],
    ['win32', 'C:\\Users\\kim\\iCloudDrive\\Groundwork', 'iCloud Drive'],
    ['win32', 'G:\\My Drive\\Groundwork', 'Google Drive'],
    ['win32', 'C:\\Users\\kim\\Google Drive\\Groundwork', 'Google Drive'],
    ['win32', 'C:\\Users\\kim\\Box\\Groundwork', 'Box'],
    ['win32', 'D:\\Nextcloud\\Groundwork', 'Nextcloud'],
    ['darwin', '/Users/kim/Library/Mobile Documents/com~apple~CloudDocs/Groundwork', 'iCloud Drive'],
    ['darwin', '/Users/kim/Library/CloudStorage/OneDrive-Personal/Groundwork', 'OneDrive'],
    [
      'darwin',
      '/Users/kim/Library/CloudStorage/GoogleDrive-kim@example.com/My Drive/Groundwork',
      'Google Drive',
    ],
    ['darwin', '/Users/kim/Library/CloudStorage/Dropbox/Groundwork', 'Dropbox'],
    ['darwin', '/Users/kim/Library/CloudStorage/Box-Box/Groundwork', 'Box'],
    ['darwin', '/Users/kim/Library/CloudStorage/ProtonDrive-kim@example.com/Groundwork', 'ProtonDrive'],
    ['darwin', '/Users/kim/Nextcloud2/Groundwork', 'Nextcloud'],
    ['linux', '/home/kim/Dropbox/Groundwork', 'Dropbox'],
    ['linux', '/home/kim/Nextcloud/Groundwork', 'Nextcloud'],
    ['linux', '/mnt/disk/GoogleDrive/Groundwork', 'Google Drive'],
    ['linux', '/home/kim/OneDrive', 'OneDrive'],
  ])('on %s: %s is %s', (platform, path, service) => {
    expect(cloudServiceOf(at(platform, path))).toBe(service);
  });

  it.each<[Platform, string]>([
    ['win32', 'C:\\Users\\kim\\AppData\\Local\\Groundwork'],
    ['win32', 'C:\\Users\\kim\\Toolbox\\Groundwork'],
    ['darwin', '/Users/kim/Library/Application Support/Groundwork'],
    ['linux', '/home/kim/.local/share/Groundwork'],
    ['linux', '/home/kim/onedriver-notes/Groundwork'],
    ['linux', '/home/kim/dropbox-export/Groundwork'],
    ['linux', '/data'],
  ])('on %s: %s is in none', (platform, path) => {
    expect(cloudServiceOf(at(platform, path))).toBeUndefined();
  });

  it('is not told by the name of the user', () => {
    expect(
      cloudServiceOf(at('darwin', '/Users/Box/Library/Groundwork', { home: '/Users/Box' })),
    ).toBeUndefined();
    expect(cloudServiceOf(at('linux', '/home/Dropbox/data', { home: '/home/Dropbox' }))).toBeUndefined();
  });

  it('is told by what Windows says of OneDrive, wherever it was moved', () => {
    const env = { OneDriveCommercial: 'D:\\Work files', OneDrive: '' };
    expect(cloudServiceOf(at('win32', 'D:\\Work files\\Groundwork', { env }))).toBe('OneDrive');
    expect(cloudServiceOf(at('win32', 'D:\\Work files 2\\Groundwork', { env }))).toBeUndefined();
    expect(cloudServiceOf(at('linux', '/x', { env: { OneDrive: '/' } }))).toBeUndefined();
  });

  it.each<[string, string]>([
    ['.dropbox.cache', 'Dropbox'],
    ['.dropbox', 'Dropbox'],
    ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
    ['.tmp.drivedownload', 'Google Drive'],
    ['.tmp.driveupload', 'Google Drive'],
    ['.sync_4f1c0ab2.db', 'Nextcloud'],
    ['._sync_4f1c0ab2.db', 'Nextcloud'],
    ['.nextcloudsync.log', 'Nextcloud'],
  ])('is told by %s in a folder above: %s', (marker, service) => {
    const inside = { '/srv/shared': ['notes', marker] };
    expect(cloudServiceOf(at('linux', '/srv/shared/a/b', { inside }))).toBe(service);
    expect(cloudServiceOf(at('linux', '/srv/shared', { inside }))).toBe(service);
    expect(cloudServiceOf(at('linux', '/srv/other', { inside }))).toBeUndefined();
  });

  it("is not told by Dropbox's settings in the user's own folder", () => {
    const inside = { '/home/kim': ['.dropbox', '.dropbox-dist'] };
    expect(cloudServiceOf(at('linux', '/home/kim/data', { inside }))).toBeUndefined();
  });
});
