import { InputError } from '../../domain/input-error.ts';
import type { YamlPath, YamlSource } from '../../input/yaml-source.ts';
import type { Codes } from './codes.ts';
import type { BySex, DiseaseModule, Distribution, ModuleState, Transition, Who, Write } from './module.ts';

/** Shares may miss 1 by the rounding of decimals. */
const ROUNDING = 1e-6;

/** What the schema cannot see: states that lead nowhere, shares that do not add up, codes and diseases not known. */
export function checkModule(
  module: DiseaseModule,
  codes: Codes,
  modules: readonly string[],
  source: YamlSource,
): void {
  const refuse = (message: string, where: YamlPath): never => {
    throw new InputError(message, source.positionOfKey(where));
  };
  const states = Object.entries(module.states);
  const known = (table: ReadonlyMap<string, unknown>, name: string, file: string, where: YamlPath): void => {
    if (!table.has(name))
      refuse(`"${name}" är okänt; lägg till det i codes/${file}.yaml eller rätta det.`, where);
  };
  const disease = (id: string | undefined, where: YamlPath): void => {
    if (id !== undefined && !modules.includes(id)) refuse(`Det finns ingen modul "${id}".`, where);
  };
  const whom = (who: Who | undefined, where: YamlPath): void => {
    disease(who?.has, [...where, 'has']);
    disease(who?.hasNot, [...where, 'hasNot']);
  };

  checkReach();
  const { onset } = module;
  whom(onset.who, ['onset', 'who']);
  if ('per1000' in onset) {
    onset.factors?.forEach((factor, n) => {
      disease(factor.while, ['onset', 'factors', n, 'while']);
    });
  }
  for (const [name, state] of states) {
    checkTransitions(name, state);
    state.writes?.forEach((write, n) => {
      whom(write.who, ['states', name, 'writes', n, 'who']);
      checkWrite(write, ['states', name, 'writes', n]);
    });
  }

  function checkReach(): void {
    if (!(module.start in module.states)) refuse(`Starttillståndet "${module.start}" finns inte.`, ['start']);
    const reached = new Set([module.start]);
    for (const name of reached) {
      module.states[name]?.then?.forEach(({ to }, n) => {
        if (!(to in module.states))
          refuse(`Tillståndet "${to}" finns inte.`, ['states', name, 'then', n, 'to']);
        reached.add(to);
      });
    }
    for (const [name] of states) {
      if (!reached.has(name))
        refuse(`Tillståndet "${name}" kan aldrig nås; ta bort det eller led dit.`, ['states', name]);
    }
  }

  function checkTransitions(name: string, { then = [], ended }: ModuleState): void {
    const where: YamlPath = ['states', name, 'then'];
    if (ended && then.length > 0) refuse(`"${name}" är slutet och kan inte leda vidare.`, where);
    then.forEach((transition: Transition, n) => {
      whom(transition.who, [...where, n, 'who']);
      transition.factors?.forEach((factor, f) => {
        disease(factor.while, [...where, n, 'factors', f, 'while']);
      });
    });
    const shared = then.filter(({ share }) => share !== undefined);
    if (shared.length === 0 || shared.some(({ who }) => who !== undefined)) return;
    const sum = shared.reduce((total, { share = 0 }) => total + share, 0);
    const rated = shared.length < then.length;
    if (sum > 1 + ROUNDING || (!rated && sum < 1 - ROUNDING)) {
      refuse(`Andelarna ut ur "${name}" är tillsammans ${Number(sum.toFixed(6))}; de ska vara 1.`, where);
    }
  }

  function checkWrite(write: Write, where: YamlPath): void {
    if ('diagnosis' in write) known(codes.diagnoses, write.diagnosis, 'diagnoses', [...where, 'diagnosis']);
    if ('abate' in write) known(codes.diagnoses, write.abate, 'diagnoses', [...where, 'abate']);
    if ('death' in write) known(codes.diagnoses, write.death, 'diagnoses', [...where, 'death']);
    if ('test' in write) checkTest(write.test, write.value, where);
    if ('report' in write) {
      write.tests.forEach(({ test, value }, n) => {
        checkTest(test, value, [...where, 'tests', n]);
      });
    }
    if ('procedure' in write) known(codes.procedures, write.procedure, 'procedures', [...where, 'procedure']);
    if ('vaccine' in write) known(codes.vaccines, write.vaccine, 'vaccines', [...where, 'vaccine']);
    if ('allergy' in write) known(codes.allergens, write.allergy, 'allergens', [...where, 'allergy']);
    if ('prescribe' in write) {
      const choices =
        typeof write.prescribe === 'string' ? [write.prescribe] : write.prescribe.map(({ drug }) => drug);
      choices.forEach((drug, n) => {
        known(codes.drugs, drug, 'drugs', [...where, 'prescribe', n, 'drug']);
      });
      known(codes.diagnoses, write.indication, 'diagnoses', [...where, 'indication']);
    }
  }

  function checkTest(name: string, value: BySex<Distribution> | undefined, where: YamlPath): void {
    known(codes.tests, name, 'tests', [...where, 'test']);
    const test = codes.tests.get(name);
    if (value === undefined && test?.normal === undefined) {
      refuse(`"${name}" har inget normalvärde i codes/tests.yaml; skriv value.`, where);
    }
    for (const distribution of value === undefined ? [] : bothSexes(value)) {
      if ('curve' in distribution) known(codes.growth, distribution.curve, 'growth', [...where, 'value']);
      if (!('text' in distribution) && test?.unit === undefined) {
        refuse(`"${name}" saknar enhet i codes/tests.yaml men får ett tal.`, [...where, 'value']);
      }
    }
  }
}

const bothSexes = <T extends object>(value: BySex<T>): readonly T[] =>
  'female' in value ? [value.female, value.male] : [value];
