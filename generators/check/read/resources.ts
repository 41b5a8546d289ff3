import { at, isObject, listAt, textAt } from '../json.ts';
import type { Json, JsonObject, Place, ResourceLine, Tell } from '../rule.ts';
import { keyOf } from './key.ts';
import type { Line } from './lines.ts';
import { type Person, personOf } from './person.ts';
import { SaidReader } from './said.ts';

/** Turns the lines of one shard into resources, learning who the people are on the way. */
export class ResourceReader {
  readonly people = new Map<string, Person>();
  readonly #tell: Tell;
  readonly #take: (line: ResourceLine) => void;
  readonly #said = new SaidReader();
  readonly #prefixes = new Map<string, string>();

  constructor(tell: Tell, take: (line: ResourceLine) => void) {
    this.#tell = tell;
    this.#take = take;
  }

  /** A line of NDJSON: a resource, or a transaction with the resources of one person. */
  line(file: string, { number, text, isText }: Line): void {
    const place: Place = { file, line: number };
    if (!isText) this.#tell(place, { sv: 'raden är inte UTF-8', en: 'the line is not UTF-8' });
    const resource = parsed(text);
    if (resource === undefined) {
      this.#tell(place, {
        sv: 'raden är inte en hel resurs i JSON',
        en: 'the line is not a whole resource in JSON',
      });
      return;
    }
    for (const one of resource.resourceType === 'Bundle' ? entriesOf(resource) : [resource]) {
      this.#resource(one, place);
    }
  }

  #resource(resource: JsonObject, place: Place): void {
    const { resourceType, id } = resource;
    if (typeof resourceType !== 'string' || typeof id !== 'string') {
      this.#tell(place, {
        sv: 'resursen saknar resourceType eller id',
        en: 'the resource has no resourceType or no id',
      });
      return;
    }
    if (resourceType === 'Patient') this.#person(resource, id, place);
    const owner = resourceType === 'Patient' ? id : ownerOf(resource);
    const person = owner === undefined ? undefined : this.people.get(owner);
    const key = keyOf(id, this.#prefixOf(resourceType));
    this.#take({ place, type: resourceType, id, key, resource, said: this.#said.read(resource), person });
  }

  /** 'Patient/' */
  #prefixOf(type: string): string {
    const known = this.#prefixes.get(type);
    if (known !== undefined) return known;
    const prefix = `${type}/`;
    this.#prefixes.set(type, prefix);
    return prefix;
  }

  #person(resource: JsonObject, id: string, place: Place): void {
    const person = personOf(resource, place);
    if (person !== undefined) {
      this.people.set(id, person);
      return;
    }
    this.#tell(place, {
      sv: `${id} saknar födelsedatum eller kön`,
      en: `${id} has no birth date or no gender`,
    });
  }
}

const entriesOf = (bundle: JsonObject): readonly JsonObject[] =>
  listAt(bundle, 'entry')
    .map((entry) => at(entry, 'resource'))
    .filter(isObject);

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const PATIENT = 'Patient/';

/** The id of the Patient whose record the resource belongs to. */
function ownerOf(resource: JsonObject): string | undefined {
  const direct = referenceIn(resource.subject) ?? referenceIn(resource.patient);
  if (direct !== undefined) return idOf(direct);
  for (const participant of listAt(resource, 'participant')) {
    const actor = textAt(participant, 'actor', 'reference');
    if (actor?.startsWith(PATIENT)) return idOf(actor);
  }
  return undefined;
}

const referenceIn = (value: Json | undefined): string | undefined =>
  isObject(value) && typeof value.reference === 'string' ? value.reference : undefined;

const idOf = (reference: string): string | undefined =>
  reference.startsWith(PATIENT) ? reference.slice(PATIENT.length) : undefined;
