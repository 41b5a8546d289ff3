import type { CareFlow } from '../../domain/care-flow.ts';
import { randomStream } from '../../domain/random.ts';
import type { Milliseconds } from '../../domain/time.ts';

/**
 * How long each step of one instance is worked on, drawn evenly around the planned time. No public source tells how
 * such times spread in care; an even spread is an assumption.
 */
export function thinkTimes(flow: CareFlow, seed: number, instance: string, spread: number): Milliseconds[] {
  const stream = randomStream(seed, 'think-time', instance);
  return flow.steps.map(({ activity, workingTime }) => {
    const planned = activity.type === 'wait' ? activity.duration : workingTime;
    return planned === 0 ? 0 : Math.round(planned * (1 + spread * (2 * stream.next() - 1)));
  });
}
