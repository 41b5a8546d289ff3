import process from 'node:process';
import { openJournal } from '../journal.ts';
import { flowStarted, runStarted, stepEnded } from './run.ts';

/** A program that writes to the journal in the folder it is given until somebody kills it. */
const journal = await openJournal(process.argv[2] ?? '', { now: Date.now, room: 0 });
journal.append(runStarted());
journal.append(flowStarted('f-0001'));
await journal.flush();
process.stdout.write('ready\n');
for (let step = 0; ; step += 1) {
  journal.append(stepEnded('f-0001', step, { observed: 'å'.repeat(step % 4_000) }));
  if (step % 50 === 0) await journal.flush();
}
