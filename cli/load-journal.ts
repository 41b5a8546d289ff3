import { EVIDENCE_VERSION, type EvidenceSink } from '../domain/evidence.ts';
import type { LoadPlan } from '../load/plan/load-plan.ts';
import type { LoadEnding } from '../load/run/run-load.ts';
import type { SystemDescription } from '../systems/care-system.ts';
import { openJournaling } from './journaling.ts';
import type { WrittenDay } from './prepare-day.ts';
import { VERSION } from './project.ts';

export interface LoadJournalOptions {
  readonly id: string;
  readonly folder: string;
  readonly written: WrittenDay;
  readonly plan: LoadPlan;
  readonly description: SystemDescription;
  readonly seed: number;
}

/** The journal of a run that is a load and nothing else. */
export async function withLoadJournal(
  { id, folder, written, plan, description, seed }: LoadJournalOptions,
  work: (sink: EvidenceSink) => Promise<LoadEnding>,
): Promise<void> {
  const journal = await openJournaling(folder, {
    secrets: [],
    onFailure: () => process.stderr.write('Underlaget kan inte skrivas.\n'),
  });
  let interrupted = true;
  try {
    journal.sink({
      type: 'run-started',
      evidenceVersion: EVIDENCE_VERSION,
      run: id,
      genrep: VERSION,
      command: 'load',
      title: `${written.day.title}: ${plan.facts.title}`,
      system: description,
      stage: written.stage,
      flows: plan.flows,
      seed,
      planHash: plan.facts.planHash,
      planned: 0,
      speed: plan.facts.speed,
    });
    interrupted = (await work(journal.sink)) === 'interrupted';
  } finally {
    journal.sink({ type: 'run-ended', interrupted });
    await journal.close();
  }
}
