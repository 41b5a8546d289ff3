import { benchReference } from '../../reference/bench.ts';
import { atLeast, below, type Figure } from './figure.ts';

/** The reference environment with its client on the same machine, after a day's resources. */
export async function benchReferenceServer(): Promise<Figure[]> {
  const { start, reads, writes, memory } = await benchReference();
  return [
    below('reference: start', start / 1_000, 3, 's'),
    atLeast('reference: reads', reads.perSecond, 1_000, '/s'),
    below('reference: reads, p95', reads.p95, 50, 'ms'),
    atLeast('reference: validated writes, workflows on', writes.perSecond, 300, '/s'),
    below('reference: validated writes, p95', writes.p95, 50, 'ms'),
    below('reference: memory after a day of resources', memory, 500, 'MB'),
  ];
}
