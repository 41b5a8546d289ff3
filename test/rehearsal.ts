import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { VERSION } from '../cli/project.ts';
import { profileOf, startReference } from '../cli/reference-process.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import { EVIDENCE_VERSION, type EvidenceEvent } from '../domain/evidence.ts';
import type { Timekeeper } from '../domain/time.ts';
import { wallClock } from '../flows/clock.ts';
import { FlowRun } from '../flows/flow-run.ts';
import { unitsForFlow } from '../flows/units.ts';
import { drawPeople } from '../generators/draw/draw-people.ts';
import type { DrawPatient } from '../generators/people/draw-patient.ts';
import { monitoredIn } from '../monitors/index.ts';
import { historyOf } from '../reports/history.ts';
import { type Readiness, readinessOf } from '../reports/readiness.ts';
import { loadDay } from '../scenarios/load-day.ts';
import { loadStage } from '../scenarios/load-stage.ts';
import { openSystem } from '../systems/open-system.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { AREAS } from '../systems/testing/areas.ts';

export { profileOf };

/** Plays each flow once, all at the same time, by api, in a reference environment with these faults. */
export async function rehearseOnce(
  flows: readonly CareFlow[],
  faults: readonly string[],
): Promise<Readiness> {
  const reference = await startReference({ faults });
  try {
    return await rehearse({
      run: 'rehearsal',
      flows,
      profile: profileOf(reference),
      clock: wallClock(),
      draw: await drawPeople(1, flows),
      isWatched: true,
    });
  } finally {
    await reference.close();
  }
}

interface Rehearsal {
  readonly run: string;
  readonly flows: readonly CareFlow[];
  readonly profile: SystemProfile;
  readonly clock: Timekeeper;
  readonly draw: DrawPatient;
  /** What the people are drawn by: the same ones as in another run of this; the run's own without. */
  readonly people?: string;
  /** Whether monitors look beside the steps. */
  readonly isWatched?: boolean;
}

/** Plays each flow once, all at the same time, by api. */
export async function rehearse(rehearsal: Rehearsal): Promise<Readiness> {
  const { run: name, people = name, flows, profile, clock, draw, isWatched = false } = rehearsal;
  const recordings = await mkdtemp(path.join(tmpdir(), 'genrep-rehearsal-'));
  const events: EvidenceEvent[] = [];
  const sink = (event: EvidenceEvent): void => void events.push(event);
  const watch = isWatched ? { watch: { seed: 1, planned: flows.length, staysFor: 0 } } : {};
  const system = await openSystem({ profile, channel: 'api', clock, recordings, areas: AREAS, ...watch });
  try {
    const description = await system.connect();
    const stage = loadStage('1-sodra');
    const { units } = loadDay('sas-vardag');
    sink({
      type: 'run-started',
      evidenceVersion: EVIDENCE_VERSION,
      run: name,
      genrep: VERSION,
      command: 'features',
      title: 'Prov',
      system: description,
      stage,
      flows,
      activities: AREAS.vocabulary.activities,
      seed: 1,
      planned: flows.length,
      speed: 1,
    });
    const ahead = system.clockAhead?.();
    if (ahead !== undefined) sink({ type: 'clock-measured', ahead });
    const runs = await Promise.all(
      flows.map(async (flow) => {
        const run = new FlowRun({
          run: name,
          instance: flow.id,
          flow,
          patient: draw(`${people} ${flow.id}`, flow.patient, '1490'),
          units: unitsForFlow(units, '1490'),
          system,
          clock,
          speed: Number.POSITIVE_INFINITY,
          plannedAt: 0,
          sink,
        });
        await run.begin();
        for (const step of flow.steps) await run.step(step);
        await run.end();
        return run;
      }),
    );
    await Promise.all(runs.map((run) => run.reconcile()));
    const facts = (await system.watch?.finish()) ?? [];
    for (const each of await monitoredIn(facts, ahead)) sink(each);
    sink({ type: 'run-ended', interrupted: false });
  } finally {
    await system.close();
    await rm(recordings, { recursive: true, force: true });
  }
  const records = events.map((event, index) => ({ seq: index + 1, at: index, event }));
  return readinessOf([historyOf(records, { records: records.length, head: '', ending: 'complete' })]);
}
