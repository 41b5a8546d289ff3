import { describe, expect, it } from 'vitest';
import { readYaml } from '../../input/yaml-source.ts';
import { loadModules } from '../disease/load-modules.ts';
import type { DiseaseModule, Write } from '../disease/module.ts';
import { MODULES } from '../disease/module-files.ts';

const { modules, codes } = loadModules();
const writes = modules.flatMap(({ states }) => Object.values(states).flatMap(({ writes: all = [] }) => all));

/** The diseases and courses of care that a region would miss. */
const EXPECTED =
  'hypertoni typ-1-diabetes typ-2-diabetes astma kol hjartsvikt formaksflimmer kranskarlssjukdom stroke njursvikt ' +
  'hypotyreos depression angest demens osteoporos hoftfraktur brostcancer prostatacancer kolorektalcancer uvi pneumoni ' +
  'sepsis tonsillit otit lakemedelsallergi pollenallergi fodoamnesallergi eksem migran ryggsmarta gastroenterit blindtarm ' +
  'gallsten graviditet missbruk palliativ-vard barnhalsovard elevhalsa influensavaccination';

/** Whatever names a code in one of the code files. */
function namedBy(write: Write): string[] {
  if ('diagnosis' in write) return [write.diagnosis];
  if ('death' in write) return [write.death];
  if ('test' in write) return [write.test];
  if ('report' in write) return write.tests.map(({ test }) => test);
  if ('procedure' in write) return [write.procedure];
  if ('vaccine' in write) return [write.vaccine];
  if ('allergy' in write) return [write.allergy];
  if ('prescribe' in write) {
    const drugs =
      typeof write.prescribe === 'string' ? [write.prescribe] : write.prescribe.map(({ drug }) => drug);
    return [...drugs, write.indication];
  }
  return [];
}

describe('the modules', () => {
  it('are there for what a region treats', () => {
    const ids = modules.map(({ id }) => id);
    expect(EXPECTED.split(' ').filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('have ids that every file system writes alike', () => {
    expect(modules.filter(({ id }) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  it('use every code of the code files', () => {
    const used = new Set(writes.flatMap(namedBy));
    const { diagnoses, procedures, drugs, tests, vaccines, allergens } = codes;
    const unused = [diagnoses, procedures, drugs, tests, vaccines, allergens].flatMap((table) =>
      [...table.keys()].filter((name) => !used.has(name)),
    );
    expect(unused).toEqual([]);
  });

  it('stop at enrolment in maternity care what must not be used in pregnancy', () => {
    const enrolment = stateOf('graviditet', 'inskrivning').writes ?? [];
    const stops = enrolment.flatMap((write) => ('stop' in write ? [write.stop] : []));
    const forgotten = [...codes.drugs.values()].filter(
      ({ atc, notInPregnancy, sex, ageFrom = 0 }) =>
        notInPregnancy && sex !== 'male' && ageFrom < 50 && !stops.some((stop) => atc.startsWith(stop)),
    );
    expect(forgotten.map(({ name }) => name)).toEqual([]);
  });

  it('let everybody die of something: each death has a cause of its own module', () => {
    const deadly = modules.filter(({ states }) =>
      Object.values(states).some((state) => state.writes?.some((w) => 'death' in w)),
    );
    expect(deadly.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['bakgrundsdod', 'hjartsvikt', 'demens', 'stroke']),
    );
  });
});

describe('the code files', () => {
  const keys = (file: string): string =>
    [
      ...new Set(
        Object.values(readYaml(`${MODULES}/codes/${file}.yaml`).content as object).flatMap(Object.keys),
      ),
    ]
      .toSorted()
      .join(' ');

  it('say nothing that nobody reads', () => {
    expect(keys('drugs')).toBe('ageFrom ageTo atc dose form notInPregnancy perDay route sex unit');
    expect(keys('tests')).toBe('code decimals display kind normal possible reference system unit');
    expect(keys('vaccines')).toBe('atc display');
    expect(keys('allergens')).toBe('atcPrefix category display snomed');
  });

  it('have codes of the right form', () => {
    const wrong = (names: Iterable<string>, form: RegExp): string[] =>
      [...names].filter((name) => !form.test(name));
    const atc = /^[A-Z]\d{2}([A-Z]([A-Z](\d{2})?)?)?$/;
    const tests = [...codes.tests.values()];
    expect(wrong(codes.diagnoses.keys(), /^[A-Z]\d{2}\.\d$/)).toEqual([]);
    expect(wrong(codes.procedures.keys(), /^[A-Z]{2}\d{3}$|^[A-Z]{3}\d{2}$/)).toEqual([]);
    expect(
      wrong(
        [...codes.drugs.values(), ...codes.vaccines.values()].map((drug) => drug.atc),
        atc,
      ),
    ).toEqual([]);
    expect(
      wrong(
        tests.filter(({ system }) => system === 'npu').map(({ code }) => code),
        /^NPU\d{5}$/,
      ),
    ).toEqual([]);
    expect(
      wrong(
        tests.filter(({ system }) => system === 'loinc').map(({ code }) => code),
        /^\d+-\d$/,
      ),
    ).toEqual([]);
  });

  it('have growth curves that rise with age', () => {
    for (const [, { female, male }] of codes.growth) {
      for (const curve of [female, male]) {
        const means = Object.entries(curve)
          .toSorted(([a], [b]) => Number(a) - Number(b))
          .map(([, [mean]]) => mean);
        expect(means).toEqual(means.toSorted((a, b) => a - b));
      }
    }
  });
});

function stateOf(id: string, name: string): DiseaseModule['states'][string] {
  const state = modules.find((module) => module.id === id)?.states[name];
  if (state === undefined) throw new RangeError(`There is no state ${name} of ${id}.`);
  return state;
}
