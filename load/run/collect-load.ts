import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { EvidenceSink } from '../../domain/evidence.ts';
import { InputError } from '../../domain/input-error.ts';
import type { LoadPlan } from '../plan/load-plan.ts';
import { telemetryIn } from '../telemetry-line.ts';
import { LoadRecorder } from './load-recorder.ts';

export interface CollectOptions {
  /** Where the generators' logs lie, one a generator, names ending in .log. */
  readonly logs: string;
  readonly load: string;
  readonly plan: LoadPlan;
  readonly sink: EvidenceSink;
}

/** Makes the evidence of a load that ran elsewhere, from what its generators said. Throws InputError without logs. */
export async function collectLoad({ logs, load, plan, sink }: CollectOptions): Promise<void> {
  const files = (await readdir(logs)).filter((file) => file.endsWith('.log')).sort();
  if (files.length === 0) {
    throw new InputError(`Det finns inga loggar i ${logs}; hämta dem med kubectl logs som START.md säger.`);
  }
  const recorder = new LoadRecorder(load, plan, sink);
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(path.join(logs, file)) })) {
      const telemetry = telemetryIn(line);
      if (telemetry !== undefined) recorder.take(telemetry);
    }
  }
  const { segments } = plan.facts;
  const whole = recorder.completed === segments;
  recorder.end(
    whole
      ? { ending: 'complete' }
      : {
          ending: 'crashed',
          reason: `Bara ${recorder.completed} av ${segments} delar av belastningen kom till sitt slut.`,
        },
  );
}
