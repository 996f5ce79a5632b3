/** What a hostile page knows of its target. */
export interface Victim {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Addresses of built files; they are the same on every machine. */
  readonly script: string;
  readonly style: string;
  readonly image: string;
}

/** What an attack is given; it runs inside the page and can use nothing else. */
export interface Given {
  readonly victim: Victim;
  readonly detail: string;
}

/** One thing that a page of another origin tries. */
export interface PageAttack {
  readonly name: string;
  readonly detail: string;
  /** @returns what it got hold of; `null` when nothing */
  readonly run: (given: Given) => Promise<string | null>;
}

const write = '{"id":"0193a000-0000-7000-8000-0000000000ee","name":"written by a page"}';
const guess = 'A'.repeat(43);
const json = { 'content-type': 'application/json' };

type Asked = readonly [path: string, init: RequestInit];

const asked: readonly Asked[] = [
  ['/', {}],
  ['/', { mode: 'no-cors' }],
  ['/', { mode: 'no-cors', credentials: 'include' }],
  ['/sessions.json', {}],
  ['/control.json', {}],
  ['/events', {}],
  ['/events', { mode: 'no-cors', credentials: 'include' }],
  ['/events', { method: 'POST', body: '{}', headers: json }],
  ['/events', { method: 'POST', body: '{}', mode: 'no-cors' }],
  ['/session', { method: 'POST', body: `{"code":"${guess}"}`, mode: 'no-cors' }],
  ['/session', { method: 'POST', body: `{"code":"${guess}"}`, headers: json }],
  ['/call/session.open', { method: 'POST', body: '{}', headers: json }],
  ['/call/session.open', { method: 'POST', body: '{}', headers: { authorization: `Bearer ${guess}` } }],
  ['/call/workspace.register', { method: 'POST', body: write }],
  ['/call/workspace.register', { method: 'POST', body: write, mode: 'no-cors' }],
  ['/call/workspace.register', { method: 'POST', body: write, mode: 'no-cors', credentials: 'include' }],
  ['/call/workspace.register', { method: 'POST', body: write, mode: 'no-cors', keepalive: true }],
  [
    '/call/workspace.register',
    { method: 'POST', body: write, mode: 'no-cors', referrerPolicy: 'no-referrer' },
  ],
  ['/call/workspace.register', { method: 'POST', body: write, mode: 'no-cors', redirect: 'manual' }],
  ['/call/workspace.register', { method: 'POST', body: write, mode: 'same-origin' }],
  ['/call/workspace.register', { method: 'POST', body: write, headers: json }],
  ['/call/workspace.register', { method: 'POST', body: write, headers: { 'x-http-method': 'PUT' } }],
  ['/call/workspace.register', { method: 'POST', body: write, credentials: 'include' }],
  ['/call/workspace.register', { method: 'PUT', body: write }],
  ['/call/workspace.register', { method: 'DELETE' }],
  ['/call/workspace.register', { mode: 'no-cors' }],
  ['/call/link.open', { method: 'POST', body: '{"url":"https://attacker.example/"}', mode: 'no-cors' }],
  ['/control/address', { method: 'POST', body: '{}', mode: 'no-cors' }],
  ['/control/open', { method: 'POST', body: '{}', mode: 'no-cors' }],
  ['/control/hello', { method: 'POST', body: `{"nonce":"${guess}"}` }],
  ['/control/clock', { method: 'POST', body: '{"advanceMs":1}', headers: json }],
];

const fetches: PageAttack[] = asked.flatMap(([path, init]) => {
  const shown = JSON.stringify({ ...init, body: undefined });
  const direct = { name: `fetch ${path} ${shown}`, detail: JSON.stringify({ path, init }), run: tryFetch };
  const bounced: PageAttack = {
    name: `fetch ${path} ${shown}, redirected from the page's own server`,
    detail: JSON.stringify({ path, init, own: true }),
    run: tryFetch,
  };
  return init.method === 'POST' && init.headers === undefined ? [direct, bounced] : [direct];
});

async function tryFetch({ victim, detail }: Given): Promise<string | null> {
  const { path, init, own } = JSON.parse(detail) as { path: string; init: RequestInit; own?: boolean };
  try {
    const answer = await fetch(own === true ? `/bounce${path}` : victim.origin + path, init);
    const text = await answer.text();
    return answer.type.startsWith('opaque') && text === '' ? null : `${answer.type}: ${text}`;
  } catch {
    return null;
  }
}

