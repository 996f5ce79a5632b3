// Before all else: the host answers while the rest of the page is still being read.
import { platform, session } from './handshake.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { preloadScreen } from './app/screens.tsx';
import { showTheme, storedTheme } from './app/theme.ts';

showTheme(storedTheme());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
void preloadScreen(window.location.hash);
createRoot(root).render(
  <StrictMode>
    <App platform={platform} start={session} />
  </StrictMode>,
);
