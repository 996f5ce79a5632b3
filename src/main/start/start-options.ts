import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../shared/result.ts';
import { parseInstant } from '../clock.ts';

/** What a person asked for on the command line. */
export interface StartOptions {
  readonly help: boolean;
  readonly shell: 'electron' | 'loopback' | undefined;
  readonly demo: boolean;
  /** False: print the address instead of opening a window. */
  readonly open: boolean;
  readonly dataDir: string | undefined;
  readonly port: number | undefined;
}

export const helpText = `Groundwork: territory and account planning, offline, on your machine.

  npm start                        open the app
  npm start -- --demo              open a sample workspace; your own data is not touched

Options (after "npm start --")
  --shell electron|loopback        choose the window: Electron, or an installed Chrome, Chromium, Edge or Brave
  --no-open                        print the address instead of opening a window
  --data-dir DIR                   keep the data there instead of in your user folder
  --port N                         port of a new data folder (loopback); it is kept from then on
  --help                           show this

Environment
  GROUNDWORK_BROWSER               path of the browser to use with the loopback shell`;

/** Reads the command line; a problem comes back as a sentence. */
export function parseStartOptions(args: readonly string[]): Result<StartOptions, string> {
  const parsed = readFlags(args);
  if (!parsed.ok) return parsed;
  const { values } = parsed.value;
  const { shell } = values;
  if (shell !== undefined && shell !== 'electron' && shell !== 'loopback') {
    return err(`--shell takes "electron" or "loopback", not "${shell}".`);
  }
  const open = values['no-open'] !== true;
  if (!open && shell === 'electron') {
    return err('--no-open prints an address, and the Electron shell has none. Leave one of the two away.');
  }
  const port = values.port === undefined ? undefined : readPort(values.port);
  if (port === null)
    return err(`--port takes a whole number from 1024 to 65535, not "${values.port ?? ''}".`);
  if (values['data-dir'] === '') return err('--data-dir needs the path of a folder.');
  return ok({
    help: values.help === true,
    shell,
    demo: values.demo === true,
    open,
    dataDir: values['data-dir'],
    port,
  });
}

function readFlags(args: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...args],
        strict: true,
        allowPositionals: false,
        options: {
          help: { type: 'boolean', short: 'h' },
          shell: { type: 'string' },
          demo: { type: 'boolean' },
          'no-open': { type: 'boolean' },
          'data-dir': { type: 'string' },
          port: { type: 'string' },
        },
      }),
    );
  } catch (error) {
    // Node's own words name the flag; its advice about "--" is no help here.
    const what = error instanceof Error ? error.message.split(/\. (?=To )/)[0] : 'The options cannot be read';
    return err(`${(what ?? '').replace(/\.$/, '')}. "npm start -- --help" lists the options.`);
  }
}

const readPort = (text: string): number | null => {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port >= 1024 && port <= 65_535 ? port : null;
};

/**
 * For tests: `GROUNDWORK_TEST_CLOCK` fixes the host's clock at an instant.
 * @throws RangeError when it is no instant
 */
export function testClock(
  env: Readonly<Record<string, string | undefined>>,
): { readonly fixedAt: string } | undefined {
  const fixedAt = env['GROUNDWORK_TEST_CLOCK'];
  if (fixedAt === undefined || fixedAt === '') return undefined;
  parseInstant(fixedAt);
  return { fixedAt };
}
