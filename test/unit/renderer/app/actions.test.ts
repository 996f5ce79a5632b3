import { expect, it, vi } from 'vitest';
import { createActionRegistry, type Action } from '../../../../src/renderer/app/actions.ts';

const action = (id: string, more: Partial<Action> = {}): Action => ({
  id,
  title: id,
  group: 'Do',
  run: () => undefined,
  ...more,
});

it('runs what is there, and not what is off, gone or handled elsewhere', () => {
  const registry = createActionRegistry();
  const run = vi.fn();
  const leave = registry.register([
    action('on', { run }),
    action('off', { run, enabled: false }),
    action('screen', { run, handledByScreen: true }),
  ]);
  expect(registry.run('on')).toBe(true);
  expect(registry.run('off')).toBe(false);
  expect(registry.run('screen')).toBe(false);
  leave();
  expect(registry.run('on')).toBe(false);
  expect(run).toHaveBeenCalledTimes(1);
});

it('lets a screen take over an action of the app and gives it back', () => {
  const registry = createActionRegistry();
  registry.register([action('export', { title: 'Export all' })]);
  const leave = registry.register([action('export', { title: 'Export the selection' })]);
  expect(registry.list().map((one) => one.title)).toEqual(['Export the selection']);
  leave();
  expect(registry.list().map((one) => one.title)).toEqual(['Export all']);
});
