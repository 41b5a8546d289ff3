import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type TelemetryLine, telemetryIn } from '../telemetry-line.ts';
import { cpuSecondsOf } from './cpu-seconds.ts';

export interface K6Options {
  readonly program: string;
  /** Where script.js lies. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** '0/4:1/4' and '0,1/4,2/4,3/4,1' where several k6 share a plan. */
  readonly segment?: { readonly own: string; readonly sequence: string };
  /** Arguments that come after Genrep's own. */
  readonly further?: readonly string[];
  readonly signal: AbortSignal;
  readonly take: (line: TelemetryLine) => void;
  /** Told the process id when it has been started. */
  readonly started?: (pid: number | undefined) => void;
}

export interface K6Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What k6 itself said, without telemetry. */
  readonly words: readonly string[];
  /** Processor seconds over real seconds; absent where it cannot be read. */
  readonly busyness?: number;
}

/** Nothing is sent to anybody but the system under test; a larger heap saves a third of the processor time. */
const QUIET = { K6_NO_USAGE_REPORT: 'true', K6_AUTO_EXTENSION_RESOLUTION: 'false', GOGC: '400' };
const ARGUMENTS = [
  'run',
  '--quiet',
  '--no-color',
  '--log-format',
  'raw',
  // Its own metrics decide nothing; without these two k6 does not gather any.
  '--summary-mode',
  'disabled',
  '--no-thresholds',
  '--address',
  '',
];
const SAMPLING = 500;

/** Runs one k6 to its end and hands over each line of telemetry as it comes. */
export async function runK6(options: K6Options): Promise<K6Ended> {
  const { program, folder, environment, segment, further = [], signal, take } = options;
  const shared =
    segment === undefined
      ? []
      : ['--execution-segment', segment.own, '--execution-segment-sequence', segment.sequence];
  const child = spawn(program, [...ARGUMENTS, ...shared, ...further, 'script.js'], {
    cwd: folder,
    env: { ...environment, ...QUIET },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group: Ctrl-C reaches Genrep, which asks k6 to stop and keeps what it says until it has.
    detached: true,
  });
  options.started?.(child.pid);
  const interrupt = (): void => void child.kill('SIGINT');
  const abandon = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', interrupt, { once: true });
  process.once('exit', abandon);
  const began = performance.now();
  let busy: number | undefined;
  const sampler = setInterval(() => {
    busy = cpuSecondsOf(child.pid) ?? busy;
  }, SAMPLING);
  const words: string[] = [];
  let misread: Error | undefined;
  const read = (line: string): void => {
    try {
      const telemetry = telemetryIn(line);
      if (telemetry !== undefined) take(telemetry);
      else if (line.trim() !== '') words.push(line.trim());
    } catch (error) {
      misread ??= error instanceof Error ? error : new Error(String(error));
      interrupt();
    }
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', read);
  try {
    const failed = once(child, 'error').then(([error]) => Promise.reject(error));
    const [code, killed] = await Promise.race([once(child, 'close'), failed]);
    if (misread !== undefined) throw misread;
    const seconds = (performance.now() - began) / 1_000;
    return { code, signal: killed, words, ...(busy === undefined ? {} : { busyness: busy / seconds }) };
  } finally {
    clearInterval(sampler);
    signal.removeEventListener('abort', interrupt);
    process.off('exit', abandon);
  }
}
