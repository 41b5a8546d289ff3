import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSimulationOf } from '../day-simulation/load-day-simulation.ts';
import { loadWhatIf } from '../day-simulation/load-what-if.ts';
import { loadDay } from '../load-day.ts';

/** Days of the transition: another day, but for what they say themselves. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'genrep-days-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(text: string): Promise<string> {
  const file = path.join(folder, 'prov.yaml');
  await writeFile(file, text);
  return file;
}

const VARDAG = loadDay('sas-vardag');

describe.each([
  ['sas-samexistens', 'dubbeldokumentation'],
  ['sas-forsta-veckan', 'produktivitetsdipp'],
  ['sas-utbildning', 'personal-pa-utbildning'],
])('%s', (name, question) => {
  it('is the ordinary day with what its question changes', () => {
    const day = loadDay(name);
    expect(day.units).toEqual(VARDAG.units);
    expect(day.mix).toEqual(VARDAG.mix);
    const simulated = loadSimulationOf(day);
    expect(simulated?.changed).toEqual(loadWhatIf(question).whatIf.variants[0]);
    expect(simulated?.data.staff).toEqual(loadSimulationOf(VARDAG)?.data.staff);
  });
});

it('the first week has fewer who come', () => {
  const few = loadDay('sas-forsta-veckan').weekdayFactor;
  const whole = VARDAG.weekdayFactor.map((factor) => Math.round(factor * 800) / 1_000);
  expect(few).toEqual(whole);
});

it('a day without changes has none', () => {
  expect(loadSimulationOf(VARDAG)?.changed).toBeUndefined();
  expect(loadDay('sas-driftstopp').drills?.map(({ at }) => at)).toEqual(['10:00', '14:30']);
});

describe('is refused with file and line', () => {
  it('a variant that the question does not have', async () => {
    const day = loadDay(
      await written(
        'name: prov\ntitle: Prov\ninherits: sas-vardag\nchanges: { whatIf: dubbeldokumentation, variant: 9 }\n',
      ),
    );
    expect(() => loadSimulationOf(day)).toThrow(/prov\.yaml:4.*har 1 varianter och ingen med nummer 9/s);
  });

  it.each([
    ['inherits: sas-vardagen', 'sas-vardag'],
    ['weekday: 3', 'units'],
    ['inherits: sas-vardag\ndrills: [{ at: "25:00", drill: natet-borta }]', 'klockslag'],
  ])('%s', async (line, said) => {
    const file = await written(`name: prov\ntitle: Prov\n${line}\n`);
    expect(() => loadDay(file)).toThrow(said);
  });

  it('a day that inherits itself', async () => {
    const file = path.join(folder, 'prov.yaml');
    await written(`name: prov\ntitle: Prov\ninherits: ${file}\n`);
    expect(() => loadDay(file)).toThrow('i en ring');
  });
});
