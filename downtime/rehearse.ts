import type { Drill, DrillOf, LoadedDrill } from './drill.ts';
import { begin, type Means, type Script } from './rehearsing.ts';
import { downtime } from './scripts/downtime.ts';
import { failover } from './scripts/failover.ts';
import { laboratory } from './scripts/laboratory.ts';
import { rollBack } from './scripts/roll-back.ts';

const SCRIPTS: { readonly [W in Drill['what']]: Script<DrillOf<W>> } = {
  system: downtime,
  network: downtime,
  'sign-in': downtime,
  laboratory,
  failover,
  'roll-back': rollBack,
};

/** Holds a drill in a test environment, and tells all that happens as evidence; whether it held is for a report to say. */
export async function rehearse(loaded: LoadedDrill, means: Means): Promise<void> {
  const { name, hash, drill } = loaded;
  const { sv, en, what, recoverWithin, source } = drill;
  means.sink({
    ...{ type: 'drill-opened', drill: name, sv, en, hash, stops: what, source },
    limits: { recoverWithin, ...('listAtMost' in drill ? { listAtMost: drill.listAtMost } : {}) },
    patients: means.people.length,
    ...(means.back === undefined ? {} : { back: means.back.name }),
  });
  means.progress('patienter läggs in');
  const rehearsing = await begin(loaded, means);
  const script = SCRIPTS[drill.what] as Script<Drill>;
  await script(rehearsing);
  means.sink({ type: 'drill-closed', drill: name });
}
