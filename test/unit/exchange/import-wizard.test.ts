import { describe, expect, it } from 'vitest';
import {
  ImportWizard,
  type ImportClient,
  type ImportState,
} from '../../../src/renderer/screens/exchange/import-wizard.ts';
import type { StoreError } from '../../../src/renderer/store/api.ts';
import { err } from '../../../src/shared/result.ts';
import { fileOf, memoryStore, sessionOn, words } from './memory-store.ts';

/** The worker's session without a worker. */
function wizardOn(
  store = memoryStore(),
  around: (apply: ImportClient['apply']) => ImportClient['apply'] = (apply) => apply,
): ImportWizard {
  const session = sessionOn(store);
  const client: ImportClient = {
    inspect: (file, choice, pace = {}) => session.inspect(file, choice, pace),
    setMapping: (mapping) => session.setMapping(mapping),
    setOptions: (options) => Promise.resolve(session.setOptions(options)),
    decide: (row, decision) => Promise.resolve(session.decide(row, decision)),
    decideAll: (choice) => Promise.resolve(session.decideAll(choice)),
    apply: around((pace = {}) =>
      session.apply(pace.onProgress ?? (() => undefined), pace.signal ?? new AbortController().signal),
    ),
    arrived: () => Promise.resolve(),
  };
  return new ImportWizard(client);
}

const reached = (wizard: ImportWizard, wanted: (state: ImportState) => boolean): Promise<ImportState> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (wanted(wizard.get())) resolve(wizard.get());
    };
    wizard.subscribe(look);
    look();
  });
const step = (name: ImportState['step']) => (state: ImportState) => state.step === name;

describe('the import wizard', () => {
  it('goes from file to columns to preview to done', async () => {
    const store = memoryStore({ settings: { bdr: 'Pat' } });
    const wizard = wizardOn(store);
    wizard.choose([fileOf('Name,Region\nAcme,EMEA\n')]);
    await reached(wizard, step('columns'));
    await wizard.preview();
    expect(wizard.get()).toMatchObject({
      step: 'preview',
      version: 1,
      plan: { counts: { new: 1 }, assigned: 1 },
    });
    await wizard.setAssign('none');
    expect(wizard.get()).toMatchObject({
      step: 'preview',
      version: 2,
      assign: 'none',
      plan: { assigned: 0 },
    });
    wizard.backToColumns();
    expect(wizard.get()).toMatchObject({ step: 'columns' });
    await wizard.preview();
    expect(wizard.get()).toMatchObject({ step: 'preview', assign: 'new', plan: { assigned: 1 } });
    await wizard.apply();
    expect(wizard.get()).toMatchObject({ step: 'done', applied: { created: 1 } });
    expect(store.accounts()).toHaveLength(1);
    wizard.restart();
    expect(wizard.get()).toEqual({ step: 'file', error: null, reading: null });
  });

  it('says what keeps a mapping from a preview, and lets it be mended', async () => {
    const wizard = wizardOn();
    wizard.choose([fileOf('code,what\n1,2\n')]);
    const state = await reached(wizard, step('columns'));
    await wizard.preview();
    const refused = wizard.get();
    expect(refused.step === 'columns' && refused.problems.map(({ message }) => words(message))).toEqual([
      expect.stringMatching(/No column is mapped to Account Name/),
    ]);
    if (state.step !== 'columns') throw new Error('No columns.');
    wizard.setMapping([{ target: { kind: 'field', key: 'name' } }, { target: { kind: 'leaveOut' } }]);
    await wizard.preview();
    expect(wizard.get()).toMatchObject({ step: 'preview', plan: { counts: { new: 1 } } });
  });

  it('reads the same file again with another separator', async () => {
    const wizard = wizardOn();
    wizard.choose([fileOf('Name;City\nAcme, Inc;Bern\n')]);
    await reached(wizard, step('columns'));
    wizard.readAgain({ separator: ',' });
    const state = await reached(wizard, (it) => it.step === 'columns' && it.report.separator === ',');
    expect(state.step === 'columns' && state.report).toMatchObject({ separatorBy: 'you' });
  });

  it('shows the renewed preview when the book moved on', async () => {
    const store = memoryStore();
    const wizard = wizardOn(store);
    wizard.choose([fileOf('Name\nAcme\n')]);
    await reached(wizard, step('columns'));
    await wizard.preview();
    store.touch();
    await wizard.apply();
    expect(wizard.get()).toMatchObject({
      step: 'preview',
      applying: null,
      version: 2,
      error: { id: 'store.stale-plan' },
      plan: { renewed: true },
    });
    await wizard.apply();
    expect(wizard.get()).toMatchObject({ step: 'done' });
  });

  it('a refused file leaves the step where it was, with the reason', async () => {
    const wizard = wizardOn();
    wizard.choose([fileOf('')]);
    const state = await reached(wizard, (it) => it.step === 'file' && it.error !== null);
    expect(state.step === 'file' && state.error).toEqual({ id: 'exchange.file.empty' });
  });

  it('offers to go on without a backup when the one before the import failed', async () => {
    const store = memoryStore();
    const asked: (boolean | undefined)[] = [];
    const wizard = wizardOn(store, (apply) => (pace, options) => {
      const withoutBackup = options?.withoutBackup;
      asked.push(withoutBackup);
      if (withoutBackup === true) return apply(pace);
      const error: StoreError = { code: 'host', message: { id: 'store.host', params: { what: 'No disk.' } } };
      return Promise.resolve(err({ error, backupFailed: true }));
    });
    wizard.choose([fileOf('Name\nAcme\n')]);
    await reached(wizard, step('columns'));
    await wizard.preview();
    await wizard.apply();
    const state = wizard.get();
    expect(state).toMatchObject({ step: 'preview', applying: null, offersNoBackup: true });
    expect(state.step === 'preview' && state.error && words(state.error)).toMatch(
      /nothing was imported. No disk. Mend that/,
    );
    expect(store.accounts()).toHaveLength(0);
    await wizard.apply({ withoutBackup: true });
    expect(wizard.get()).toMatchObject({ step: 'done', applied: { created: 1 } });
    expect(asked).toEqual([false, true]);
  });
});
