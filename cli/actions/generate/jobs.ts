import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { stringify } from 'yaml';
import { type JobOptions, jobsOf } from '../../../generators/distributed/jobs.ts';

/** As commander hands them over. */
export interface JobsOptions {
  readonly out: string;
  readonly shards: number;
  readonly image: string;
  readonly claim: string;
  readonly json?: true;
}

const NAME = 'genrep-population';

/** `genrep generate jobs`: what a cluster needs to make and check a population on many machines. */
export async function writeJobs(population: readonly string[], options: JobsOptions): Promise<void> {
  const { out, shards: parts, image, claim, json } = options;
  const given: JobOptions = { name: NAME, parts, image, claim, population };
  const jobs = jobsOf(given);
  await writeFile(
    out,
    note(given, path.basename(out)) + jobs.map((job) => stringify(job, { lineWidth: 0 })).join('---\n'),
  );
  process.stdout.write(
    json
      ? `${JSON.stringify({ file: out, jobs: jobs.map(({ metadata }) => metadata.name) })}\n`
      : `${out}: två jobb i ${parts} delar; överst i filen står hur de körs.\n`,
  );
}

const note = (
  { name, parts, claim, population }: JobOptions,
  file: string,
): string => `# En befolkning görs och granskas av ${parts} maskiner, på volymen ${claim} (ReadWriteMany).
# 1. Gör delarna:
#      kubectl create -f ${file} -l step=make
#      kubectl wait --for=condition=complete --timeout=6h job/${name}-make
# 2. Lägg ihop dem, från en maskin som har volymen:
#      npx genrep generate population --out MAPPEN${population.map((word) => ` ${word}`).join('')}
# 3. Granska delarna:
#      kubectl create -f ${file} -l step=check
#      kubectl wait --for=condition=complete --timeout=6h job/${name}-check
# 4. Läs utfallet:
#      npx genrep generate check MAPPEN --collect ${parts}
`;
