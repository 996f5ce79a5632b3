import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments, statuses, type Status } from '../../../../src/shared/accounts/account.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { allowedMoves, decideMove, type MoveInput } from '../../../../src/shared/statuses/moves.ts';

const move = (part: Partial<MoveInput>): MoveInput => ({
  from: '',
  to: 'Queued',
  segment: 'Large',
  bdrAssigned: '',
  bdr: 'Ann Lee',
  used: 0,
  limit: 100,
  ...part,
});

/** Rule, message and remedy of the first refusal; 'allowed' where there is none. */
function verdict(part: Partial<MoveInput>): string | [string, string, string] {
  const decision = decideMove(move(part));
  if (decision.allowed) return decision.needsReason === true ? 'needs reason' : 'allowed';
  const [{ rule, message, remedy }] = decision.refusals;
  return [rule, sayStrictly(message), sayStrictly(remedy)];
}

const possible: readonly (readonly [Status, Status])[] = [
  ['', 'Queued'],
  ['Queued', ''],
  ['', 'Actively Working'],
  ['Queued', 'Actively Working'],
  ['Worked in FY', 'Actively Working'],
  ['Actively Working', 'Queued'],
  ['Actively Working', 'Worked in FY'],
  ['Worked in FY', 'Queued'],
  ['', 'Restricted'],
  ['Queued', 'Restricted'],
  ['Actively Working', 'Restricted'],
  ['Worked in FY', 'Restricted'],
  ['Restricted', 'Queued'],
];
const details = { reason: 'Renewal talks', askedBy: 'Dana' };

describe('AW-0: the moves that open section 5', () => {
  const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));

  it.each(pairs)('from "%s" to "%s"', (from, to) => {
    const may = from === to || possible.some(([a, b]) => a === from && b === to);
    expect(decideMove(move({ from, to, details })).allowed).toBe(may);
    expect(from === to || allowedMoves[from].includes(to)).toBe(may);
  });

  it('says what is possible from here instead', () => {
    expect(verdict({ from: '', to: 'Worked in FY' })).toEqual([
      'AW-0',
      'AW-0: No status cannot become Worked in FY.',
      'From No status it can go to Queued, Actively Working, or Restricted.',
    ]);
    expect(verdict({ from: 'Actively Working', to: '' })).toEqual([
      'AW-0',
      'AW-0: Actively Working cannot become No status.',
      'From Actively Working it can go to Queued, Worked in FY, or Restricted.',
    ]);
    expect(verdict({ from: 'Restricted', to: '' })).toEqual([
      'AW-0',
      'AW-0: Restricted cannot become No status.',
      'From Restricted it can go to Queued.',
    ]);
    expect(verdict({ from: 'Queued', to: 'Worked in FY' })[2]).toBe(
      'From Queued it can go to No status, Actively Working, or Restricted.',
    );
  });
});

describe('AW-1: only the BDR Assigned moves an account', () => {
  it.each<[string, string]>([
    ['Ann Lee', 'Ann Lee'],
    [' ann LEE ', 'Ann Lee'],
    ['', 'Ann Lee'],
    ['  ', 'Ann Lee'],
  ])('assigned to %j, %j may', (bdrAssigned, bdr) => {
    expect(verdict({ bdrAssigned, bdr })).toBe('allowed');
    expect(verdict({ bdrAssigned, bdr, to: 'Actively Working' })).toBe('allowed');
  });

  it('another BDR may not, whatever the move', () => {
    for (const [from, to] of possible) {
      const decision = decideMove(move({ from, to, details, bdrAssigned: 'Bob' }));
      expect(decision.allowed ? '' : decision.refusals[0].rule).toBe(
        to === 'Actively Working' ? 'AW-7' : 'AW-1',
      );
    }
    expect(verdict({ bdrAssigned: ' Bob ' })).toEqual([
      'AW-1',
      'AW-1: assigned to Bob, and only the BDR Assigned moves an account.',
      'Ask Bob to move it, or change BDR Assigned first.',
    ]);
  });

  it('a manager workspace may act for several', () => {
    const part = { bdrAssigned: 'bob ', actsFor: ['Bob', 'Eve'] };
    expect(verdict(part)).toBe('allowed');
    expect(verdict({ ...part, to: 'Actively Working' })).toBe('allowed');
    expect(verdict({ ...part, bdrAssigned: 'Kim' })[0]).toBe('AW-1');
    expect(verdict({ ...part, bdrAssigned: '' })).toBe('allowed');
  });

  it('anyone may reorder within a status', () => {
    expect(verdict({ from: 'Actively Working', to: 'Actively Working', bdrAssigned: 'Bob', used: 200 })).toBe(
      'allowed',
    );
  });

  it('a workspace that does not know its BDR cannot fill slots', () => {
    for (const bdr of ['', '   ']) {
      expect(verdict({ bdr, to: 'Actively Working' })).toEqual([
        'AW-1',
        'AW-1: the workspace does not know whose book this is.',
        'Set the BDR in Settings.',
      ]);
      expect(verdict({ bdr })).toBe('allowed');
    }
  });
});

