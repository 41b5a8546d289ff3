import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { EXIT } from '../../domain/verdict.ts';
import { tracePage } from '../../reports/trace/page.ts';
import { traceText } from '../../reports/trace/text.ts';
import { traceOf } from '../../reports/trace/trace.ts';
import { loadRequirements } from '../../scenarios/load-requirements.ts';
import { loadTrace } from '../../scenarios/trace/load-trace.ts';
import { newRun } from '../run-folder.ts';
import { writtenFlows } from '../written-flows.ts';

/** As commander hands them over. */
export interface TraceOptions {
  readonly out?: string;
  readonly json?: true;
}

/** `genrep trace`: what shows each row of a list that somebody else wrote. What nobody has traced leaves it open. */
export async function traceList(list: string, { out, json }: TraceOptions): Promise<void> {
  const flows = await writtenFlows();
  const requirements = loadRequirements().requirements.map(({ id }) => id);
  const result = traceOf(loadTrace(list, { requirements, flows }), flows);
  const { folder } = await newRun('spar', out === undefined ? {} : { out });
  await mkdir(folder, { recursive: true });
  const page = path.join(folder, 'trace.html');
  await writeFile(page, tracePage(result));
  await writeFile(path.join(folder, 'trace.json'), `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${traceText(result)}\n${page}\n`);
  const { counts } = result;
  process.exitCode = counts['no-flow'] > 0 ? EXIT.fail : counts.untraced > 0 ? EXIT.inconclusive : EXIT.pass;
}
