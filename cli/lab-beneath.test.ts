import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadLabPlan } from '../lab/plan.ts';
import { loadDay } from '../scenarios/load-day.ts';
import { beneath, refusalOf } from './lab-beneath.ts';
import { ROOT } from './project.ts';
import type { RunningReference } from './reference-process.ts';
import { writtenFlows } from './written-flows.ts';

const before = process.env.GENREP_REFERENCE_FHIR;
afterEach(() => {
  if (before === undefined) delete process.env.GENREP_REFERENCE_FHIR;
  else process.env.GENREP_REFERENCE_FHIR = before;
});

describe('what an inject does', () => {
  it('is asked of the environment that the lab has started, and undone', async () => {
    const asked: Parameters<RunningReference['steer']>[0][] = [];
    const under = beneath({ steer: async (what) => void asked.push(what) }, () => undefined);
    const acts = [
      { kind: 'fault', fault: 'order-lost=1/3' },
      { kind: 'network' },
      { kind: 'printer' },
    ] as const;
    for (const act of acts) {
      await under.begin(act);
      await under.end(act);
    }
    expect(asked).toEqual([
      { plant: 'order-lost=1/3' },
      { lift: 'order-lost=1/3' },
      ...[{ network: 'down' }, { network: 'up' }, { printers: 'out' }, { printers: 'back' }],
    ]);
    expect(under.faults.map(({ name }) => name)).toContain('order-lost');
  });

  it('is refused before anything starts where nobody can do it', () => {
    delete process.env.GENREP_REFERENCE_FHIR;
    expect(refusalOf('reference')({ kind: 'network' })).toBeUndefined();
    expect(refusalOf('reference')({ kind: 'fault', fault: 'order-lst' })).toContain('inget fel "order-lst"');
    expect(refusalOf('egen.yaml')({ kind: 'network' })).toContain('Bara den inbyggda miljön');
    process.env.GENREP_REFERENCE_FHIR = 'http://127.0.0.1:1/fhir';
    expect(refusalOf('reference')({ kind: 'network' })).toContain('Bara den inbyggda miljön');
  });
});

it('can be done of every lab that comes with Genrep', async () => {
  delete process.env.GENREP_REFERENCE_FHIR;
  const labs = readdirSync(path.join(ROOT, 'scenarios', 'labs'));
  const flows = await writtenFlows();
  expect(labs.length).toBeGreaterThan(1);
  for (const lab of labs)
    expect(() =>
      loadLabPlan(lab.replace('.yaml', ''), loadDay('sas-vardag'), flows, refusalOf('reference')),
    ).not.toThrow();
});
