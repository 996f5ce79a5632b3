import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { assetCacheControl, documentCacheControl, securityHeaders } from '../src/main/security-headers.ts';

/** The origin is where the browser keeps the data: scheme and host never change. */
export const appScheme = 'groundwork';
export const appHost = 'app';
export const appOrigin = `${appScheme}://${appHost}`;

/** Registered before the app is ready. Standard and secure: without that there is no IndexedDB. */
export const schemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: false,
    bypassCSP: false,
    corsEnabled: false,
    allowServiceWorkers: false,
  },
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * The file that an address stands for.
 * @returns undefined for another host, or for a path that is not a plain one below the app's folder
 */
function fileOf(address: string, appDir: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== `${appScheme}:` || url.host !== appHost || url.username !== '') return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (path === '/') path = '/index.html';
  const parts = path.slice(1).split('/');
  if (parts.some((part) => part === '' || part.startsWith('.') || /[\\:\0]/.test(part))) return undefined;
  const file = join(appDir, ...parts);
  return file.startsWith(appDir.endsWith(sep) ? appDir : appDir + sep) ? file : undefined;
}

/** Answers one request of the page, with the same headers as the loopback shell. */
export async function answerRequest(request: Request, appDir: string): Promise<Response> {
  const headers = new Headers(securityHeaders);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers });
  const file = fileOf(request.url, appDir);
  const type = file === undefined ? undefined : types[extname(file)];
  if (file === undefined || type === undefined) return new Response(null, { status: 404, headers });
  headers.set('content-type', type);
  headers.set('cache-control', extname(file) === '.html' ? documentCacheControl : assetCacheControl);
  try {
    // Electron reads inside the asar archive through fs as well.
    return new Response(new Uint8Array(await readFile(file)), { status: 200, headers });
  } catch {
    headers.delete('content-type');
    return new Response(null, { status: 404, headers });
  }
}

export function serveApp(protocol: Pick<Protocol, 'handle'>, appDir: string): void {
  protocol.handle(appScheme, (request) => answerRequest(request, appDir));
}
