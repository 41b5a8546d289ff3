import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { trendPage } from '../../reports/html/trend.ts';
import { OUTCOME_TEXTS } from '../../reports/tone.ts';
import { type Trend, trendOf } from '../../reports/trend.ts';
import { RUNS } from '../project.ts';
import { readableRuns } from '../readable-runs.ts';

/** As commander hands them over. */
export interface TrendOptions {
  readonly json?: true;
  readonly out?: string;
}

/** `genrep trend`: what the runs of a folder say together; one that cannot be read is told, not left out. */
export async function showTrend(name: string, { json, out }: TrendOptions): Promise<void> {
  const folder = name === 'runs' && !existsSync('runs') ? RUNS : path.resolve(name);
  const { histories, unreadable } = await readableRuns(folder);
  if (histories.length === 0) {
    const [first] = unreadable;
    throw new InputError(
      first === undefined
        ? `I ${name} finns inga körningar; ange en mapp med körningar, till exempel runs.`
        : `Ingen körning i ${name} går att läsa: ${first.reason}`,
    );
  }
  const trend = trendOf(histories, unreadable);
  const target = out === undefined ? folder : path.resolve(out);
  await mkdir(target, { recursive: true });
  const page = path.join(target, 'trend.html');
  await writeFile(page, trendPage(trend, path.basename(folder)));
  await writeFile(path.join(target, 'trend.json'), `${JSON.stringify(trend, null, 2)}\n`);
  process.stdout.write(json ? `${JSON.stringify(trend)}\n` : `${trendText(trend)}\n${page}\n`);
}

const trendText = ({ points, flaky, leftOut, unreadable }: Trend): string =>
  [
    ...points.map(
      ({ run, outcome, gates, open }) =>
        `${run}  ${gates.passed}/${gates.all} grindar  ${open} öppna fynd  ${OUTCOME_TEXTS[outcome].sv}`,
    ),
    ...flaky.map(({ name, passed, runs }) => `Ibland: ${name}, godkänt i ${passed} av ${runs} körningar`),
    ...leftOut.map(({ run, reason }) => `Räknas inte: ${run}: ${reason.sv}`),
    ...unreadable.map(({ folder, reason }) => `Går inte att läsa: ${folder}: ${reason}`),
  ].join('\n');
