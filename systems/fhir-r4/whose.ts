import type { Resource } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { isTokenOf } from '../../domain/step-token.ts';
import { CLOCKS_APART, type Milliseconds } from '../../domain/time.ts';
import type { FlowContext } from '../care-system.ts';
import { referenceTo } from './concepts.ts';

/** Whether something in a list came of this flow, or is older or another's; `unclear` where nothing tells. */
export type Whose = 'own' | 'others' | 'unclear';

/**
 * By whose step made it, as its number or its mark tells. Only what nobody has marked is told by when it came, and then
 * not by minutes, since either clock may have written the time.
 * @param time when it came, by the system's clock or by this one
 * @param ahead how far the system's clock is ahead of this one
 */
export function whose(
  resource: Resource,
  time: string | undefined,
  context: FlowContext,
  ahead: Milliseconds,
): Whose {
  const reference = referenceTo(resource);
  for (const bound of context.bound.values()) if (bound.reference === reference) return 'own';
  const marks = resource.meta?.tag?.filter(({ system }) => system === SYSTEMS.token) ?? [];
  if (marks.length > 0) {
    const isOwn = marks.some(({ code = '' }) => isTokenOf(context.run, context.instance, code));
    return isOwn ? 'own' : 'others';
  }
  return whenever(Date.parse(time ?? ''), context.startedAt, ahead);
}

function whenever(time: number, startedAt: number, ahead: Milliseconds): Whose {
  if (Number.isNaN(time) || time >= startedAt + Math.max(0, ahead)) return 'own';
  return time < startedAt + Math.min(0, ahead) - CLOCKS_APART ? 'others' : 'unclear';
}
