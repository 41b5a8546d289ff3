import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { Codes } from '../../disease/codes.ts';
import type { DiseaseLibrary } from '../../disease/load-modules.ts';
import type { DiseaseModule, ModuleState } from '../../disease/module.ts';
import { HISTORY_SYSTEMS } from '../../fhir/systems.ts';
import { codeOf } from '../json.ts';
import type { ResourceLine } from '../rule.ts';

/**
 * What in a record shows that somebody has a disease: the problems and allergies that its states write and no other
 * disease does. Where the target names states, those of these states only.
 */
export function evidenceOf(module: DiseaseModule, { modules, codes }: DiseaseLibrary): ReadonlySet<string> {
  const named = Object.entries(module.states).filter(
    ([name]) => module.prevalence?.states?.includes(name) ?? true,
  );
  const others = new Set(
    modules.filter((other) => other !== module).flatMap((other) => allKeysOf(other, codes)),
  );
  return new Set(named.flatMap(([, state]) => keysOf(state, codes)).filter((key) => !others.has(key)));
}

const allKeysOf = ({ states }: DiseaseModule, codes: Codes): string[] =>
  Object.values(states).flatMap((state) => keysOf(state, codes));

function keysOf({ writes = [] }: ModuleState, codes: Codes): string[] {
  return writes.flatMap((write) => {
    if ('diagnosis' in write) return write.problem ? [`${HISTORY_SYSTEMS.icd10se}|${write.diagnosis}`] : [];
    if ('allergy' in write) return [`${SYSTEMS.snomed}|${codes.allergens.get(write.allergy)?.snomed}`];
    return [];
  });
}

/** The same key of a resource that shows a disease now; undefined for all others. */
export function evidenceIn({ type, resource }: ResourceLine): string | undefined {
  if (type === 'AllergyIntolerance') return keyOf(resource.code, SYSTEMS.snomed);
  if (type !== 'Condition' || resource.abatementDateTime !== undefined) return undefined;
  return keyOf(resource.code, HISTORY_SYSTEMS.icd10se);
}

function keyOf(concept: ResourceLine['resource'][string], system: string): string | undefined {
  const code = codeOf(concept, system);
  return code === undefined ? undefined : `${system}|${code}`;
}