const requests: PageAttack[] = [
  {
    name: 'XMLHttpRequest as text/plain',
    detail: write,
    run: ({ victim, detail }) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open('POST', `${victim.origin}/call/workspace.register`);
        request.onload = () => resolve(request.responseText);
        request.onerror = () => resolve(null);
        request.send(detail);
      }),
  },
  ...['text/plain', 'application/x-www-form-urlencoded', 'application/json'].map((type) => ({
    name: `sendBeacon as ${type}`,
    detail: JSON.stringify({ type, body: write }),
    // Nothing comes back: whether it did anything shows in the data folder.
    run: ({ victim, detail }: Given) => {
      const beacon = JSON.parse(detail) as { type: string; body: string };
      const blob = new Blob([beacon.body], { type: beacon.type });
      navigator.sendBeacon(`${victim.origin}/call/workspace.register`, blob);
      return Promise.resolve(null);
    },
  })),
  {
    name: 'EventSource',
    detail: '/events',
    run: ({ victim, detail }) =>
      new Promise((resolve) => {
        const source = new EventSource(victim.origin + detail, { withCredentials: true });
        source.onmessage = ({ data }) => resolve(String(data));
        source.onopen = () => resolve('open');
        source.onerror = () => {
          source.close();
          resolve(null);
        };
      }),
  },
  ...['/events', '/call/session.open', '/'].map((path) => ({
    name: `WebSocket ${path}`,
    detail: path,
    run: ({ victim, detail }: Given) =>
      new Promise<string | null>((resolve) => {
        const socket = new WebSocket(victim.origin.replace('http', 'ws') + detail, ['groundwork']);
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve(null);
      }),
  })),
  {
    name: 'a cookie for the address, which other ports share',
    detail: guess,
    run: async ({ victim, detail }) => {
      document.cookie = `groundwork.token=${detail}; path=/`;
      document.cookie = `groundwork.token=${detail}; path=/; domain=${location.hostname}`;
      try {
        const init: RequestInit = { method: 'POST', credentials: 'include', body: '{}' };
        return await (await fetch(`${victim.origin}/call/session.open`, init)).text();
      } catch {
        return null;
      }
    },
  },
];

const tags: PageAttack[] = [
  ['img', 'src', 'image'],
  ['img', 'src', '/call/workspace.register'],
  ['script', 'src', 'script'],
  ['script', 'src', '/call/session.open'],
  ['module script', 'src', 'script'],
  ['link stylesheet', 'href', 'style'],
  ['link preload', 'href', 'script'],
  ['link modulepreload', 'href', 'script'],
  ['link prefetch', 'href', '/call/session.open'],
  ['video', 'src', '/events'],
  ['audio', 'src', '/events'],
  ['embed', 'src', '/'],
  ['object', 'data', '/'],
].map(([element, attribute, target]) => ({
  name: `<${String(element)} ${String(attribute)}=${String(target)}>`,
  detail: JSON.stringify({ element, attribute, target }),
  run: tryTag,
}));

/** A tag that loads tells its page so, and a script or style would also take effect there. */
function tryTag({ victim, detail }: Given): Promise<string | null> {
  const asked = JSON.parse(detail) as { element: string; attribute: string; target: string };
  const [kind, name = asked.element] = asked.element.split(' ').reverse();
  const known: Readonly<Record<string, string>> = { ...victim };
  return new Promise((resolve) => {
    const element = document.createElement(name);
    if (name === 'link') element.setAttribute('rel', kind ?? '');
    if (kind === 'preload') element.setAttribute('as', 'script');
    if (asked.element === 'module script') element.setAttribute('type', 'module');
    element.setAttribute(asked.attribute, known[asked.target] ?? victim.origin + asked.target);
    // Embedded pages are refused by showing an error page, which loads: the frames tell (see the journey).
    const isFrame = name === 'embed' || name === 'object';
    element.addEventListener('load', () => resolve(isFrame ? null : `${name} loaded`));
    element.addEventListener('loadedmetadata', () => resolve(`${name} plays`));
    element.addEventListener('error', () => resolve(null));
    // Prefetches and refused plug-ins fire nothing.
    setTimeout(() => resolve(null), 1_500);
    document.body.append(element);
  });
}

const frames: PageAttack[] = [
  ...['', 'allow-scripts', 'allow-scripts allow-same-origin allow-forms'].map((sandbox) => ({
    name: `<iframe sandbox="${sandbox}"> of the app`,
    detail: sandbox,
    run: ({ victim, detail }: Given) =>
      new Promise<string | null>((resolve) => {
        const frame = document.createElement('iframe');
        if (detail !== '') frame.setAttribute('sandbox', detail);
        frame.src = `${victim.origin}/`;
        frame.onload = () => {
          try {
            resolve(frame.contentDocument?.title ?? null);
          } catch {
            resolve(null);
          }
        };
        document.body.append(frame);
      }),
  })),
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'].flatMap((type) =>
    ['', '/bounce'].map((way) => ({
      name: `a form as ${type}${way === '' ? '' : ', redirected from the page’s own server'}`,
      detail: JSON.stringify({ type, way, body: write }),
      run: tryForm,
    })),
  ),
  ...['fetch', 'WebSocket', 'refresh'].map((what) => ({
    name: `${what} from a frame without origin`,
    detail: JSON.stringify({ what, body: write }),
    run: tryOpaqueFrame,
  })),
];

