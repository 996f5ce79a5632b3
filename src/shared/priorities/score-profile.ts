import { z } from 'zod';
import type { Label } from '../history/change-set.ts';
import { err, ok, type Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import { largestRemainder } from './largest-remainder.ts';
import { signals, signalWords, type Signal } from './signal.ts';

/** No weight counts more than this many times another. */
const mostWeight = 100;
const mostWords = 200;

const weight = z.int().min(0).max(mostWeight);
const words = z.array(z.string().trim().min(1).max(80)).max(mostWords);

/** PR-3: what each signal weighs, and by which words two of them are recognised. */
export const scoreProfile = z.object({
  format: z.literal(1),
  name: z.string().trim().min(1).max(80),
  weights: z
    .object(Object.fromEntries(signals.map((signal) => [signal, weight])) as Record<Signal, typeof weight>)
    .refine((all) => signals.some((signal) => all[signal] > 0)),
  /** Words of a fitting industry (PR-2). */
  industries: words,
  /** Words of early adopters (PR-2). */
  adopterWords: words,
});
export type ScoreProfile = Readonly<z.infer<typeof scoreProfile>>;

/** The default profile [D]; its weights add up to 100. */
export const defaultProfile: ScoreProfile = {
  format: 1,
  name: 'Default',
  weights: {
    highLam: 15,
    highDbQs: 15,
    salInsights: 10,
    personsWithLims: 10,
    techUsed: 5,
    triggers: 15,
    ceUsage: 10,
    itTedd: 5,
    industry: 5,
    adopterWords: 5,
    devOps: 5,
  },
  industries: [
    ...['technology', 'software', 'internet', 'computer', 'information services', 'it services', 'telecom'],
    ...['semiconductor', 'electronics', 'saas', 'cloud', 'gaming'],
    ...['financial', 'finance', 'bank', 'insurance', 'fintech', 'capital markets', 'payments'],
    ...['health', 'hospital', 'pharma', 'biotech', 'medical', 'life science'],
    ...['energy', 'utility', 'utilities', 'aerospace', 'defense', 'defence', 'government'],
    ...['high growth'],
  ],
  adopterWords: [
    ...['Kubernetes', 'containers', 'microservices', 'multi-cloud', 'DevOps', 'DevSecOps', 'CI/CD', 'CICD'],
    ...['SAST', 'DAST', 'digital transformation'],
  ],
};

/** What each signal is worth of 100 points: whole numbers that add up to 100, whatever the weights do. */
export function pointsOf({ weights }: Pick<ScoreProfile, 'weights'>): Readonly<Record<Signal, number>> {
  const shares = largestRemainder(
    100,
    signals.map((signal) => weights[signal]),
  );
  return Object.fromEntries(signals.map((signal, at) => [signal, shares[at] ?? 0])) as Record<Signal, number>;
}

/** A change of a profile. */
export interface ProfileEdit {
  readonly name?: string;
  readonly weights?: Partial<Readonly<Record<Signal, number>>>;
  readonly industries?: readonly string[];
  readonly adopterWords?: readonly string[];
}

/** The profile after an edit; a message says which value is out of bounds. */
export const editProfile = (profile: ScoreProfile, edit: ProfileEdit): Result<ScoreProfile, Label> =>
  checked({ ...profile, ...edit, weights: { ...profile.weights, ...edit.weights } });

/** A profile as the text of a file. `readProfile` reads the same profile back. */
export const writeProfile = (profile: ScoreProfile): string => `${JSON.stringify(profile, null, 2)}\n`;

/** Reads the text of a profile's file; a message says what is wrong with it. */
export function readProfile(text: string): Result<ScoreProfile, Label> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err(label('profile.no-json'));
  }
  return checked(value);
}

function checked(value: unknown): Result<ScoreProfile, Label> {
  const parsed = scoreProfile.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const { path = [], code } = parsed.error.issues[0] ?? {};
  const [field, item] = path;
  if (field === 'format') return err(label('profile.other-format'));
  if (field === 'name') return err(label('profile.no-name'));
  if (field === 'weights' && item === undefined && code === 'custom') {
    return err(label('profile.no-weight'));
  }
  if (field === 'weights' && isSignal(item)) {
    return err(label('profile.weight', { signal: signalWords[item], most: mostWeight }));
  }
  if (field === 'industries' || field === 'adopterWords') {
    return err(label('profile.words', { field, most: mostWords }));
  }
  return err(label('profile.unreadable', { where: path.join('.') || 'the file' }));
}

const isSignal = (value: unknown): value is Signal => (signals as readonly unknown[]).includes(value);
