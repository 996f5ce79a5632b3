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

const upgrades: AttackCase[] = ['https://attacker.example', undefined].map((origin) => ({
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

const names: AttackCase[] = [
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

const control: AttackCase[] = [
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
  ...control,
];
