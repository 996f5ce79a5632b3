import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';

/** Where the window was, in screen points. */
export interface WindowState {
  readonly bounds: {
    readonly x?: number;
    readonly y?: number;
    readonly width: number;
    readonly height: number;
  };
  readonly maximized: boolean;
}

const file = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
  maximized: z.boolean(),
});

const firstState: WindowState = { bounds: { width: 1280, height: 820 }, maximized: false };

/** A title bar of at least this much must be on a screen, or nobody could drag the window back. */
const visiblePoints = 80;

/** The kept state, if the display it was on is still there; the default otherwise. */
export function readWindowState(path: string, workAreas: readonly Rectangle[]): WindowState {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return firstState;
  }
  const parsed = file.safeParse(value);
  return parsed.success ? clampToDisplays(parsed.data, workAreas) : firstState;
}

/** Moves a window that lies outside every display back, and shrinks one larger than its display. */
export function clampToDisplays(state: z.infer<typeof file>, workAreas: readonly Rectangle[]): WindowState {
  const { bounds, maximized } = state;
  const area = workAreas.find(
    (candidate) =>
      bounds.x + visiblePoints <= candidate.x + candidate.width &&
      bounds.x + bounds.width - visiblePoints >= candidate.x &&
      bounds.y >= candidate.y &&
      bounds.y + visiblePoints <= candidate.y + candidate.height,
  );
  if (area === undefined) return { ...firstState, maximized };
  return {
    bounds: {
      ...bounds,
      width: Math.min(bounds.width, area.width),
      height: Math.min(bounds.height, area.height),
    },
    maximized,
  };
}

/** Keeps the state when the window closes. A state that cannot be written is not worth a message. */
export function keepWindowState(window: BrowserWindow, path: string): void {
  window.on('close', () => {
    const state = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(path, JSON.stringify(state), { mode: 0o600 });
    } catch {
      // The next start uses the default size.
    }
  });
}
