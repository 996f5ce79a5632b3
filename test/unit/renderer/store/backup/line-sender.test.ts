import { describe, expect, it } from 'vitest';
import type { StoreError } from '../../../../../src/renderer/store/api.ts';
import { LineSender } from '../../../../../src/renderer/store/backup/line-sender.ts';

const full: StoreError = { code: 'low-space', message: { id: 'store.host', params: { what: 'Full.' } } };

describe('sending lines to the host', () => {
  it('keeps their order, and never has two batches on their way', async () => {
    const batches: string[][] = [];
    let onTheirWay = 0;
    const sender = new LineSender(async (lines) => {
      onTheirWay += 1;
      expect(onTheirWay).toBe(1);
      await Promise.resolve();
      batches.push(lines);
      onTheirWay -= 1;
      return null;
    });
    const lines = Array.from({ length: 40 }, (_, at) => `${at} `.padEnd(50_000, 'x'));
    for (const line of lines) await sender.add(line);
    await sender.flush();
    expect(batches.flat()).toEqual(lines);
    expect(batches.length).toBeGreaterThan(3);
    for (const batch of batches.slice(0, -1)) expect(batch).toHaveLength(8);
  });

  it('closes a batch of many short lines too', async () => {
    const sizes: number[] = [];
    const sender = new LineSender((lines) => {
      sizes.push(lines.length);
      return Promise.resolve(null);
    });
    for (let at = 0; at < 5001; at += 1) await sender.add('{}');
    await sender.flush();
    expect(sizes).toEqual([5000, 1]);
  });

  it('sends nothing when there is nothing', async () => {
    const sender = new LineSender(() => Promise.reject(new Error('asked')));
    await expect(sender.flush()).resolves.toBeUndefined();
  });

  it('tells what was wrong with a batch at the next one, or at the end', async () => {
    const sender = new LineSender(() => Promise.resolve(full));
    await sender.add('x'.repeat(400_000));
    await expect(sender.add('x'.repeat(400_000))).rejects.toMatchObject({ storeError: full });
    const last = new LineSender(() => Promise.resolve(full));
    await last.add('{}');
    await expect(last.flush()).rejects.toMatchObject({ storeError: full });
  });
});
