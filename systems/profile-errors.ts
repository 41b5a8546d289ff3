import type { ErrorObject } from 'ajv';
import { type Document, isMap, isNode, isScalar } from 'yaml';

/** The error to tell: whether it is a test environment before all, what is there and wrong before what is not there. */
export function firstOf(errors: readonly ErrorObject[]): ErrorObject {
  const [first] = errors.toSorted((one, other) => rank(one) - rank(other));
  if (first === undefined) throw new Error('A profile was refused without a reason.');
  return first;
}

function rank({ instancePath, keyword, params }: ErrorObject): number {
  if (instancePath === '/environment' || params.missingProperty === 'environment') return 0;
  return keyword === 'required' ? 2 : 1;
}

/** One Swedish sentence: what is wrong, what was expected, what to do. */
export function sentenceOf(error: ErrorObject): string {
  const name = error.instancePath === '' ? 'Filen' : `"${error.instancePath.slice(1).replaceAll('/', '.')}"`;
  const expected = descriptionIn(error.parentSchema);
  if (error.instancePath === '/environment') {
    return `"environment" är ${JSON.stringify(error.data)}: Genrep arbetar bara mot testmiljöer. Är det en testmiljö utan riktiga patienter, skriv environment: test.`;
  }
  switch (error.keyword) {
    case 'additionalProperties':
      return `Nyckeln "${error.params.additionalProperty}" finns inte här; ta bort den eller välj en av ${Object.keys(propertiesIn(error.parentSchema)).join(', ')}.`;
    case 'required': {
      const key = String(error.params.missingProperty);
      return `Nyckeln "${key}" saknas; lägg till ${descriptionIn(propertiesIn(error.parentSchema)[key]) || `"${key}"`}.`;
    }
    case 'enum':
      return `${name} är ${JSON.stringify(error.data)}; välj ett av ${error.params.allowedValues.join(', ')}.`;
    case 'discriminator':
      return `${name} har method: ${JSON.stringify(error.params.tagValue)}; skriv method: none eller method: password.`;
    default:
      return `${name} är ${JSON.stringify(error.data)} men ska vara ${expected || error.message}.`;
  }
}

const propertiesIn = (part: unknown): Readonly<Record<string, unknown>> =>
  (part as { properties?: Record<string, unknown> } | undefined)?.properties ?? {};

const descriptionIn = (part: unknown): string =>
  (part as { description?: string } | undefined)?.description ?? '';

/** Where in the file an error is: at the key that should not be, else at the value. */
export function offsetOf(document: Document, { instancePath, keyword, params }: ErrorObject): number {
  const path = instancePath.split('/').slice(1);
  const parent = document.getIn(path, true);
  if (keyword === 'additionalProperties' && isMap(parent)) {
    const key = parent.items
      .map((pair) => pair.key)
      .find((each) => isScalar(each) && each.value === params.additionalProperty);
    if (isNode(key)) return key.range?.[0] ?? 0;
  }
  return isNode(parent) ? (parent.range?.[0] ?? 0) : 0;
}
