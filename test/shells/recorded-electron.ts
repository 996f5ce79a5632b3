import { EventEmitter } from 'node:events';

/**
 * Stands in for the `electron` module: records what the shell asks of it and carries IPC, copying values as
 * the real one does. Each test gets a fresh one (`vi.resetModules`).
 */
type Listener = Parameters<EventEmitter['on']>[1];

export const record = {
  privileges: [] as unknown[],
  paths: new Map<string, string>([['userData', '/nonexistent/Groundwork']]),
  sandboxForced: false,
  /** Whether a request of the page would be sent. */
  goesOut: undefined as ((url: string) => boolean) | undefined,
  quits: 0,
  exits: [] as number[],
  openedOutside: [] as string[],
  errors: [] as string[],
  exposed: new Map<string, unknown>(),
  windows: [] as BrowserWindow[],
  menu: [] as MenuEntry[],
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  permissionRequest: undefined as
    | ((contents: null, permission: string, answer: (allowed: boolean) => void) => void)
    | undefined,
  permissionCheck: undefined as ((contents: null, permission: string) => boolean) | undefined,
  devicePermission: undefined as (() => boolean) | undefined,
  isFirstInstance: true,
  appPath: '/nonexistent/app',
  ipcFailure: undefined as Error | undefined,
};

export interface MenuEntry {
  readonly label?: string;
  readonly role?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuEntry[];
}

let becomeReady: () => void = () => undefined;
const ready = new Promise<void>((resolve) => {
  becomeReady = resolve;
});

class App extends EventEmitter {
  getPath = (name: string): string => record.paths.get(name) ?? '';
  setPath = (name: string, path: string): void => void record.paths.set(name, path);
  getAppPath = (): string => record.appPath;
  getVersion = (): string => '0.1.0';
  whenReady = (): Promise<void> => ready;
  requestSingleInstanceLock = (): boolean => record.isFirstInstance;
  enableSandbox = (): void => {
    record.sandboxForced = true;
  };
  quit = (): void => {
    record.quits += 1;
  };
  exit = (code: number): void => void record.exits.push(code);
}
export const app = new App();
export const finishLoading = (): void => becomeReady();

const rendererSide = new EventEmitter();
const mainListeners = new EventEmitter();
const mainHandlers = new Map<string, Listener>();

export class WebContents extends EventEmitter {
  readonly id: number;
  mainFrame: { url: string } = { url: '' };
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;
  destroyed = false;
  constructor(id: number) {
    super();
    this.id = id;
  }
  isDestroyed = (): boolean => this.destroyed;
  send = (channel: string, ...values: unknown[]): void => {
    rendererSide.emit(channel, { sender: 'never for the page' }, ...copied(values));
  };
  setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }): void => {
    this.windowOpenHandler = handler;
  };
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents(record.windows.length + 1);
  readonly options: Record<string, unknown>;
  readonly done: string[] = [];
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    record.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL = (url: string): Promise<void> => {
    this.webContents.mainFrame.url = url;
    return Promise.resolve();
  };
  show = (): void => void this.done.push('show');
  focus = (): void => void this.done.push('focus');
  restore = (): void => void this.done.push('restore');
  maximize = (): void => void this.done.push('maximize');
  isMinimized = (): boolean => true;
  isMaximized = (): boolean => false;
  getNormalBounds = () => ({ x: 10, y: 20, width: 900, height: 700 });
}

export const ipcMain = {
  handle: (channel: string, listener: Listener): void => void mainHandlers.set(channel, listener),
  on: (channel: string, listener: Listener): void => void mainListeners.on(channel, listener),
};

/** Who sends: the main frame of the newest window unless a test says otherwise. */
export const sender: { frame: { url: string } | null | undefined } = { frame: undefined };
const eventOfSender = (): unknown => {
  const contents = record.windows.at(-1)?.webContents;
  return { sender: contents, senderFrame: sender.frame === undefined ? contents?.mainFrame : sender.frame };
};

export const ipcRenderer = {
  invoke: async (channel: string, ...values: unknown[]): Promise<unknown> => {
    if (record.ipcFailure !== undefined) throw record.ipcFailure;
    const handler = mainHandlers.get(channel);
    if (handler === undefined) throw new Error(`No handler for ${channel}.`);
    const call = handler as (...all: unknown[]) => unknown;
    const [answer] = copied([await call(eventOfSender(), ...copied(values))]);
    return answer;
  },
  send: (channel: string, ...values: unknown[]): void => {
    mainListeners.emit(channel, eventOfSender(), ...copied(values));
  },
  on: (channel: string, listener: Listener): void => void rendererSide.on(channel, listener),
  off: (channel: string, listener: Listener): void => void rendererSide.off(channel, listener),
};

const copied = (values: unknown[]): unknown[] => structuredClone(values);

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown): void => void record.exposed.set(name, api),
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]): void => void record.privileges.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>): void =>
    void record.protocols.set(scheme, handler),
};

type BeforeRequest = (details: { url: string }, answer: (what: { cancel?: boolean }) => void) => void;

export const session = {
  defaultSession: {
    webRequest: {
      onBeforeRequest: (decide: BeforeRequest): void => {
        record.goesOut = (url) => {
          let cancelled = false;
          decide({ url }, ({ cancel }) => (cancelled = cancel === true));
          return !cancelled;
        };
      },
    },
    setPermissionRequestHandler: (handler: typeof record.permissionRequest): void => {
      record.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler: typeof record.permissionCheck): void => {
      record.permissionCheck = handler;
    },
    setDevicePermissionHandler: (handler: typeof record.devicePermission): void => {
      record.devicePermission = handler;
    },
  },
};

export const Menu = {
  buildFromTemplate: (template: MenuEntry[]): MenuEntry[] => template,
  setApplicationMenu: (menu: MenuEntry[]): void => {
    record.menu = menu;
  },
};

export const shell = {
  openExternal: (url: string): Promise<void> => {
    record.openedOutside.push(url);
    return Promise.resolve();
  },
};
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1050 } }],
};
export const dialog = {
  showErrorBox: (title: string, text: string): void => void record.errors.push(`${title}: ${text}`),
};
