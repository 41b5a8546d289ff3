import { type InternalSchemaElement, tryGetDataType } from '@medplum/core';
import { type RequiredCodes, withoutVersion } from './required-codes.ts';

/** What may stand in one element. */
export interface ElementRule {
  /** FHIR type of the value: 'code', 'CodeableConcept', 'EncounterLocation'. */
  readonly type: string;
  readonly binding?: { readonly valueSet: string; readonly codes: ReadonlySet<string> };
  /** Types that a reference may point to; any when absent. */
  readonly targets?: ReadonlySet<string>;
}

/** The rules of a FHIR type, by the name that an element has in JSON; undefined where FHIR has no such type. */
export type ElementRules = (type: string) => ReadonlyMap<string, ElementRule> | undefined;

const PRIMITIVE = /^[a-z]|^http:/;

/** Reads the rules out of Medplum's schema, a type when it is first asked for. */
export function elementRules(required: RequiredCodes): ElementRules {
  const known = new Map<string, ReadonlyMap<string, ElementRule> | undefined>();
  return (type) => {
    if (!known.has(type)) known.set(type, rulesOf(type, required));
    return known.get(type);
  };
}

function rulesOf(type: string, required: RequiredCodes): ReadonlyMap<string, ElementRule> | undefined {
  const schema = tryGetDataType(type);
  if (schema === undefined) return undefined;
  const rules = Object.entries(schema.elements).flatMap(([name, element]) =>
    element.type.map((each) => [nameInJson(name, each.code), ruleOf(element, each, required)] as const),
  );
  return new Map(rules.filter(([, rule]) => asksSomething(rule)));
}

const nameInJson = (name: string, type: string): string =>
  name.endsWith('[x]') ? name.slice(0, -3) + type.charAt(0).toUpperCase() + type.slice(1) : name;

function ruleOf(
  { binding }: InternalSchemaElement,
  { code: type, targetProfile = [] }: InternalSchemaElement['type'][number],
  required: RequiredCodes,
): ElementRule {
  const valueSet =
    binding?.strength === 'required' && binding.valueSet ? withoutVersion(binding.valueSet) : undefined;
  const codes = valueSet === undefined ? undefined : required.get(valueSet);
  const targets = new Set(targetProfile.map((profile) => profile.slice(profile.lastIndexOf('/') + 1)));
  return {
    type,
    ...(valueSet === undefined || codes === undefined ? {} : { binding: { valueSet, codes } }),
    ...(targets.size === 0 || targets.has('Resource') ? {} : { targets }),
  };
}

/** A text or a number without a value set is not worth a look at every write. */
const asksSomething = ({ type, binding }: ElementRule): boolean =>
  binding !== undefined || !PRIMITIVE.test(type);
