import { call, withHeaders, type AttackCase } from './attack-case.ts';
import { requestText } from './raw-socket.ts';

const forms: AttackCase[] = [
  withHeaders('form post as text/plain', [415], () => ({ 'Content-Type': 'text/plain' })),
  withHeaders('form post as urlencoded', [415], () => ({
    'Content-Type': 'application/x-www-form-urlencoded',
  })),
  withHeaders('form post as multipart', [415], () => ({ 'Content-Type': 'multipart/form-data; boundary=x' })),
  withHeaders('no content type', [415], () => ({ 'Content-Type': undefined })),
  withHeaders('JSON in another character set', [415], () => ({
    'Content-Type': 'application/json; charset=utf-16',
  })),
  withHeaders('compressed body', [415], () => ({ 'Content-Encoding': 'gzip' })),
  {
    name: 'CORS preflight',
    refusedWith: [403, 405],
    parts: (t) =>
      call(t, {
        method: 'OPTIONS',
        body: '',
        headers: {
          Origin: 'https://attacker.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization',
          'Access-Control-Request-Private-Network': 'true',
        },
      }),
  },
  {
    name: 'CORS preflight of the sign-in',
    refusedWith: [403, 405],
    parts: (t) =>
      call(t, {
        method: 'OPTIONS',
        target: '/session',
        body: '',
        headers: {
          Origin: 'null',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type',
        },
      }),
  },
  ...['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'TRACE'].map((method): AttackCase => ({
    name: `${method} on the API`,
    refusedWith: [400, 405],
    parts: (t) => call(t, { method }),
  })),
  {
    name: 'method override by header',
    refusedWith: [405],
    parts: (t) => call(t, { method: 'GET', headers: { 'X-HTTP-Method-Override': 'POST' } }),
  },
  ...['X-HTTP-Method', 'X-Method-Override'].map((header): AttackCase => ({
    name: `method override by ${header}`,
    refusedWith: [405],
    parts: (t) => call(t, { method: 'PUT', headers: { [header]: 'POST' } }),
  })),
  withHeaders('two content types', [415], () => ({ 'content-type': 'text/plain' })),
  withHeaders('JSON beside text in one content type', [415], () => ({
    'Content-Type': 'text/plain, application/json',
  })),
  withHeaders('JSON as a parameter of text', [415], () => ({
    'Content-Type': 'text/plain; application/json',
  })),
  withHeaders('a relative of JSON', [415], () => ({ 'Content-Type': 'application/json-patch+json' })),
  {
    name: 'method override by query',
    refusedWith: [404, 405],
    parts: (t) => call(t, { method: 'GET', target: '/call/workspace.register?_method=POST' }),
  },
  { name: 'POST to a static file', refusedWith: [405], parts: (t) => call(t, { target: '/index.html' }) },
  { name: 'no JSON', refusedWith: [400], parts: (t) => call(t, { body: '{"id":' }) },
];

const paths: AttackCase[] = [
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/%252e%252e%252fsecret.txt',
  '/....//secret.txt',
  '/%c0%ae%c0%ae/secret.txt',
  '/assets/../../secret.txt',
  '//secret.txt',
  '/index.html%00.png',
  '/index.html/',
  '/.hidden',
  '/assets/..;/..;/secret.txt',
  '/assets%2f..%2f..%2fsecret.txt',
  '/%5c..%5csecret.txt',
  '/C:/secret.txt',
  '/C:%5csecret.txt',
  '/file:///etc/passwd',
  '/\u2025/secret.txt'.replace('\u2025', '%e2%80%a5'),
  '/.%2e/secret.txt',
  '/assets/.../secret.txt',
  '/~root/secret.txt',
  '/%',
].map((target) => ({
  name: `path ${target}`,
  refusedWith: [400, 404],
  parts: (t) => [requestText({ method: 'GET', target, headers: { Host: t.host, Connection: 'close' } })],
}));

