import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { FaultError } from './faults/faults.ts';
import type { Steering } from './server.ts';

/** What the one who started the environment asks of it while it works. */
export interface SteeringLine {
  /** Of the line, to tell its answer by. */
  readonly id: number;
  readonly plant?: string;
  readonly lift?: string;
  readonly network?: 'down' | 'up';
  readonly printers?: 'out' | 'back';
  readonly laboratory?: 'down' | 'up';
}

/** The answer to a line; `refused` is a sentence. */
export interface SteeringAnswer {
  readonly answers: number;
  readonly refused?: string;
}

/** Does what is asked for in lines of JSON, and answers each in one; ends when the lines do. */
export function followLines(from: Readable, to: Writable, steering: Steering): void {
  createInterface({ input: from }).on('line', (text) => {
    const line = JSON.parse(text) as SteeringLine;
    const refused = refusal(() => steer(line, steering));
    const answer: SteeringAnswer = { answers: line.id, ...(refused === undefined ? {} : { refused }) };
    to.write(`${JSON.stringify(answer)}\n`);
  });
}

function steer(
  { plant, lift, network, printers, laboratory }: SteeringLine,
  { faults, outages }: Steering,
): void {
  if (plant !== undefined) faults.plant(plant);
  if (lift !== undefined) faults.lift(lift);
  if (network !== undefined) outages.cutNetwork(network === 'down');
  if (printers !== undefined) outages.stopPrinters(printers === 'out');
  if (laboratory !== undefined) outages.stopLaboratory(laboratory === 'down');
}

function refusal(what: () => void): string | undefined {
  try {
    what();
    return undefined;
  } catch (error) {
    if (error instanceof FaultError) return error.message;
    throw error;
  }
}
