import type { Json, JsonObject } from '../rule.ts';

/** What a resource says anywhere in it, of which several rules want to know: it is looked through once. */
export interface Said {
  /** Each name with its date, with or without a time of day, as texts: name, date, name, date … */
  readonly dates: readonly string[];
  /** 'Patient/p-1' */
  readonly references: readonly string[];
  readonly periods: readonly JsonObject[];
}

const DATE = /^\d{4}-\d{2}-\d{2}(T|$)/;
const DASH = '-'.charCodeAt(0);
const PERIODS: ReadonlySet<string> = new Set(['period', 'boundsPeriod']);

/** Looks through one resource after another; what one said is there until the next is begun. */
export class SaidReader implements Said {
  readonly dates: string[] = [];
  readonly references: string[] = [];
  readonly periods: JsonObject[] = [];

  read(resource: JsonObject): Said {
    this.dates.length = 0;
    this.references.length = 0;
    this.periods.length = 0;
    this.#all(resource);
    return this;
  }

  #all(object: JsonObject): void {
    for (const name in object) {
      const value = object[name];
      if (typeof value === 'string') this.#text(name, value);
      else if (typeof value === 'object' && value !== null) this.#inner(name, value);
    }
  }

  #inner(name: string, value: JsonObject | readonly Json[]): void {
    if (!Array.isArray(value)) {
      if (PERIODS.has(name)) this.periods.push(value as JsonObject);
      this.#all(value as JsonObject);
      return;
    }
    for (const item of value as readonly Json[]) {
      if (typeof item === 'string') this.#text(name, item);
      else if (Array.isArray(item)) this.#inner(name, item);
      else if (typeof item === 'object' && item !== null) this.#all(item as JsonObject);
    }
  }

  #text(name: string, text: string): void {
    if (name === 'reference') this.references.push(text);
    else if (text.charCodeAt(4) === DASH && DATE.test(text)) this.dates.push(name, text);
  }
}
