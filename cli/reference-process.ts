import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface, type Interface } from 'node:readline/promises';
import type { Writable } from 'node:stream';
import { InputError } from '../domain/input-error.ts';
import { EXIT } from '../domain/verdict.ts';
import type { SteeringAnswer, SteeringLine } from '../reference/steering.ts';
import { SystemError } from '../systems/care-system.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { careAreas } from './care-areas.ts';
import { ROOT } from './project.ts';

/** A reference environment that is running, and where it is. */
export interface RunningReference {
  readonly fhir: string;
  readonly ui: string;
  readonly cdsHooks: string;
  /** Where monitors and pumps send: 'mllp://127.0.0.1:41234'. */
  readonly devices: string;
  readonly tokenEndpoint: string;
  readonly password: string;
  readonly imaging?: { readonly dicom: string; readonly dicomWeb: string };
  /** Resolves when it has stopped by itself, with its exit code. */
  readonly stopped: Promise<number>;
  /** Has it go wrong from now on; rejects with a sentence when it cannot. Only of one that was started to be steered. */
  steer(what: Omit<SteeringLine, 'id'>): Promise<void>;
  /** Takes it away as a machine that loses its power; resolves when it is gone. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface ReferenceStart {
  readonly port?: number;
  readonly data?: string;
  /** NAME or NAME=1/n */
  readonly faults?: readonly string[];
  readonly password?: string;
  /** A file to which the environment writes every strike of a fault. */
  readonly struck?: string;
  /** Whether it will be made to go wrong while it works. */
  readonly isSteered?: boolean;
  /** What is started beside the record: imaging. */
  readonly parts?: readonly string[];
}

/** How a reference environment that was started is reached and signed in to. */
export const profileOf = ({
  fhir,
  ui,
  tokenEndpoint,
  password,
  cdsHooks,
  imaging,
}: Pick<RunningReference, 'fhir' | 'ui' | 'tokenEndpoint' | 'password'> &
  Partial<Pick<RunningReference, 'cdsHooks' | 'imaging'>>): SystemProfile => ({
  name: 'reference',
  environment: 'test',
  fhir,
  ui: { address: ui, driver: 'reference-ui' },
  ...(cdsHooks === undefined ? {} : { cdsHooks: { address: cdsHooks } }),
  ...(imaging === undefined ? {} : { imaging }),
  signIn: {
    method: 'password',
    tokenEndpoint,
    clientId: 'genrep-robot',
    password,
    staff: '{role}.{unit}.{shift}',
    patient: '{identifier}',
    registry: 'registry',
    migration: 'migration',
  },
});

const PROGRAM = path.join(ROOT, 'reference', 'main.ts');

/** Starts the reference environment as a program of its own and waits until it listens. */
export async function startReference({
  port = 0,
  data,
  faults = [],
  password,
  struck,
  isSteered = false,
  parts = [],
}: ReferenceStart): Promise<RunningReference> {
  const args = [
    PROGRAM,
    '--with-parent',
    '--port',
    `${port}`,
    ...(data === undefined ? [] : ['--data', data]),
    ...(struck === undefined ? [] : ['--struck', struck]),
    ...(isSteered ? ['--steered'] : []),
  ];
  for (const part of parts) args.push('--with', part);
  for (const fault of faults) args.push('--fault', fault);
  for (const file of await (await careAreas()).wordFiles()) args.push('--words', file);
  const env = password === undefined ? process.env : { ...process.env, GENREP_REFERENCE_PASSWORD: password };
  // Its own process group, so that Ctrl-C reaches Genrep first and the environment lives until the flows have ended.
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], env, detached: true });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const stopped = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : 1));
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal);
    await stopped;
  };
  const abandon = (): void => void child.kill('SIGTERM');
  process.once('exit', abandon);
  void stopped.then(() => process.off('exit', abandon));

  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, 'line').then(([line]) => String(line)), stopped]);
  if (typeof first === 'number') {
    const complaint = complaints.join('').trim() || 'Referensmiljön startade inte.';
    throw first === EXIT.badInput ? new InputError(complaint) : new SystemError('unreachable', complaint);
  }
  const steer = steeringOf(child.stdin, lines, stopped);
  return {
    ...(JSON.parse(first) as ListeningLine).listening,
    ...{ stopped, steer },
    kill: () => end('SIGKILL'),
    close: () => end('SIGTERM'),
  };
}

/** Asks in lines on its standard input, and is answered in lines of what it writes. */
function steeringOf(to: Writable, lines: Interface, stopped: Promise<number>): RunningReference['steer'] {
  const asked = new Map<number, PromiseWithResolvers<void>>();
  lines.on('line', (text) => {
    // What its identity provider remarks stands among its lines.
    if (!text.startsWith('{')) return;
    const { answers, refused } = JSON.parse(text) as SteeringAnswer;
    if (refused === undefined) asked.get(answers)?.resolve();
    else asked.get(answers)?.reject(new Error(refused));
    asked.delete(answers);
  });
  const gone = stopped.then(() => {
    throw new Error('Referensmiljön har stannat.');
  });
  gone.catch(() => undefined);
  let id = 0;
  return (what) => {
    const answered = Promise.withResolvers<void>();
    const line: SteeringLine = { id: ++id, ...what };
    asked.set(line.id, answered);
    to.write(`${JSON.stringify(line)}\n`);
    return Promise.race([answered.promise, gone]);
  };
}

/** Says of each part that was asked for and is not there that it is not, and what follows. */
export function tellLackingParts(
  parts: readonly string[],
  { imaging }: Pick<RunningReference, 'imaging'>,
): void {
  if (!parts.includes('imaging') || imaging !== undefined) return;
  process.stderr.write(
    'Bildarkivet Orthanc finns inte på datorn, så röntgenstegen blir ej prövade; installera Debians paket orthanc och orthanc-dicomweb, eller ange programmet i GENREP_ORTHANC.\n',
  );
}

/** The one line the program writes when it listens. */
interface ListeningLine {
  readonly listening: Pick<
    RunningReference,
    'fhir' | 'ui' | 'cdsHooks' | 'devices' | 'tokenEndpoint' | 'password' | 'imaging'
  >;
}
