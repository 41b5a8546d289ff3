import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CareUnit } from '../../domain/care-day.ts';
import { loadDay } from '../load-day.ts';
import { loadStage } from '../load-stage.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const features = globSync('features/*/*.feature', { cwd: ROOT }).map((file) => ({
  name: file.replaceAll(path.sep, '/').replace(/^features\/(.*)\.feature$/, '$1'),
  text: readFileSync(path.join(ROOT, file), 'utf8'),
}));

it('has the units of the reference environment', () => {
  const file = readFileSync(path.join(ROOT, 'reference', 'organisation.yaml'), 'utf8');
  const { units } = parse(file) as { units: (CareUnit & { beds?: number; caregiver?: string })[] };
  // Other caregivers' units are there for what they must not see; pharmacies take part.
  const own = units.filter(({ caregiver, kind }) => caregiver === undefined || kind === 'community-pharmacy');
  expect(loadDay('sas-vardag').units).toEqual(own.map(({ beds: _, caregiver: __, ...unit }) => unit));
});

it('plays every feature there is', () => {
  const inMix = loadDay('sas-vardag').mix.map(({ flow }) => flow);
  expect(inMix.toSorted()).toEqual(features.map(({ name }) => name).sort());
});

it('has a stage whose requirements are those that the features claim, beside those that monitors show', () => {
  const { requirements } = loadStage(loadDay('sas-vardag').stage);
  const claimed = new Set(features.flatMap(({ text }) => text.match(/KRAV-[A-Z]+-\d+/g) ?? []));
  expect([...claimed].sort()).toEqual(
    requirements
      .filter(({ shownBy }) => shownBy.length > 0)
      .map(({ id }) => id)
      .sort(),
  );
});