const sizes: AttackCase[] = [
  {
    name: 'a body declared too large',
    refusedWith: [413],
    parts: (t) => call(t, { headers: { 'Content-Length': '999999999' } }),
  },
  {
    name: 'a chunked body that grows too large',
    refusedWith: [413, 0],
    parts: (t) => [
      ...call(t, { body: '', headers: { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' } }),
      ...Array.from({ length: 6 }, () => `4000\r\n${'x'.repeat(0x4000)}\r\n`),
    ],
    pauseMs: 5,
  },
  {
    name: 'a slow body',
    refusedWith: [408, 0],
    parts: (t) => [...call(t, { body: '', headers: { 'Content-Length': '100' } }), ...'{"id":"01'.split('')],
    pauseMs: 150,
  },
  {
    name: 'both lengths (request smuggling)',
    refusedWith: [400],
    parts: (t) => call(t, { headers: { 'Transfer-Encoding': 'chunked' } }),
  },
  {
    name: 'two lengths that differ',
    refusedWith: [400],
    parts: (t) => call(t, { headers: { 'content-length': '1' } }),
  },
  {
    name: 'a negative length',
    refusedWith: [400],
    parts: (t) => call(t, { headers: { 'Content-Length': '-1' } }),
  },
  {
    name: 'a space before the colon of a header',
    refusedWith: [400],
    parts: (t) => call(t, { headers: { 'Transfer-Encoding ': 'chunked' } }),
  },
  {
    name: 'a folded header',
    refusedWith: [400],
    parts: (t) => call(t, { headers: { 'X-Folded': 'a\r\n Transfer-Encoding: chunked' } }),
  },
  {
    name: 'a header with a zero byte',
    refusedWith: [400],
    parts: (t) => call(t, { headers: { 'X-Zero': 'a\0b' } }),
  },
  {
    name: 'a chunk larger than memory',
    refusedWith: [400, 408, 413, 0],
    parts: (t) => [
      ...call(t, { body: '', headers: { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' } }),
      'ffffffffffffffff\r\nx',
    ],
  },
  {
    name: 'a thousand headers',
    refusedWith: [400, 431, 0],
    parts: (t) => [
      `GET / HTTP/1.1\r\nHost: ${t.host}\r\n`,
      ...Array.from({ length: 1000 }, (_, index) => `X-Pad-${index}: ${'x'.repeat(20)}\r\n`),
      '\r\n',
    ],
  },
  {
    name: 'a connection that says nothing',
    refusedWith: [408, 0],
    parts: () => [''],
  },
  {
    name: 'headers that come too slowly',
    refusedWith: [408, 0],
    parts: (t) => [`GET / HTTP/1.1\r\nHost: ${t.host}\r\nX-Slow: `, ...'x'.repeat(12).split('')],
    pauseMs: 250,
  },
  {
    name: 'waiting for leave to send',
    refusedWith: [417],
    parts: (t) => call(t, { headers: { Expect: '100-continue' } }),
  },
  {
    name: 'an expectation that nobody knows',
    refusedWith: [417],
    parts: (t) => call(t, { headers: { Expect: 'a-miracle' } }),
  },
  {
    name: 'headers without end',
    refusedWith: [431, 400, 0],
    parts: (t) => [`GET / HTTP/1.1\r\nHost: ${t.host}\r\n`, `X-Pad: ${'x'.repeat(40_000)}\r\n\r\n`],
  },
  {
    name: 'no HTTP at all',
    refusedWith: [400, 0],
    parts: () => ['\x16\x03\x01\x00\xa5\x01\x00\x00\r\n\r\n'],
  },
];

const socketUpgrades: AttackCase[] = ['https://attacker.example', 'null', undefined].map((origin) => ({
  name: `WebSocket upgrade, origin ${origin ?? 'none'}`,
  refusedWith: [403],
  parts: (t) => [
    requestText({
      method: 'GET',
      target: '/events',
      headers: {
        Host: t.host,
        Origin: origin,
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      },
    }),
  ],
}));

const upgrades: AttackCase[] = [
  ...socketUpgrades,
  {
    name: 'WebSocket upgrade of our own page with its token',
    refusedWith: [403],
    parts: (t) =>
      call(t, {
        method: 'GET',
        target: '/events',
        body: '',
        headers: {
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
          'Sec-WebSocket-Protocol': t.token,
        },
      }),
  },
  {
    name: 'upgrade to HTTP/2',
    refusedWith: [403],
    parts: (t) =>
      call(t, {
        headers: { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABk' },
      }),
  },
  {
    name: 'HTTP/2 at once',
    refusedWith: [400, 0],
    parts: () => ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  },
];

const names: AttackCase[] = [
  ...[
    '//call/workspace.register',
    '/CALL/workspace.register',
    '/call/workspace.register/',
    '/call/workspace.register;x',
    '/call\\workspace.register',
    `/call/${'a'.repeat(61)}`,
    '/session/x',
    '/events/x',
    '/control',
    '/control/',
  ].map((target): AttackCase => ({
    name: `address ${target}`,
    refusedWith: [400, 404, 405],
    parts: (t) => call(t, { target }),
  })),
  ...['unknown.operation', '__proto__', 'constructor', 'toString', 'journal.append.extra'].map(
    (operation): AttackCase => ({
      name: `operation ${operation}`,
      refusedWith: [404],
      parts: (t) => call(t, { target: `/call/${operation}`, body: '{}' }),
    }),
  ),
  {
    name: 'operation behind a traversal',
    refusedWith: [404, 405],
    parts: (t) => call(t, { target: '/call/../call/workspace.register' }),
  },
  {
    name: 'operation percent-encoded',
    refusedWith: [404],
    parts: (t) => call(t, { target: '/call/workspace%2Eregister' }),
  },
  {
    name: 'CONNECT tunnel',
    refusedWith: [403],
    parts: (t) => [`CONNECT attacker.example:443 HTTP/1.1\r\nHost: ${t.host}\r\n\r\n`],
  },
];

/** What our own page may send: the host's contract refuses it, and it changes nothing. */
const bodies: AttackCase[] = (
  [
    ['no object', '[]', 'bad-request'],
    ['null', 'null', 'bad-request'],
    ['a name of another type', '{"id":"0193a000-0000-7000-8000-0000000000ee","name":{}}', 'bad-request'],
    [
      'a name too long',
      `{"id":"0193a000-0000-7000-8000-0000000000ee","name":"${'x'.repeat(121)}"}`,
      'bad-request',
    ],
    ['a path for an id', '{"id":"../../secret","name":"x"}', 'bad-request'],
    [
      'prototype keys only',
      '{"__proto__":{"id":"0193a000-0000-7000-8000-0000000000ee","name":"x"}}',
      'bad-request',
    ],
    ['nested without end', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'bad-request'],
  ] as const
).map(([name, body, errorCode]) => ({
  name: `body: ${name}`,
  refusedWith: [200],
  errorCode,
  parts: (t) => call(t, { body }),
}));

const links: AttackCase[] = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>1</script>',
  'file:///etc/passwd',
  'http://attacker.example/',
  'https://user:pass@attacker.example/',
  'ms-msdt:/id',
  'smb://attacker.example/share',
  '\\\\attacker.example\\share',
  '--help',
  'https:',
  'mailto:',
].map((url) => ({
  name: `link ${url.replaceAll('\n', '\\n')}`,
  refusedWith: [200],
  errorCode: 'not-allowed',
  parts: (t) => call(t, { target: '/call/link.open', body: JSON.stringify({ url }) }),
}));

const control: AttackCase[] = [
  {
    name: 'control from a page without Origin (fetch metadata)',
    refusedWith: [403],
    parts: (t) =>
      call(t, {
        target: '/control/address',
        body: '{}',
        headers: {
          Origin: undefined,
          Authorization: `Bearer ${t.controlSecret}`,
          'Sec-Fetch-Mode': 'no-cors',
        },
      }),
  },
  {
    name: 'control with GET',
    refusedWith: [405],
    parts: (t) =>
      call(t, {
        target: '/control/address',
        method: 'GET',
        body: '',
        headers: { Origin: undefined, Authorization: `Bearer ${t.controlSecret}` },
      }),
  },
  {
    name: 'control as a form post',
    refusedWith: [415],
    parts: (t) =>
      call(t, {
        target: '/control/open',
        body: '{}',
        headers: {
          Origin: undefined,
          Authorization: `Bearer ${t.controlSecret}`,
          'Content-Type': 'text/plain',
        },
      }),
  },
  {
    name: 'a greeting without nonce',
    refusedWith: [400],
    parts: (t) =>
      call(t, {
        target: '/control/hello',
        body: '{}',
        headers: { Origin: undefined, Authorization: undefined },
      }),
  },
  {
    name: 'a control that is not there, with the right secret',
    refusedWith: [404],
    parts: (t) =>
      call(t, {
        target: '/control/constructor',
        body: '{}',
        headers: { Origin: undefined, Authorization: `Bearer ${t.controlSecret}` },
      }),
  },
  {
    name: 'control from a page (has an Origin)',
    refusedWith: [403],
    parts: (t) => call(t, { target: '/control/address', body: '{}' }),
  },
  {
    name: "control with the page's token",
    refusedWith: [401],
    parts: (t) => call(t, { target: '/control/address', body: '{}', headers: { Origin: undefined } }),
  },
  {
    name: 'control of the clock without a token',
    refusedWith: [401],
    parts: (t) =>
      call(t, {
        target: '/control/clock',
        body: '{"advanceMs":1}',
        headers: { Origin: undefined, Authorization: undefined },
      }),
  },
];

/** What is asked: form, path, size, protocol, name. */
export const attacksByRequest: readonly AttackCase[] = [
  ...forms,
  ...paths,
  ...sizes,
  ...upgrades,
  ...names,
  ...bodies,
  ...links,
  ...control,
];
