import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../care/imaging/contract.ts';
import { ROOT } from '../../cli/project.ts';
import { type RunningReference, startReference } from '../../cli/reference-process.ts';
import { findOrthanc, OrthancMissing } from '../../reference/imaging/orthanc.ts';
import type { Readiness } from '../../reports/readiness.ts';
import { Rehearsal } from '../../systems/contract/rehearsal.ts';
import { fhirHarness } from '../fhir-harness.ts';

/** The whole loop through Orthanc; where it is not on the machine nothing here can be tried, and the title says so. */
const isHere = (() => {
  try {
    return findOrthanc(process.env) !== undefined;
  } catch (error) {
    if (error instanceof OrthancMissing) return false;
    throw error;
  }
})();

/** A command given in the rehearsal's own folder. */
async function genrepThere(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const out = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-imaging-')), 'run');
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'cli/genrep.mjs'), ...args, '--out', out, '--no-allure'],
    {
      cwd: path.join(ROOT, 'med-bildarkiv'),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
  const [exitCode, stderr] = await Promise.all([exited, text(child.stderr)]);
  const readiness: Readiness = JSON.parse(await readFile(path.join(out, 'report/readiness.json'), 'utf8'));
  return { exitCode, stderr, readiness };
}

const FEATURES = [
  ...['features', 'features/rontgen', '--stage', 'bildkedjan', '--channel', 'api', '--with', 'imaging'],
] as const;

const red = ({ requirements }: Readiness): string[] =>
  requirements.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement.id);

describe.skipIf(!isHere)(
  'the way of pictures through Orthanc (not tried without it)',
  { timeout: 240_000 },
  () => {
    describe('by the driver', () => {
      let reference: RunningReference;
      beforeAll(async () => {
        reference = await startReference({ parts: ['imaging'] });
      });
      afterAll(() => reference.close());

      it.each(contract)('$title', async ({ lines }) => {
        const harness = await fhirHarness(reference, { patience: 15_000 });
        try {
          const [patient, other] = [harness.patient(false), harness.patient(false)];
          await new Rehearsal({ ...harness, patient, other }).play(lines);
        } finally {
          await harness.close();
        }
      });

      it('shows nothing of the archive to who may not see it', async () => {
        const { dicomWeb } = reference.imaging ?? { dicomWeb: '' };
        const asked = `${dicomWeb}/studies?StudyInstanceUID=2.25.${BigInt(`0x${randomUUID().replaceAll('-', '')}`)}`;
        expect((await fetch(asked)).status).toBe(401);
      });
    });

    it('is whole from order to acknowledgement', async () => {
      const { exitCode, readiness } = await genrepThere(FEATURES);
      expect(readiness.requirements.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass']);
      expect(exitCode).toBe(0);
    });

    it.each([
      ['study-on-wrong-patient', 'KRAV-BLD-01'],
      ['worklist-entry-lost', 'KRAV-BLD-01'],
      ['study-patient-ignored', 'KRAV-BLD-02'],
      ['unpaired-study-in-no-list', 'KRAV-BLD-02'],
      ['imaging-negation-lost', 'KRAV-BLD-03'],
    ])('goes wrong by %s, and it is seen', async (fault, requirement) => {
      const { exitCode, readiness } = await genrepThere([...FEATURES, '--fault', fault]);
      expect(red(readiness)).toEqual([requirement]);
      expect(exitCode).toBe(1);
    });

    it('is a day at the imaging department', async () => {
      const { exitCode, readiness } = await genrepThere([
        'day',
        'rontgendag',
        '--with',
        'imaging',
        '--ui-share',
        '0',
      ]);
      expect(red(readiness)).toEqual([]);
      expect(exitCode).toBe(0);
    });
  },
);

it('without Orthanc is not covered, in words', { timeout: 120_000 }, async () => {
  const { exitCode, stderr, readiness } = await genrepThere(FEATURES, {
    GENREP_ORTHANC: '/finns/inte/Orthanc',
  });
  expect(stderr).toContain('Orthanc finns inte på datorn');
  expect(readiness.requirements.map(({ verdict }) => verdict)).toEqual([
    'not-covered',
    'not-covered',
    'not-covered',
  ]);
  expect(exitCode).toBe(3);
});
