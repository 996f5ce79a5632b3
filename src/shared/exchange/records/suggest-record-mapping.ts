import { decideDateOrder } from '../dates.ts';
import { plainText } from '../read-cell.ts';
import { isRefusalNote, type ColumnSample, type Confidence, type Suggestion } from '../suggest-mapping.ts';
import type { Label } from '../../history/change-set.ts';
import { recordAlias, recordColumn, type RecordSubject } from './record-columns.ts';

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const phone = /^\+?[\d\s()./-]{7,}$/;

interface Draft {
  readonly sample: ColumnSample;
  readonly texts: readonly string[];
  key?: string;
  rank: number;
  confidence: Confidence;
  reason: Label;
}

/** Suggests a column for every column of a list of people or opportunities; each is given out once. */
export function suggestRecordMapping(
  subject: RecordSubject,
  samples: readonly ColumnSample[],
): readonly Suggestion[] {
  const drafts = samples.map((sample): Draft => {
    const texts = sample.cells.flatMap((cell) => plainText(cell) ?? []);
    const blank = { sample, texts, rank: 0, confidence: 'likely' } as const;
    if (isRefusalNote(sample.header.raw)) return { ...blank, reason: { id: 'exchange.seen.refusal-note' } };
    const alias = recordAlias(subject, sample.header.raw);
    if (!alias) return { ...blank, reason: { id: 'exchange.seen.unused' } };
    const field = recordColumn(subject, alias.key)?.label ?? alias.key;
    return {
      ...blank,
      key: alias.key,
      rank: alias.rank,
      confidence: 'sure',
      reason: { id: 'exchange.seen.name', params: { field } },
    };
  });
  keepBest(drafts);
  if (subject === 'people') guessPeople(drafts);
  return drafts.map(({ key, texts, confidence, reason }): Suggestion => {
    if (key === undefined) {
      return { mapping: { target: { kind: 'leaveOut' } }, confidence, reason, askDateOrder: false };
    }
    const target = { kind: 'record', key } as const;
    if (recordColumn(subject, key)?.type !== 'date') {
      return { mapping: { target }, confidence, reason, askDateOrder: false };
    }
    const { order, ambiguous } = decideDateOrder(texts);
    return { mapping: { target, dateOrder: order }, confidence, reason, askDateOrder: ambiguous };
  });
}

function keepBest(drafts: readonly Draft[]): void {
  const best = new Map<string, Draft>();
  for (const draft of drafts) {
    if (draft.key === undefined) continue;
    const present = best.get(draft.key);
    if (present === undefined || draft.rank < present.rank) best.set(draft.key, draft);
  }
  for (const draft of drafts) {
    const winner = draft.key === undefined ? undefined : best.get(draft.key);
    if (winner === undefined || winner === draft) continue;
    delete draft.key;
    draft.confidence = 'likely';
    draft.reason = { id: 'exchange.seen.taken', params: { header: winner.sample.header.label } };
  }
}

/** Mail addresses and phone numbers show what they are. */
function guessPeople(drafts: readonly Draft[]): void {
  for (const [key, shape, reason] of [
    ['email', mail, 'exchange.seen.mail'],
    ['phone', phone, 'exchange.seen.phone'],
  ] as const) {
    if (drafts.some((draft) => draft.key === key)) continue;
    const found = drafts.find(
      ({ key: taken, texts }) =>
        taken === undefined &&
        texts.length > 0 &&
        texts.filter((text) => shape.test(text)).length / texts.length >= 0.8,
    );
    if (!found) continue;
    found.key = key;
    found.confidence = 'guess';
    found.reason = { id: reason };
  }
}
