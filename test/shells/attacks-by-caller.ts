import { call, withHeaders, type AttackCase, type Target } from './attack-case.ts';
import { requestText } from './raw-socket.ts';

const wrongHosts: AttackCase[] = [
  ['another name (DNS rebinding)', (t: Target) => `attacker.example:${t.port}`],
  ['another name without port', () => 'attacker.example'],
  ['localhost', (t: Target) => `localhost:${t.port}`],
  ['no port', () => '127.0.0.1'],
  ['another port', (t: Target) => `127.0.0.1:${t.port === 1024 ? 1025 : t.port - 1}`],
  ['trailing dot', (t: Target) => `127.0.0.1.:${t.port}`],
  ['IPv6 loopback', (t: Target) => `[::1]:${t.port}`],
  ['IPv4 in IPv6', (t: Target) => `[::ffff:127.0.0.1]:${t.port}`],
  ['decimal address', (t: Target) => `2130706433:${t.port}`],
  ['short address', (t: Target) => `127.1:${t.port}`],
  ['any address', (t: Target) => `0.0.0.0:${t.port}`],
  ['another loopback address', (t: Target) => `127.0.0.2:${t.port}`],
  ['octal address', (t: Target) => `0177.0.0.1:${t.port}`],
  ['hexadecimal address', (t: Target) => `0x7f000001:${t.port}`],
  ['port with a leading zero', (t: Target) => `127.0.0.1:0${t.port}`],
  ['name below localhost', (t: Target) => `attacker.localhost:${t.port}`],
  ['an address with scheme', (t: Target) => `http://127.0.0.1:${t.port}`],
  ['user part', (t: Target) => `127.0.0.1:${t.port}@attacker.example`],
  ['wildcard name that resolves here', (t: Target) => `127.0.0.1.nip.io:${t.port}`],
  ['two names in one header', (t: Target) => `127.0.0.1:${t.port}, attacker.example`],
].map(([name, host]) =>
  withHeaders(`Host: ${String(name)}`, [400, 403], (target) => ({
    Host: typeof host === 'function' ? host(target) : '',
  })),
);

