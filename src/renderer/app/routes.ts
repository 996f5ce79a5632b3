import type { RuleId } from '../../shared/rule-book/rule-ids.ts';

/** All screens that are planned: names and paths are settled now, so that links and habits stay. */
export const routes = [
  { id: 'today', name: 'Today', path: '/today', built: true },
  { id: 'board', name: 'Board', path: '/board', built: true },
  { id: 'accounts', name: 'Accounts', path: '/accounts', built: true },
  { id: 'territories', name: 'Territories', path: '/territories', built: true },
  { id: 'week', name: 'Week', path: '/week', built: false },
  { id: 'meetings', name: '1:1s', path: '/1-1s', built: false },
  { id: 'handoffs', name: 'Handoffs', path: '/handoffs', built: false },
  { id: 'exchange', name: 'Exchange', path: '/exchange', built: true },
  { id: 'crm-sync', name: 'CRM sync', path: '/crm-sync', built: false },
  { id: 'insights', name: 'Insights', path: '/insights', built: false },
  { id: 'rules', name: 'Rules', path: '/rules', built: true },
  { id: 'settings', name: 'Settings', path: '/settings', built: true },
] as const;

export type BuiltScreenId = Extract<(typeof routes)[number], { built: true }>['id'];

/** Settings, Data and backups. */
export const dataPath = '/settings/data';

/** "Who works this lead?" (ROE), over the screen where the app starts. */
export const leadPath = '/lead';

/** Where a rule stands on the Rules screen. */
export const rulePath = (id: RuleId): string => `/rules/${id}`;

/** Where the app starts. */
export const homePath = '/today';

export const builtRoutes = routes.filter((route) => route.built);

/** The screen of a path: `/exchange/import` belongs to Exchange. `undefined` = no such screen (yet). */
export function screenOf(path: string): BuiltScreenId | undefined {
  const found = builtRoutes.find((route) => path === route.path || path.startsWith(`${route.path}/`));
  return found?.id;
}

export const pathOf = (id: BuiltScreenId): string =>
  builtRoutes.find((route) => route.id === id)?.path ?? homePath;
