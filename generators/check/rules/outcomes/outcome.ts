import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { readYaml } from '../../../../input/yaml-source.ts';
import type { Codes } from '../../../disease/codes.ts';
import type { Basis } from '../../../disease/module.ts';
import { HISTORY_SYSTEMS } from '../../../fhir/systems.ts';
import { at, codeOf, listAt, numberAt } from '../../json.ts';
import type { JsonObject, Words } from '../../rule.ts';

/** What treatment should lead to: a share of those with a diagnosis whose latest value lies within limits. */
export interface Outcome {
  readonly name: Words;
  readonly basis: Basis;
  /** ICD-10-SE */
  readonly diagnosis: readonly string[];
  /** mmHg, systolic and diastolic. */
  readonly bloodPressureBelow?: readonly [number, number];
  /** Name in codes/tests.yaml, whose unit the limits are in. */
  readonly test?: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly above?: number;
  /** Months before the last day in which the latest value must lie to be counted. */
  readonly within: number;
  /** 0–1 */
  readonly share: number;
}

export const readOutcomes = (): readonly Outcome[] =>
  readYaml(new URL('./outcomes.yaml', import.meta.url).pathname).content as readonly Outcome[];

/** Whether an Observation is of what the outcome is about, and if so, whether its value is as it should be. */
export function judgeOf(outcome: Outcome, codes: Codes): (resource: JsonObject) => boolean | undefined {
  const { bloodPressureBelow: below } = outcome;
  if (below !== undefined) {
    return (resource) => {
      const components = listAt(resource, 'component');
      const value = (code: string): number | undefined =>
        numberAt(
          components.find((component) => codeOf(at(component, 'code'), SYSTEMS.loinc) === code),
          'valueQuantity',
          'value',
        );
      const systolic = value('8480-6');
      const diastolic = value('8462-4');
      return systolic === undefined || diastolic === undefined
        ? undefined
        : systolic < below[0] && diastolic < below[1];
    };
  }
  const test = codes.tests.get(outcome.test ?? '');
  const { atMost = Infinity, atLeast = -Infinity, above = -Infinity } = outcome;
  return (resource) => {
    if (test === undefined || codeOf(resource.code, HISTORY_SYSTEMS[test.system]) !== test.code)
      return undefined;
    const value = numberAt(resource.valueQuantity, 'value');
    return value === undefined ? undefined : value <= atMost && value >= atLeast && value > above;
  };
}
