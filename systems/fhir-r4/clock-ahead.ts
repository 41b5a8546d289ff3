import { type Milliseconds, SECOND } from '../../domain/time.ts';
import type { TransportResponse } from './transport.ts';

/** Date tells whole seconds (RFC 9110, 6.6.1), and was written at some moment while the answer was waited for. */
const TOLD_TO: Milliseconds = 2 * SECOND;

/**
 * How far the clock of whoever answered is ahead of this one; 0 when no difference can be told, undefined where it does
 * not tell its time.
 * @param asked epoch milliseconds
 * @param answered epoch milliseconds
 */
export function clockAhead(
  response: TransportResponse,
  asked: number,
  answered: number,
): Milliseconds | undefined {
  const told = Date.parse(response.header('date') ?? '');
  if (Number.isNaN(told)) return undefined;
  const ahead = Math.round(told + SECOND / 2 - (asked + answered) / 2);
  return Math.abs(ahead) <= TOLD_TO ? 0 : ahead;
}
