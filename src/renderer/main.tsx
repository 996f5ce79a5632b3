import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import { startSession, startStoreWorker } from './app/start-session.ts';
import { showTheme, storedTheme } from './app/theme.ts';
import { createPlatform } from './platform/create-platform.ts';

// The strict CSP forbids making functions from text, which zod would try for speed.
z.config({ jitless: true });
showTheme(storedTheme());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
const platform = createPlatform();
const session = startSession(platform, startStoreWorker);
createRoot(root).render(
  <StrictMode>
    <App platform={platform} start={session} />
  </StrictMode>,
);