const hosts: AttackCase[] = [
  ...wrongHosts,
  withHeaders('Host: missing', [400], () => ({ Host: undefined })),
  withHeaders('Host: empty', [400, 403], () => ({ Host: '' })),
  {
    name: 'Host: twice, the right one first',
    refusedWith: [400, 403],
    parts: (t) => call(t, { headers: { host: 'attacker.example' } }),
  },
  withHeaders('Host: foreign, ours in X-Forwarded-Host', [403], (t) => ({
    Host: 'attacker.example',
    'X-Forwarded-Host': t.host,
    Forwarded: `host=${t.host}`,
  })),
  {
    name: 'HTTP/1.0 without Host',
    refusedWith: [400, 403],
    parts: (t) => [
      `POST /call/workspace.register HTTP/1.0\r\nOrigin: ${t.origin}\r\nAuthorization: Bearer ${t.token}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
    ],
  },
  {
    name: 'absolute address in the request line',
    refusedWith: [400, 403],
    parts: (t) => call(t, { target: `http://attacker.example/call/workspace.register` }),
  },
  {
    name: 'absolute address of this server in the request line',
    refusedWith: [400, 403],
    parts: (t) => call(t, { target: `${t.origin}/call/workspace.register` }),
  },
  {
    name: 'a page fetched under another name',
    refusedWith: [403],
    parts: (t) => [
      requestText({
        method: 'GET',
        target: '/',
        headers: { Host: `attacker.example:${t.port}`, Connection: 'close' },
      }),
    ],
  },
];

const origins: AttackCase[] = [
  withHeaders('Origin: foreign', [403], () => ({ Origin: 'https://attacker.example' })),
  withHeaders('Origin: null (sandboxed frame, file)', [403], () => ({ Origin: 'null' })),
  withHeaders('Origin: missing', [403], () => ({ Origin: undefined })),
  withHeaders('Origin: empty', [403], () => ({ Origin: '' })),
  withHeaders('Origin: https instead of http', [403], (t) => ({ Origin: `https://${t.host}` })),
  withHeaders('Origin: another port', [403], (t) => ({ Origin: `http://127.0.0.1:${t.port - 1}` })),
  withHeaders('Origin: localhost', [403], (t) => ({ Origin: `http://localhost:${t.port}` })),
  withHeaders('Origin: ours as a prefix', [403], (t) => ({ Origin: `${t.origin}.attacker.example` })),
  withHeaders('Origin: with a path', [403], (t) => ({ Origin: `${t.origin}/` })),
  withHeaders('Origin: upper case', [403], (t) => ({ Origin: t.origin.toUpperCase() })),
  withHeaders('Origin: file', [403], () => ({ Origin: 'file://' })),
  withHeaders('Origin: an extension', [403], () => ({ Origin: `chrome-extension://${'a'.repeat(32)}` })),
  withHeaders('Origin: ours with a user part', [403], (t) => ({ Origin: `http://user@${t.host}` })),
  withHeaders('Origin: ours with a trailing dot', [403], (t) => ({
    Origin: `http://127.0.0.1.:${t.port}`,
  })),
  withHeaders('Origin: two in one header', [403], (t) => ({
    Origin: `${t.origin} https://attacker.example`,
  })),
  withHeaders('Origin: missing, our Referer', [403], (t) => ({
    Origin: undefined,
    Referer: `${t.origin}/`,
  })),
  withHeaders('Origin: twice', [403], () => ({ origin: 'https://attacker.example' })),
  withHeaders('Sec-Fetch-Site: cross-site', [403], () => ({ 'Sec-Fetch-Site': 'cross-site' })),
  withHeaders('Sec-Fetch-Site: none (typed address)', [403], () => ({ 'Sec-Fetch-Site': 'none' })),
  withHeaders('Sec-Fetch-Site: same-site (another port)', [403], () => ({ 'Sec-Fetch-Site': 'same-site' })),
];

const tokens: AttackCase[] = [
  withHeaders('token: none', [401], () => ({ Authorization: undefined })),
  withHeaders('token: empty', [401], () => ({ Authorization: 'Bearer ' })),
  withHeaders('token: guessed', [401], () => ({ Authorization: `Bearer ${'A'.repeat(43)}` })),
  withHeaders('token: cut short', [401], (t) => ({ Authorization: `Bearer ${t.token.slice(0, -1)}` })),
  withHeaders('token: longer', [401], (t) => ({ Authorization: `Bearer ${t.token}A` })),
  withHeaders('token: of another data folder', [401], (t) => ({ Authorization: `Bearer ${t.foreignToken}` })),
  withHeaders('token: a used one-time code', [401], (t) => ({ Authorization: `Bearer ${t.usedCode}` })),
  withHeaders('token: Basic scheme', [401], (t) => ({
    Authorization: `Basic ${Buffer.from(`x:${t.token}`).toString('base64')}`,
  })),
  withHeaders('token: without a scheme', [401], (t) => ({ Authorization: t.token })),
  withHeaders('token: scheme in lower case', [401], (t) => ({ Authorization: `bearer ${t.token}` })),
  withHeaders('token: for a proxy', [401], (t) => ({
    Authorization: undefined,
    'Proxy-Authorization': `Bearer ${t.token}`,
  })),
  withHeaders('token: percent-encoded', [401], (t) => ({
    Authorization: `Bearer %${t.token.charCodeAt(0).toString(16)}${t.token.slice(1)}`,
  })),
  withHeaders("token: the control file's secret", [401], (t) => ({
    Authorization: `Bearer ${t.controlSecret}`,
  })),
  withHeaders('token: in a cookie', [401], (t) => ({
    Authorization: undefined,
    Cookie: `groundwork.token=${t.token}`,
  })),
  withHeaders('token: twice', [401], () => ({ authorization: 'Bearer x' })),
  {
    name: 'token: in the address',
    refusedWith: [401, 404],
    parts: (t) =>
      call(t, {
        target: `/call/workspace.register?token=${t.token}`,
        headers: { Authorization: undefined },
      }),
  },
  {
    name: 'a one-time code used a second time',
    refusedWith: [401],
    parts: (t) => call(t, { target: '/session', body: JSON.stringify({ code: t.usedCode }) }),
  },
  {
    name: 'a guessed one-time code',
    refusedWith: [401],
    parts: (t) => call(t, { target: '/session', body: JSON.stringify({ code: 'A'.repeat(43) }) }),
  },
  ...[
    ['a list of one-time codes', (t: Target) => JSON.stringify({ code: [t.usedCode] })],
    ['a one-time code that is an object', () => '{"code":{"length":43}}'],
    ['no one-time code', () => '{}'],
    ['null for a one-time code', () => 'null'],
  ].map(([name, body]): AttackCase => ({
    name: String(name),
    refusedWith: [401],
    parts: (t) => call(t, { target: '/session', body: typeof body === 'function' ? body(t) : '' }),
  })),
  {
    name: 'the token in the body',
    refusedWith: [401],
    parts: (t) =>
      call(t, {
        headers: { Authorization: undefined },
        body: JSON.stringify({ token: t.token, authorization: `Bearer ${t.token}` }),
      }),
  },
  {
    name: 'the event stream with GET, as EventSource does',
    refusedWith: [405],
    parts: (t) => call(t, { target: '/events', method: 'GET', body: '' }),
  },
  {
    name: 'the event stream for another page',
    refusedWith: [403],
    parts: (t) => call(t, { target: '/events', body: '{}', headers: { Origin: 'https://attacker.example' } }),
  },
  {
    name: 'the event stream without a token',
    refusedWith: [401],
    parts: (t) => call(t, { target: '/events', body: '{}', headers: { Authorization: undefined } }),
  },
];

/** Who calls: wrong name, wrong page, no right. */
export const attacksByCaller: readonly AttackCase[] = [...hosts, ...origins, ...tokens];
