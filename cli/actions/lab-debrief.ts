import { once } from 'node:events';
import process from 'node:process';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { InputError } from '../../domain/input-error.ts';
import { readEvidence } from '../../evidence/read.ts';
import { serveDebriefing } from '../../lab/debriefing/server.ts';
import { timelineOf } from '../../lab/debriefing/timeline-of.ts';
import { LabSecrets } from '../../lab/secrets.ts';
import { interruptible } from '../interruption.ts';
import { findRun } from '../run-folder.ts';

/** As commander hands them over. */
export interface DebriefOptions {
  readonly host: string;
  readonly port: number;
  readonly json?: true;
}

/** `genrep lab debrief`: one line of time of a lab, for those who talk the day over; goes on until it is stopped. */
export async function debriefLab(run: string, { host, port, json }: DebriefOptions): Promise<void> {
  const folder = findRun(run);
  const secrets = LabSecrets.in(folder);
  const events: EvidenceEvent[] = [];
  for await (const { event } of readEvidence(folder)) events.push(event);
  if (secrets === undefined || timelineOf(events, secrets) === undefined)
    throw new InputError(
      `Körningen ${run} är inget labb, eller så är dess nycklar borttagna; det finns inget att gå igenom.`,
    );
  const server = await serveDebriefing({ folder, events, secrets, host, port });
  const address = `${server.address}/#${secrets.facilitator}`;
  process.stdout.write(
    json === true
      ? `${JSON.stringify({ address })}\n`
      : `Genomgången finns på ${address}\nAvsluta med Ctrl-C.\n`,
  );
  await interruptible(async (signal) => {
    await once(signal, 'abort');
    await server.close();
  });
}
