import { Suspense, useEffect, useRef } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { Skeleton } from '../components/states.tsx';
import { AccountsScreen } from '../screens/accounts/accounts-screen.tsx';
import { SettingsScreen } from '../screens/settings/settings-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { parseHash, useAppLocation, useHashPath } from './location.ts';
import { onDemand, type OnDemand } from './on-demand.tsx';
import { builtRoutes, homePath, pathOf, screenOf, type BuiltScreenId } from './routes.ts';
import { useStoreStatus } from './store-context.tsx';

const today = onDemand(async () => (await import('../screens/today/today-screen.tsx')).TodayScreen);
const board = onDemand(async () => (await import('../screens/board/board-screen.tsx')).BoardScreen);
const exchange = onDemand(
  async () => (await import('../screens/exchange/exchange-screen.tsx')).ExchangeScreen,
);

const territories = onDemand(
  async () => (await import('../screens/territories/territories-screen.tsx')).TerritoriesScreen,
);

const rules = onDemand(async () => (await import('../screens/rules/rules-screen.tsx')).RulesScreen);

/** Fetches the screen of an address ahead, while the store is still opening. */
export async function preloadScreen(hash: string): Promise<void> {
  const screen = screenOf(parseHash(hash).path);
  const onDemandScreens: Partial<Record<BuiltScreenId, OnDemand>> = { today, board, exchange, rules };
  if (screen !== undefined) await onDemandScreens[screen]?.preload();
}

/** The screen of the current path. Title and focus follow it. */
export function Screens() {
  const { path } = useAppLocation();
  const screen = screenOf(path);
  const name = builtRoutes.find((route) => route.id === screen)?.name ?? '';
  useScreenTitle(name);
  useScreenFocus(screen ?? '');
  return (
    <ErrorBoundary key={screen} what={name}>
      <Suspense fallback={<Skeleton rows={12} />}>
        <Router hook={useHashPath}>
          <Switch>
            <Route path={pathOf('today')}>
              <today.Screen />
            </Route>
            <Route path={pathOf('board')}>
              <board.Screen />
            </Route>
            <Route path={`${pathOf('accounts')}/*?`}>
              <AccountsScreen />
            </Route>
            <Route path={`${pathOf('territories')}/*?`}>
              <territories.Screen />
            </Route>
            <Route path={`${pathOf('exchange')}/*?`}>
              <exchange.Screen />
            </Route>
            <Route path={`${pathOf('rules')}/*?`}>
              <rules.Screen />
            </Route>
            <Route path={`${pathOf('settings')}/*?`}>
              <SettingsScreen />
            </Route>
            <Route>
              <Redirect to={homePath} />
            </Route>
          </Switch>
        </Router>
      </Suspense>
    </ErrorBoundary>
  );
}

function useScreenTitle(screen: string): void {
  const { settings } = useStoreStatus();
  useEffect(() => {
    document.title = screen === '' ? 'Groundwork' : `${screen} – ${settings.name} – Groundwork`;
  }, [screen, settings.name]);
}

/** Moves focus to the new screen's heading, so that a screen reader starts there; not on the first screen. */
function useScreenFocus(screen: string): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = screen;
    if (before === null || before === screen) return undefined;
    const tryFocus = (): boolean => {
      const heading = document.querySelector<HTMLElement>('#work h1');
      if (heading === null) return false;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      return true;
    };
    const work = document.getElementById('work');
    if (tryFocus() || work === null) return undefined;
    // A screen that is still on its way brings its heading a little later.
    const observer = new MutationObserver(() => {
      if (tryFocus()) observer.disconnect();
    });
    observer.observe(work, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
    };
  }, [screen]);
}
