/** Lists kept by person, for as long as a shard is read. */
export class ByPerson<T> {
  #lists = new Map<string, T[]>();

  clear(): void {
    this.#lists = new Map();
  }

  add(person: string, item: T): void {
    const list = this.#lists.get(person);
    if (list === undefined) this.#lists.set(person, [item]);
    else list.push(item);
  }

  of(person: string): readonly T[] {
    return this.#lists.get(person) ?? [];
  }

  all(): Iterable<readonly T[]> {
    return this.#lists.values();
  }
}
