import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { assetCacheControl, documentCacheControl } from '../security-headers.ts';
import { refuse } from './answers.ts';
import { refusal } from './guard.ts';

/** Serves the built page. Needs no token: it holds nobody's data. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse) => void;

const notFound = refusal(404, 'not-found', 'There is no such file.');

/**
 * The folder is listed once, at start; only names of that list are ever opened, so no address can lead out
 * of it.
 */
export function createStaticFiles(appDir: string): StaticFiles {
  const serve = sirv(appDir, {
    dev: false,
    etag: true,
    extensions: [],
    onNoMatch: (_request, response) => refuse(response, notFound),
    setHeaders: (response, pathname) => {
      // A build that ran meanwhile may have taken a listed file away; the stream's error would have no catcher.
      if (!existsSync(join(appDir, pathname))) throw new Error('gone');
      response.setHeader(
        'cache-control',
        pathname.endsWith('.html') ? documentCacheControl : assetCacheControl,
      );
    },
  });
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, refusal(405, 'not-allowed', 'Only GET is answered here.'));
      return;
    }
    // Ranges have no use here, and an ill-formed one makes the file stream throw.
    delete request.headers.range;
    if (request.url === '/' || request.url?.startsWith('/?') === true) request.url = '/index.html';
    try {
      serve(request, response);
    } catch {
      refuse(response, notFound);
    }
  };
}
