import { bridgeName, type HostBridge } from '../../shared/host/bridge.ts';
import { createElectronPlatform } from './electron-platform.ts';
import { createLoopbackPlatform } from './loopback-platform.ts';
import type { Platform } from './platform.ts';

declare global {
  interface Window {
    /** Set by Electron's preload script before any page script runs; absent in the loopback shell. */
    readonly [bridgeName]?: HostBridge;
  }
}

/** The host behind this page. The only place that asks which shell it is; call it once, on the page. */
export function createPlatform(page: Window & typeof globalThis = window): Platform {
  const bridge = page[bridgeName];
  if (bridge !== undefined) return createElectronPlatform(bridge);
  return createLoopbackPlatform({
    fetch: page.fetch.bind(page),
    storage: page.sessionStorage,
    location: page.location,
    history: page.history,
  });
}
