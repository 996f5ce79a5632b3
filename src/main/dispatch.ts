import {
  isOperation,
  operations,
  type HostError,
  type HostParsedRequest,
  type HostResponse,
  type Operation,
} from '../shared/host/contract.ts';
import type { CallContext, HostHandlers } from '../shared/host/handlers.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { hostErrorOf } from './io-error.ts';
import type { Log } from './log.ts';

/** Answers one call of the page: parses the request, runs the handler, parses the answer. Never throws. */
export type Dispatch = (
  operation: string,
  request: unknown,
  context: CallContext,
) => Promise<Result<unknown, HostError>>;

/** The one way from either binding to the handlers. */
export function createDispatch(handlers: HostHandlers, log: Log): Dispatch {
  async function run<O extends Operation>(
    operation: O,
    request: unknown,
    context: CallContext,
  ): Promise<Result<HostResponse<O>, HostError>> {
    const parsed = operations[operation].request.safeParse(request);
    if (!parsed.success) {
      const where = parsed.error.issues[0]?.path.join('.') ?? '';
      log.event('bad-request', { operation, where });
      return err({
        code: 'bad-request',
        message: `The page asked for "${operation}" in a form the host does not know${where === '' ? '' : ` (at "${where}")`}.`,
      });
    }
    try {
      const answer = await handlers[operation](parsed.data as HostParsedRequest<O>, context);
      if (!answer.ok) {
        log.event('refused', { operation, error: answer.error.code });
        return answer;
      }
      const checked = operations[operation].response.safeParse(answer.value);
      if (checked.success) return ok(checked.data as HostResponse<O>);
      log.event('bad-response', { operation, where: checked.error.issues[0]?.path.join('.') ?? '' });
      return err({ code: 'bad-response', message: 'The host made an answer that breaks its own contract.' });
    } catch (error) {
      log.event('failed', { operation, error: error instanceof Error ? error.name : typeof error });
      return err(hostErrorOf(error));
    }
  }
  return async (operation, request, context) =>
    isOperation(operation)
      ? run(operation, request, context)
      : err({ code: 'unknown-operation', message: 'The host knows no such operation.' });
}
