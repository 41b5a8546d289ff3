import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { readYaml } from '../../input/yaml-source.ts';
import { injectsFrom, mselCsv, type WrittenInject, withInjects } from '../../lab/msel.ts';
import { findScenario } from '../../scenarios/find-scenario.ts';
import schema from '../../scenarios/schema/lab.schema.json' with { type: 'json' };

/** As commander hands them over. */
export interface MselOptions {
  readonly from?: string;
  readonly out?: string;
  readonly json?: true;
}

/** `genrep lab msel`: a plan's injects as a spreadsheet, or a spreadsheet's in a plan. */
export async function exchangeInjects(plan: string, { from, out, json }: MselOptions): Promise<void> {
  const source = readYaml(findScenario('labs', plan));
  const written = checkSchema<{ readonly injects?: readonly WrittenInject[] }>(source, schema);
  const injects = from === undefined ? (written.injects ?? []) : injectsFrom(await textOf(from), from);
  const text = from === undefined ? mselCsv(injects) : withInjects(source.text, injects);
  if (out !== undefined) await writeFile(out, text);
  if (json === true)
    process.stdout.write(`${JSON.stringify({ injects, ...(out === undefined ? {} : { out }) })}\n`);
  else process.stdout.write(out === undefined ? text : `${out}\n`);
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new InputError(`Filen ${file} går inte att läsa; ange en CSV-fil.`);
  });
