import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Codes, TestCode } from '../../disease/codes.ts';
import { HISTORY_SYSTEMS } from '../../fhir/systems.ts';
import { at, codeOf, isObject, listAt, numberAt } from '../json.ts';
import type { Json, JsonObject, Rule, Words } from '../rule.ts';

/** mmHg, of a living person. Assumption. */
const SYSTOLIC = { code: '8480-6', possible: [40, 300] } as const;
const DIASTOLIC = { code: '8462-4', possible: [15, 200] } as const;

/** Measured values are possible, in the unit of the test, and units are those of UCUM that the unit file lists. */
export const VALUES: Rule = {
  name: 'values',
  title: {
    sv: 'Mätvärden är möjliga och enheter är UCUM',
    en: 'Values are possible and units are UCUM',
  },
  watch({ data }, tell) {
    const testOf = testsByCode(data.library.codes);
    return {
      types: ['MedicationRequest', 'Observation'],
      see({ type, id, resource, place }) {
        if (type === 'MedicationRequest') {
          for (const quantity of dosesOf(resource)) report(unitFault(quantity, data.library.codes));
        }
        if (type !== 'Observation') return;
        const components = listAt(resource, 'component');
        if (components.length > 0) report(pressureFault(components, data.library.codes));
        else report(valueFault(resource, testOf(resource), data.library.codes));

        function report(words: Words | undefined): void {
          if (words !== undefined) tell(place, { sv: `${id}: ${words.sv}`, en: `${id}: ${words.en}` });
        }
      },
    };
  },
};

function testsByCode(codes: Codes): (resource: JsonObject) => TestCode | undefined {
  const systems = (['npu', 'loinc', 'genrep'] as const).map((name) => ({
    system: HISTORY_SYSTEMS[name],
    tests: new Map(
      [...codes.tests.values()].filter(({ system }) => system === name).map((test) => [test.code, test]),
    ),
  }));
  return ({ code: concept }) => {
    for (const { system, tests } of systems) {
      const code = codeOf(concept, system);
      const found = code === undefined ? undefined : tests.get(code);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function valueFault(resource: JsonObject, test: TestCode | undefined, codes: Codes): Words | undefined {
  const { valueQuantity, valueString } = resource;
  if (test === undefined) return undefined;
  if (test.unit === undefined) {
    return typeof valueString === 'string' && valueString !== ''
      ? undefined
      : { sv: `${test.name} saknar svar i ord`, en: `${test.name} has no answer in words` };
  }
  const value = numberAt(valueQuantity, 'value');
  if (value === undefined) return { sv: `${test.name} saknar värde`, en: `${test.name} has no value` };
  const unit = at(valueQuantity, 'code');
  if (unit !== String(test.unit)) {
    return {
      sv: `${test.name} mäts i ${test.unit}, inte i ${unit}`,
      en: `${test.name} is measured in ${test.unit}, not in ${unit}`,
    };
  }
  return unitFault(valueQuantity, codes) ?? outside(test.name, value, test.possible);
}

function pressureFault(components: readonly Json[], codes: Codes): Words | undefined {
  const quantityOf = (code: string): Json | undefined =>
    at(
      components.find((component) => codeOf(at(component, 'code'), SYSTEMS.loinc) === code),
      'valueQuantity',
    );
  const systolic = quantityOf(SYSTOLIC.code);
  const diastolic = quantityOf(DIASTOLIC.code);
  const high = numberAt(systolic, 'value');
  const low = numberAt(diastolic, 'value');
  if (high === undefined || low === undefined) {
    return {
      sv: 'blodtrycket saknar övertryck eller undertryck',
      en: 'the pressure lacks systolic or diastolic',
    };
  }
  if (high <= low) {
    return {
      sv: `övertrycket ${high} är inte högre än undertrycket ${low}`,
      en: `systolic ${high} is not above diastolic ${low}`,
    };
  }
  return (
    unitFault(systolic, codes) ??
    unitFault(diastolic, codes) ??
    outside('Systoliskt blodtryck', high, SYSTOLIC.possible) ??
    outside('Diastoliskt blodtryck', low, DIASTOLIC.possible)
  );
}

function outside(name: string, value: number, possible?: readonly [number, number]): Words | undefined {
  if (possible === undefined || (value >= possible[0] && value <= possible[1])) return undefined;
  return {
    sv: `${name} ${value} är omöjligt; möjligt är ${possible[0]}–${possible[1]}`,
    en: `${name} ${value} is impossible; possible is ${possible[0]}–${possible[1]}`,
  };
}

function unitFault(quantity: Json | undefined, { units }: Codes): Words | undefined {
  const unit = at(quantity, 'code');
  if (at(quantity, 'system') === SYSTEMS.ucum && typeof unit === 'string' && units.has(unit))
    return undefined;
  return {
    sv: `enheten ${unit} är inte en känd UCUM-enhet`,
    en: `the unit ${unit} is no known unit of UCUM`,
  };
}

const dosesOf = (resource: JsonObject): readonly Json[] =>
  listAt(resource, 'dosageInstruction')
    .flatMap((dosage) => listAt(dosage, 'doseAndRate'))
    .map((dose) => at(dose, 'doseQuantity'))
    .filter(isObject);
