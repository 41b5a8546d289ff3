import { expect, it } from 'vitest';
import { formatTrace, type TraceKind } from '../trace.ts';
import { traceWorkshop } from './workshop.ts';

const SEEDS = [1, 42, 2026];

it.each(SEEDS)('traces the workshop of seed %i as it always did', async (seed) => {
  await expect(formatTrace(traceWorkshop(seed))).toMatchFileSnapshot(`workshop-${seed}.txt`);
});

it('shows every kind of event in them', () => {
  const kinds: Record<TraceKind, number> = {
    start: 0,
    end: 0,
    hold: 0,
    queue: 0,
    grant: 0,
    release: 0,
    renege: 0,
    refuse: 0,
    preempt: 0,
    interrupt: 0,
    wait: 0,
    wake: 0,
    late: 0,
    act: 0,
  };
  for (const { kind } of SEEDS.flatMap((seed) => [...traceWorkshop(seed)])) kinds[kind]++;
  const missing = Object.entries(kinds).filter(([, count]) => count === 0);
  expect(missing).toEqual([]);
});
