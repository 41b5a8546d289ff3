import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { WrittenDay } from '../../../cli/prepare-day.ts';
import { prepareLoad } from '../../../cli/prepare-load.ts';
import type { LoadPlan } from '../../../load/plan/load-plan.ts';
import { cpuSecondsOf } from '../../../load/run/cpu-seconds.ts';
import { runK6 } from '../../../load/run/k6-process.ts';
import { writeLoadFiles } from '../../../load/run/write-load-files.ts';
import type { TelemetryLine } from '../../../load/telemetry-line.ts';
import type { SystemProfile } from '../../../systems/profile.ts';
import { AREAS } from '../../../systems/testing/areas.ts';

export const newFolder = () => mkdtemp(path.join(tmpdir(), 'genrep-bench-load-'));

/** As it is before any run adds to it. */
export const environment = { ...process.env };

const { signal } = new AbortController();

export const planOf = (
  written: WrittenDay,
  multiply: number,
  length: number,
  { hours = { from: 9, to: 12 }, profile = 'peak-hour' } = {},
): Promise<LoadPlan> => prepareLoad(written, { profile, hours, multiply, in: length, seed: 1, segments: 1 });

/** Plays a plan and tells what it cost. */
export async function load({
  k6,
  plan,
  profile,
  run,
}: {
  k6: string;
  plan: LoadPlan;
  profile: SystemProfile;
  run: string;
}) {
  const folder = await newFolder();
  await writeLoadFiles({ folder, run, load: 'load-1', plan, areas: AREAS.fhirFiles, profile });
  return measured(k6, folder);
}

/** Processor time of a k6 from when it was ready to its end, and what it told. */
export async function measured(
  k6: string,
  folder: string,
  further: readonly string[] = [],
): Promise<{ cpu: number; lines: TelemetryLine[] }> {
  const lines: TelemetryLine[] = [];
  let ready = 0;
  let latest = 0;
  let pid: number | undefined;
  const sample = setInterval(() => {
    latest = cpuSecondsOf(pid) ?? latest;
  }, 50);
  try {
    await runK6({
      program: k6,
      folder,
      environment,
      further,
      signal,
      started: (child) => {
        pid = child;
      },
      take(line) {
        lines.push(line);
        latest = cpuSecondsOf(pid) ?? latest;
        if (line.genrep === 'ready') ready = latest;
      },
    });
  } finally {
    clearInterval(sample);
  }
  return { cpu: latest - ready, lines };
}