/** `{"id":"...","name":"=..."}` is what a form of text/plain can send as valid JSON. */
function tryForm({ victim, detail }: Given): Promise<string | null> {
  const { type, way, body } = JSON.parse(detail) as { type: string; way: string; body: string };
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.name = `f${performance.now()}`;
    const form = document.createElement('form');
    form.method = 'post';
    form.enctype = type;
    form.target = frame.name;
    form.action = `${way === '' ? victim.origin : way}/call/workspace.register`;
    const field = document.createElement('input');
    field.name = body.slice(0, -2);
    field.value = '"}';
    form.append(field);
    document.body.append(frame, form);
    let sent = false;
    frame.onload = () => {
      if (!sent) return;
      try {
        resolve(frame.contentDocument?.body.textContent ?? null);
      } catch {
        resolve(null);
      }
    };
    // The empty page that a new frame begins with loads first.
    setTimeout(() => {
      sent = true;
      form.submit();
    }, 50);
    setTimeout(() => resolve(null), 3_000);
  });
}

/** A sandboxed frame sends `Origin: null`. */
function tryOpaqueFrame({ victim, detail }: Given): Promise<string | null> {
  const { what, body } = JSON.parse(detail) as { what: string; body: string };
  const call = JSON.stringify(`${victim.origin}/call/workspace.register`);
  const socket = JSON.stringify(`${victim.origin.replace('http', 'ws')}/events`);
  const tell = 'const tell = (what) => parent.postMessage(what, "*");';
  const scripts: Readonly<Record<string, string>> = {
    fetch: `fetch(${call}, { method: 'POST', body: ${JSON.stringify(body)} })
      .then((answer) => answer.text()).then(tell, () => tell(null));`,
    WebSocket: `const socket = new WebSocket(${socket});
      socket.onopen = () => tell('open'); socket.onerror = () => tell(null);`,
    refresh: `location.href = ${JSON.stringify(victim.origin)} + '/'; setTimeout(() => tell('stayed'), 3000);`,
  };
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    addEventListener('message', ({ data, source }) => {
      if (source === frame.contentWindow) resolve(typeof data === 'string' ? data : null);
    });
    frame.srcdoc = `<script>${tell}${scripts[what] ?? ''}</script>`;
    document.body.append(frame);
    // A frame that left for the app's address tells nothing any more.
    setTimeout(() => resolve(null), 1_500);
  });
}

const code: PageAttack[] = [
  {
    name: 'importing a module of the app',
    detail: '',
    run: ({ victim }) =>
      import(victim.script).then(
        (module: object) => Object.keys(module).join() || 'a module',
        () => null,
      ),
  },
  ...['Worker', 'SharedWorker'].map((kind) => ({
    name: `a ${kind} of the app's script`,
    detail: kind,
    run: ({ victim, detail }: Given) =>
      new Promise<string | null>((resolve) => {
        try {
          const worker =
            detail === 'Worker' ? new Worker(victim.script) : new SharedWorker(victim.script).port;
          worker.onmessage = () => resolve('a message');
          setTimeout(() => resolve('started'), 500);
        } catch {
          resolve(null);
        }
      }),
  })),
  {
    name: "importScripts of the app's script in a worker of its own",
    detail: '',
    run: ({ victim }) =>
      new Promise((resolve) => {
        const source = `try { importScripts(${JSON.stringify(victim.script)}); postMessage('ran'); }
          catch { postMessage(null); }`;
        const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
        worker.onmessage = ({ data }) => resolve(typeof data === 'string' ? data : null);
      }),
  },
  {
    name: 'a service worker at the app',
    detail: '',
    run: ({ victim }) =>
      navigator.serviceWorker.register(victim.script, { scope: `${victim.origin}/` }).then(
        () => 'registered',
        () => null,
      ),
  },
  {
    name: 'a font from the app',
    detail: '',
    run: ({ victim }) =>
      new FontFace('theirs', `url(${victim.script})`).load().then(
        () => 'loaded',
        () => null,
      ),
  },
  {
    name: "the app's stores, storage and locks",
    detail: '',
    run: async () => {
      const stores = (await indexedDB.databases()).map(({ name }) => name ?? '');
      const locks = (await navigator.locks.query()).held?.map(({ name }) => name ?? '') ?? [];
      const seen = [
        ...stores,
        ...locks,
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await caches.keys()),
      ];
      return seen.length === 0 ? null : seen.join();
    },
  },
];

/** What runs beside one another in one page. */
export const pageAttacks: readonly PageAttack[] = [...fetches, ...requests, ...tags, ...frames, ...code];

/** Each opens a window, and is given time to look at it. */
export const windowAttacks: readonly PageAttack[] = [
  ['/', 'a window of the app'],
  [`/#code=${guess}`, 'a window of the app with a guessed one-time code'],
  ['/call/session.open', 'a window at the API'],
].map(([path, name]) => ({
  name: String(name),
  detail: String(path),
  run: async ({ victim, detail }) => {
    const opened = window.open(victim.origin + detail);
    if (opened === null) return 'no window was opened, so nothing was tried';
    for (let look = 0; look < 10; look += 1) {
      await new Promise((next) => setTimeout(next, 100));
      opened.postMessage({ kind: 'menu', action: 'undo' }, '*');
      try {
        const { href } = opened.location;
        const text = opened.document.body.textContent;
        if (href.startsWith(victim.origin)) return text;
      } catch {
        // Another origin: the browser keeps it shut.
      }
    }
    return null;
  },
}));
