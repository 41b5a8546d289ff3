import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { isLabEvent, type LabEvent } from '../../domain/lab-evidence.ts';
import { readEvidence } from '../../evidence/read.ts';
import { clockText } from '../../lab/clock-text.ts';
import { type Said, saidIn } from '../../lab/said.ts';
import { LabSecrets } from '../../lab/secrets.ts';
import { stateAfter } from '../../lab/state.ts';
import { findRun } from '../run-folder.ts';

/** `genrep lab said`: what participants and observers wrote, for those who talk the day over. */
export async function showSaid(run: string, json: boolean): Promise<void> {
  const folder = findRun(run);
  const secrets = LabSecrets.in(folder);
  if (secrets === undefined) throw new InputError(`Körningen ${run} är inget labb.`);
  const events: LabEvent[] = [];
  for await (const { event } of readEvidence(folder)) if (isLabEvent(event)) events.push(event);
  const names = new Map(stateAfter(events).seats.map(({ seat }) => [seat.id, seat.pseudonym]));
  const said = saidIn(events, secrets);
  if (json) process.stdout.write(`${JSON.stringify(said)}\n`);
  else for (const each of said) process.stdout.write(lineOf(each, names.get(each.seat) ?? each.seat));
}

const lineOf = ({ dayTime, what, card = '–', words = '[glömt]' }: Said, who: string): string =>
  `${clockText(dayTime).sv}  ${who.padEnd(24)} ${what.padEnd(14)} ${card.padEnd(10)} ${words}\n`;
