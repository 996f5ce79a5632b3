import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { moveReceipt } from '../../../../src/shared/statuses/move-receipt.ts';
import { decideMove, type MoveInput } from '../../../../src/shared/statuses/moves.ts';

const move = (part: Partial<MoveInput>): MoveInput => ({
  from: 'Queued',
  to: 'Actively Working',
  segment: 'Large',
  bdrAssigned: '',
  bdr: 'Ann',
  used: 97,
  limit: 100,
  ...part,
});
const receipt = (part: Partial<MoveInput>) => moveReceipt(move(part), decideMove(move(part)));

describe('the receipt of a move', () => {
  it('allowed: the slots that were looked at, and how many are left', () => {
    const { said, facts, flips, settings, rules } = receipt({});
    expect(sayStrictly(said)).toBe('From Queued to Actively Working: allowed.');
    expect(facts.map(sayStrictly)).toEqual(['97 of 100 Large slots are taken.']);
    expect(flips.map(sayStrictly)).toEqual(['3 more Large accounts can enter.']);
    expect(settings).toEqual([{ key: 'limitLarge', value: 100 }]);
    expect(rules).toEqual(['AW-0', 'AW-1', 'AW-6', 'AW-7']);
  });

  it('refused: every rule once, each with what would turn it', () => {
    const { said, facts, flips, rules } = receipt({ used: 102, bdrAssigned: 'Bob', from: 'Restricted' });
    expect(sayStrictly(said)).toBe('From Restricted to Actively Working: refused.');
    expect(rules).toEqual(['AW-7', 'AW-6']);
    expect(facts.map(sayStrictly)).toEqual([
      '102 of 100 Large slots are taken.',
      'AW-7: assigned to Bob, so it cannot enter your Actively Working.',
      'AW-7: the account is Restricted.',
      'AW-6: no free Large slot, 102 of 100.',
    ]);
    expect(flips).toHaveLength(3);
  });

  it('with people and opportunities at hand it names AW-3 to AW-5 and their number', () => {
    const entry = { prospects: [], opportunities: [], today: '2026-11-21' as IsoDate, recentDays: 30 };
    const { rules, settings } = receipt({ entry, segment: 'SMB', limit: null });
    expect(rules).toEqual(['AW-0', 'AW-1', 'AW-3', 'AW-4', 'AW-5', 'AW-6', 'AW-7']);
    expect(settings).toEqual([
      { key: 'limitSmb', value: null },
      { key: 'recentDays', value: 30 },
    ]);
  });

  it('other moves look at no slots', () => {
    const { facts, flips, settings, rules } = receipt({ to: '' });
    expect([facts, flips, settings]).toEqual([[], [], []]);
    expect(rules).toEqual(['AW-0', 'AW-1']);
    expect(receipt({ to: 'Restricted' }).rules).toContain('AW-8');
    expect(receipt({ segment: null }).settings).toEqual([]);
  });

  it('an unlimited segment says how many are worked', () => {
    expect(receipt({ segment: 'SMB', limit: null }).facts.map(sayStrictly)).toEqual([
      '97 SMB accounts are worked; there is no limit.',
    ]);
  });
});
