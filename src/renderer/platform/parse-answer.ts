import {
  answerFrame,
  hostEvent,
  operations,
  type AnswerFrame,
  type HostError,
  type HostEvent,
  type HostResponse,
  type Operation,
} from '../../shared/host/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';

export const unreachable = (message: string): HostError => ({ code: 'unreachable', message });

export const cancelled: HostError = { code: 'cancelled', message: 'Stopped.' };

const strangeAnswer: HostError = {
  code: 'bad-response',
  message: 'Groundwork answered in a form this page does not know. Reload the page.',
};

/** A frame as it came in; one of no known form becomes an error frame. */
export function parseFrame(value: unknown): AnswerFrame {
  const parsed = answerFrame.safeParse(value);
  return parsed.success ? parsed.data : { kind: 'error', error: strangeAnswer };
}

/** The last frame of a call as the operation's answer. */
export function answerOf<O extends Operation>(
  operation: O,
  frame: AnswerFrame,
): Result<HostResponse<O>, HostError> {
  if (frame.kind === 'error') return err(frame.error);
  if (frame.kind === 'progress') return err(strangeAnswer);
  const parsed = operations[operation].response.safeParse(frame.result);
  return parsed.success ? ok(parsed.data as HostResponse<O>) : err(strangeAnswer);
}

/** @returns undefined for an event this page does not know: a newer host may say more */
export function parseEvent(value: unknown): HostEvent | undefined {
  const parsed = hostEvent.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** @returns undefined when the text is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
