import type { Resource } from '@medplum/fhirtypes';
import { aboutOf } from './canonical.ts';
import type { Person } from './ledger.ts';
import { patientParameter, type Surroundings, seenBy } from './surroundings.ts';

/** One patient's record as the reader sees it that sees all, by type; taken anew when it is asked for again. */
export class Truth {
  readonly #at: Surroundings;
  readonly #person: Person;
  readonly #byType = new Map<string, readonly Resource[]>();

  /** @param known the whole record, where it was just read */
  constructor(at: Surroundings, person: Person, types: readonly string[] = [], known?: Iterable<Resource>) {
    this.#at = at;
    this.#person = person;
    if (known === undefined) return;
    const own = [...known].filter((each) => aboutOf(each) === person.reference);
    for (const type of types)
      this.#byType.set(
        type,
        own.filter(({ resourceType }) => resourceType === type),
      );
  }

  async of(type: string): Promise<readonly Resource[]> {
    return this.#byType.get(type) ?? this.anew(type);
  }

  async anew(type: string): Promise<readonly Resource[]> {
    const { accounts } = this.#at;
    const parameter = patientParameter(this.#at, type);
    if (parameter === undefined) return [];
    const fetched = await seenBy(
      this.#at,
      accounts.migration,
      `${type}?${parameter}=${encodeURIComponent(this.#person.reference)}&_count=500`,
      `GET ${type}?${parameter}`,
      { patient: this.#person.patient.key, what: type },
    );
    const resources = fetched?.status === 200 ? fetched.resources : [];
    this.#byType.set(type, resources);
    return resources;
  }

  get all(): readonly Resource[] {
    return [...this.#byType.values()].flat();
  }
}
