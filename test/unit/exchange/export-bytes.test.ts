import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/accounts/account.ts';
import { fixedClock } from '../../../src/shared/clock.ts';
import { writeExport, countExport } from '../../../src/renderer/workers/exchange/export-session.ts';
import type { ExportRequest } from '../../../src/renderer/workers/exchange/protocol.ts';
import { buildAccounts } from '../../builders/accounts.ts';
import { printSeed } from '../../builders/random.ts';
import { memoryStore, today } from './memory-store.ts';

const clock = fixedClock(`${today}T12:00:00Z`);
const usual: ExportRequest = {
  preset: 'account-research-fields',
  style: { separator: ',', cells: 'safe' },
  ids: null,
  publicSector: true,
};

async function bytesOf(
  accounts: readonly Account[],
  request: Partial<ExportRequest> = {},
): Promise<{ name: string; text: string; leftOut: number }> {
  const file = await writeExport(
    memoryStore({ accounts }),
    clock,
    { ...usual, ...request },
    {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    },
  );
  if (!file.ok) throw new Error(file.error.id);
  const bytes = new Uint8Array(await file.value.blob.arrayBuffer());
  return {
    name: file.value.name,
    leftOut: file.value.leftOut,
    text: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes),
  };
}

/** docs/formats/csv.md, written a second time by hand. */
function independent(accounts: readonly Account[]): string {
  const cell = (value: string | number | undefined): string => {
    let text = String(value ?? '');
    if (/^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) && !/^-(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(text))
      text = `'${text}`;
    return /[",\r\n]/.test(text) || text.startsWith(' ') || text.endsWith(' ')
      ? `"${text.split('"').join('""')}"`
      : text;
  };
  const folded = (name: string): string =>
    name
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replaceAll('ı', 'i');
  const ordered = [...accounts].sort((a, b) => {
    const [x, y] = [folded(a.name), folded(b.name)];
    return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
  });
  const lines = ordered.map((account) =>
    [
      account.crmId,
      account.name,
      account.website,
      account.bdrAssigned,
      account.owner,
      account.status,
      account.stints?.filter((stint) => stint.end === undefined).at(-1)?.start,
      account.priority,
      account.accountResearch,
      account.accountStrategy,
      account.bdrNextStep,
      account.bdrNextStepDate,
    ]
      .map(cell)
      .join(','),
  );
  const header =
    'CRM id,Account Name,Website,BDR Assigned,Account Owner,BDR Prospecting Status,Actively Working Start Date,' +
    'Priority,Account Research,Account Strategy,BDR Next Step,BDR Next Step Date';
  return `\ufeff${[header, ...lines].join('\r\n')}\r\n`;
}

describe('EX-5: the file of "Account research fields"', () => {
  it('has these bytes', async () => {
    const accounts: Account[] = [
      { id: '2', name: 'Zeta', accountResearch: 'Line one\r\n"Line" two', bdrNextStep: '=HYPERLINK("x")' },
      {
        id: '1',
        name: 'Ärger & Söhne, KG',
        crmId: '001',
        website: 'https://a.example',
        bdrAssigned: 'Pat',
        owner: '-',
        status: 'Actively Working',
        stints: [{ start: '2026-10-01' as never }],
        priority: 1,
        bdrNextStepDate: '2026-12-01' as never,
      },
      { id: '0', name: 'zeta', accountStrategy: " '=1" },
    ];
    const { name, text } = await bytesOf(accounts);
    expect(name).toBe('groundwork-account-research-fields-2026-11-21.csv');
    expect(text).toBe(
      '\ufeffCRM id,Account Name,Website,BDR Assigned,Account Owner,BDR Prospecting Status,Actively Working Start Date,Priority,Account Research,Account Strategy,BDR Next Step,BDR Next Step Date\r\n' +
        `001,"Ärger & Söhne, KG",https://a.example,Pat,'-,Actively Working,2026-10-01,1,,,,2026-12-01\r\n` +
        `,zeta,,,,,,,," '=1",,\r\n` +
        `,Zeta,,,,,,,"Line one\r\n""Line"" two",,"'=HYPERLINK(""x"")",\r\n`,
    );
  });

  it('is what an independent writer makes of the documented rules', async () => {
    const accounts = buildAccounts(800, printSeed('export bytes'));
    expect((await bytesOf(accounts)).text).toBe(independent(accounts));
  });

  it('can have another separator, and be raw', async () => {
    const accounts: Account[] = [{ id: '1', name: '=A;B', owner: 'x,y' }];
    expect((await bytesOf(accounts, { style: { separator: ';', cells: 'safe' } })).text).toContain(
      `\r\n;"'=A;B";;;x,y;`,
    );
    expect((await bytesOf(accounts, { style: { separator: '\t', cells: 'raw' } })).text).toContain(
      '\r\n\t=A;B\t\t\tx,y\t',
    );
  });
});

describe('what goes into an export', () => {
  const accounts: Account[] = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B', publicSector: true },
    { id: 'c', name: 'C', publicSector: false },
  ];

  it('EX-7: public-sector accounts only when confirmed', async () => {
    const all = { ids: null, preset: 'everything' } as const;
    expect(await countExport(memoryStore({ accounts }), clock, all)).toEqual({
      accounts: 3,
      publicSector: 1,
    });
    const without = await bytesOf(accounts, { publicSector: false });
    expect(without.leftOut).toBe(1);
    expect(without.text).not.toContain('\r\n,B,');
    expect((await bytesOf(accounts)).text).toContain('\r\n,B,');
  });

  it('a selection, whatever its order', async () => {
    const { text } = await bytesOf(accounts, { ids: ['c', 'a', 'gone'] });
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[1]),
    ).toEqual(['A', 'C']);
  });

  it('nothing is no file', async () => {
    const file = await writeExport(
      memoryStore({ accounts }),
      clock,
      { ...usual, ids: ['b'], publicSector: false },
      {
        onProgress: () => undefined,
        signal: new AbortController().signal,
      },
    );
    expect(file).toEqual({ ok: false, error: { id: 'exchange.export.nothing' } });
  });

  it('can be cancelled', async () => {
    const file = await writeExport(memoryStore({ accounts }), clock, usual, {
      onProgress: () => undefined,
      signal: AbortSignal.abort(),
    });
    expect(file).toEqual({ ok: false, error: { id: 'exchange.cancelled' } });
  });

  it('"Everything" traps nothing: every field has a column, custom ones theirs', async () => {
    const { text } = await bytesOf([{ id: 'a', name: 'A', custom: { type: 'x', region: 'EMEA' } }], {
      preset: 'everything',
    });
    const [header = '', row = ''] = text.split('\r\n');
    expect(header).toContain('Actively Working Start Date,Actively Working Stints,');
    expect(header.endsWith(',type (custom),region')).toBe(true);
    expect(row.endsWith(',x,EMEA')).toBe(true);
  });
});
