import type { Fact } from '../../domain/fact.ts';
import { monitoredIn } from '../../monitors/index.ts';
import {
  accessed,
  acted,
  answered,
  CLEAN,
  held,
  logged,
  looked,
  named,
  tried,
  VITALS,
} from '../../monitors/testing/facts.ts';
import { below, type Figure } from './figure.ts';

const FACTS = 1_000_000;
/** Facts of one patient in {@link patientsFacts}. */
const EACH = 20;

/** What one flow gives rise to: eight things written and held, looks, accesses and answers. */
function patientsFacts(n: number): Fact[] {
  const instance = `f-${n}`;
  const patient = `p-${n}`;
  const acts = [1, 2, 3, 4].map((step) => {
    const content = { ...VITALS.content, effectiveDateTime: new Date(n * 10 + step).toISOString() };
    return acted({
      id: `Observation/${n}-${step}`,
      token: `run.${instance}.${step}`,
      instance,
      patient,
      content,
    });
  });
  const shown = acts.map(({ id }) => ({ id, digest: 'as written' }));
  return [
    ...acts,
    ...acts.map((act) => held(act)),
    looked({ view: 'everything', about: patient, instance, shown, due: shown }),
    ...['nurse', 'physician', 'patient'].map((reader) =>
      looked({ reader, about: patient, instance, shown, due: shown }),
    ),
    tried({ instance }),
    named({ patient }),
    accessed({ patient, what: `Observation/${n}-1` }),
    logged({ patient, what: `Observation/${n}-1` }),
    ...[1, 2, 3, 4].map(() => answered()),
  ];
}

/** How long all monitors take to judge a million facts, and what they keep of them meanwhile. */
export async function benchMonitors(): Promise<Figure[]> {
  await monitoredIn(CLEAN);
  const facts = Array.from({ length: FACTS / EACH }, (_, n) => patientsFacts(n)).flat();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const begun = performance.now();
  await monitoredIn(facts);
  const seconds = (performance.now() - begun) / 1_000;
  const megabytes = (process.memoryUsage().heapUsed - before) / 1024 ** 2;
  return [
    below('monitors: a million facts judged', seconds, 10, 's'),
    below('monitors: memory for that, beside the facts', megabytes, 500, 'MB'),
  ];
}
