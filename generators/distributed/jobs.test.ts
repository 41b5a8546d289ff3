import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { jobsOf } from './jobs.ts';

const SCHEMA = JSON.parse(readFileSync(new URL('./job.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false, validateFormats: false }).compile(SCHEMA);

const jobs = jobsOf({
  name: 'genrep-population',
  parts: 8,
  image: 'registry.example/genrep:0.1.0',
  claim: 'population',
  population: ['--people', '20000', '--kommun', 'Borås'],
});

describe('what Kubernetes is given', () => {
  it.each(jobs)('is a Job as its own schema says: $metadata.name', (job) => {
    expect(validate(job), JSON.stringify(validate.errors)).toBe(true);
    expect(job.spec).toMatchObject({ completionMode: 'Indexed', completions: 8, parallelism: 8 });
  });

  it('is held to it: a word that Kubernetes does not know is found', () => {
    const [job] = jobs;
    expect(validate({ ...job, spec: { ...job.spec, completion: 8 } })).toBe(false);
    expect(validate({ ...job, spec: { ...job.spec, completions: 'åtta' } })).toBe(false);
    expect(validate({ ...job, spec: { ...job.spec, template: { spec: { containers: [{}] } } } })).toBe(false);
  });

  it('has each pod take the share of its index', () => {
    const [make] = jobs;
    const { template } = make.spec as { readonly template: { readonly spec: PodSpec } };
    const [container] = template.spec.containers;
    const [sh = '', flag = '', script = ''] = container?.command ?? [];
    const said = execFileSync(
      sh,
      [flag, script.replace('exec npx', 'printf "%s|"'), ...(container?.args ?? [])],
      {
        env: { ...process.env, JOB_COMPLETION_INDEX: '2' },
        encoding: 'utf8',
      },
    );
    expect(said).toBe(
      'genrep|generate|population|--out|/population|--people|20000|--kommun|Borås|--shard|3/8|',
    );
  });
});

interface PodSpec {
  readonly containers: readonly { readonly command: string[]; readonly args: string[] }[];
}