describe('AW-7: refused if the account is Restricted, or assigned to another BDR', () => {
  it('Restricted has to be queued first', () => {
    expect(verdict({ from: 'Restricted', to: 'Actively Working' })).toEqual([
      'AW-7',
      'AW-7: the account is Restricted.',
      'Once it may be worked again, move it to Queued first.',
    ]);
    expect(verdict({ from: 'Restricted', to: 'Queued' })).toBe('allowed');
  });

  it('assigned to another comes before everything else', () => {
    const input = { from: 'Restricted', to: 'Actively Working', bdrAssigned: 'Bob', segment: null } as const;
    expect(verdict(input)).toEqual([
      'AW-7',
      'AW-7: assigned to Bob, so it cannot enter your Actively Working.',
      'Ask Bob to work it, or change BDR Assigned first.',
    ]);
    const decision = decideMove(move(input));
    expect(decision.allowed ? [] : decision.refusals.map((it) => it.rule)).toEqual(['AW-7', 'AW-7', 'AW-6']);
  });
});

describe('AW-8: Restricted needs a reason and who asked', () => {
  it('asks for them while the move is only being asked about', () => {
    expect(verdict({ from: 'Queued', to: 'Restricted' })).toBe('needs reason');
    expect(verdict({ from: 'Restricted', to: 'Restricted' })).toBe('allowed');
  });

  it('is refused while one is blank', () => {
    const remedy = 'Give the reason and who asked, as in “open renewal talks”, “Dana Wells”.';
    const missing = (given: { reason?: string; askedBy?: string }) =>
      verdict({ to: 'Restricted', details: given });
    expect(missing({ askedBy: 'Dana' })).toEqual([
      'AW-8',
      'AW-8: a restricted account needs a reason.',
      remedy,
    ]);
    expect(missing({ reason: ' ', askedBy: 'Dana' })[1]).toBe('AW-8: a restricted account needs a reason.');
    expect(missing({ reason: 'Talks' })).toEqual([
      'AW-8',
      'AW-8: a restricted account needs the name of who asked for it.',
      remedy,
    ]);
    expect(missing(details)).toBe('allowed');
  });

  it('other moves need neither', () => {
    expect(verdict({ details: {} })).toBe('allowed');
  });
});

it('every move has exactly one outcome, and every refusal has words', () => {
  const input = fc.record({
    from: fc.constantFrom(...statuses),
    to: fc.constantFrom(...statuses),
    segment: fc.constantFrom(...segments, null),
    bdrAssigned: fc.constantFrom('', ' ', 'Ann', 'ANN ', 'Bob'),
    bdr: fc.constantFrom('', 'Ann'),
    used: fc.nat(300),
    limit: fc.option(fc.integer({ min: 1, max: 200 })),
    details: fc.constantFrom({}, { reason: 'x' }, { reason: 'x', askedBy: 'y' }),
  });
  fc.assert(
    fc.property(input, (given) => {
      const decision = decideMove(given);
      if (decision.allowed) {
        expect(given.from === given.to || allowedMoves[given.from].includes(given.to)).toBe(true);
        return;
      }
      for (const { rule, message, remedy } of decision.refusals) {
        expect(sayStrictly(message).startsWith(`${rule}: `)).toBe(true);
        expect(sayStrictly(remedy)).not.toBe('');
      }
    }),
    { numRuns: 1000 },
  );
});
