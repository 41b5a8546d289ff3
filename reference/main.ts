import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { FaultError } from './faults/faults.ts';
import { PARTS, type Part, type ReferenceOptions, startReference } from './server.ts';
import { followLines } from './steering.ts';

/**
 * The reference environment as a program of its own. Says where it listens in one line of JSON on stdout; stops at
 * SIGTERM and SIGINT, and with --with-parent when its standard input ends, as it does when the one who started it dies.
 * With --steered it is told there, a line at a time, what to do wrong from then on.
 * Exit codes: 2 wrong usage or an occupied port, 4 it could not start.
 *
 *     node reference/main.ts --port 8080 --data ./data --fault order-lost=1/3 --words tests.yaml --password …
 */
async function main(): Promise<void> {
  const { withParent, ...options } = readOptions();
  const starting = startReference(options);
  // Also while it starts: nothing half-begun is left behind.
  const stop = async (): Promise<void> => {
    const { close } = await starting;
    await close();
    process.exit(0);
  };
  const stopOnce = (): void => void stop().catch((error: unknown) => fail(error, 4));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stopOnce);
  if (withParent) process.stdin.resume().once('end', stopOnce);
  const { close: _close, steering, ...listening } = await starting;
  process.stdout.write(`${JSON.stringify({ listening })}\n`);
  if (options.isSteered) followLines(process.stdin, process.stdout, steering);
}

function readOptions(): ReferenceOptions & { readonly withParent: boolean } {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      fault: { type: 'string', multiple: true, default: [] },
      struck: { type: 'string' },
      words: { type: 'string', multiple: true, default: [] },
      with: { type: 'string', multiple: true, default: [] },
      steered: { type: 'boolean', default: false },
      'with-parent': { type: 'boolean', default: false },
      password: { type: 'string', default: process.env.GENREP_REFERENCE_PASSWORD },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port ska vara ett tal från 0 till 65535, och inte "${values.port}".`);
  }
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return {
    port,
    withParent: values['with-parent'],
    data: values.data,
    faults: values.fault,
    isSteered: values.steered,
    ...(values.struck === undefined ? {} : { struck: values.struck }),
    words: values.words,
    with: values.with.map(partNamed),
    password: values.password,
    now: Date.now,
    report: (problem) => process.stderr.write(`${wordsOf(problem)}\n`),
    version: manifest.version,
  };
}

function partNamed(name: string): Part {
  const part = PARTS.find((each) => each === name);
  if (part === undefined)
    throw new UsageError(`--with ska vara ${PARTS.join(' eller ')}, och inte "${name}".`);
  return part;
}

class UsageError extends Error {}

function fail(error: unknown, exitCode: number): never {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exit(exitCode);
}

function wordsOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  if ('code' in problem && problem.code === 'EADDRINUSE') {
    const port = 'port' in problem ? ` ${problem.port}` : '';
    return `Porten${port} är upptagen; välj en annan med --port, eller 0 för en ledig.`;
  }
  return problem.message;
}

const USAGE_CODE = /^(ERR_PARSE_ARGS|EADDRINUSE)/;

const isUsage = (error: unknown): boolean =>
  error instanceof UsageError ||
  error instanceof FaultError ||
  (error instanceof Error && 'code' in error && USAGE_CODE.test(String(error.code)));

main().catch((error: unknown) => fail(error, isUsage(error) ? 2 : 4));
