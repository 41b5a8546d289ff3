import type { CodeableConcept, Coding, Resource } from '@medplum/fhirtypes';
import type { SearchRules } from '../../mapping.ts';
import { placesOf, unanswered } from '../asked.ts';
import type { Query } from '../url.ts';

/** A search in the system's words, and what is left to look at in what comes. */
export interface SaidSearch {
  readonly query: Query;
  /** Whether the system is asked all that the area asks; else it may find more than is sought. */
  readonly whole: boolean;
  /** Whether something found, in the areas' words, is what the area searched for. */
  readonly sift: (resource: Resource) => boolean;
}

/**
 * @param said what a value of a parameter is called in the system
 * @param patient 'Patient/17', as the system has it; undefined where no one patient is asked about
 */
export function saidSearch(
  { rename = {}, add = {}, sift = [] }: SearchRules,
  said: (parameter: string, value: string) => readonly string[],
  asked: Query,
  patient: string | undefined,
): SaidSearch {
  const query: Record<string, string | readonly string[]> = {};
  const sifted: string[] = [];
  for (const [name, value] of Object.entries(asked)) {
    if (sift.includes(name)) sifted.push(name);
    else query[rename[name] ?? name] = [value].flat().flatMap((each) => said(name, each));
  }
  for (const [name, value] of Object.entries(add)) {
    if (query[name] !== undefined) continue;
    if (!value.includes(PATIENT)) query[name] = value;
    else if (patient !== undefined) query[name] = value.replaceAll(PATIENT, patient);
  }
  const places = placesOf(sifted);
  const tokens = sifted.flatMap((name) => {
    const concepts = CONCEPTS[name];
    return concepts === undefined ? [] : [{ concepts, sought: [asked[name] ?? []].flat() }];
  });
  return {
    query,
    whole: sifted.length === 0,
    sift: (resource) =>
      unanswered(places, asked, resource) === undefined &&
      tokens.every(({ concepts, sought }) => concepts(resource).some((each) => isAmong(each, sought))),
  };
}

/** The parameters that the system must know, for those that an area searches by. */
export const saidParameters = (
  { rename = {}, add = {}, sift = [] }: SearchRules,
  asked: readonly string[],
): string[] => [
  ...new Set([
    ...asked.filter((name) => !sift.includes(name)).map((name) => rename[name] ?? name),
    ...Object.keys(add),
  ]),
];

const PATIENT = '{patient}';

/** The codes that a parameter is about, where it is about codes. */
const CONCEPTS: Readonly<Record<string, (resource: Resource) => readonly Coding[]>> = {
  _tag: ({ meta }) => meta?.tag ?? [],
  code: codingsAt('code'),
  category: codingsAt('category'),
  type: codingsAt('type'),
  'service-type': codingsAt('serviceType'),
};

function codingsAt(element: string): (resource: Resource) => readonly Coding[] {
  return (resource) => {
    const concepts: readonly CodeableConcept[] = [Reflect.get(resource, element) ?? []].flat();
    return concepts.flatMap(({ coding = [] }) => coding);
  };
}

const isAmong = ({ system = '', code = '' }: Coding, sought: readonly string[]): boolean =>
  sought.includes(`${system}|${code}`) || sought.includes(code);
