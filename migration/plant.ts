import { closeSync, openSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../domain/input-error.ts';
import { batchesOf } from '../generators/seed/read-lines.ts';
import { checkSchema } from '../input/schema-check.ts';
import { didYouMean } from '../input/suggest.ts';
import { readYaml } from '../input/yaml-source.ts';
import schema from './schema/faults.schema.json' with { type: 'json' };

type Resource = Record<string, unknown> & { readonly resourceType: string; readonly id: string };
type Values = Readonly<Record<string, unknown>>;

/** Something that goes wrong with resources of one type on the way, as a file of faults/ tells it. */
export interface Fault {
  readonly id: string;
  readonly sv: string;
  readonly in: string;
  /** Paths with the pattern that the value must have. */
  readonly where?: Readonly<Record<string, string>>;
  /** Every so many of those. */
  readonly every: number;
  readonly do: {
    readonly drop?: true;
    readonly set?: Values;
    readonly cut?: Readonly<Record<string, number>>;
    readonly replace?: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
    /** Minutes. */
    readonly shift?: Readonly<Record<string, number>>;
    readonly copy?: { readonly id?: string; readonly set?: Values };
    readonly add?: Values;
  };
  /** The finding that it must come to. */
  readonly foundBy?: string;
}

/** The faults of a file of faults/. */
export const loadFaults = (name: 'catalogue' | 'real-life'): readonly Fault[] =>
  checkSchema<{ faults: Fault[] }>(readYaml(path.join(import.meta.dirname, 'faults', `${name}.yaml`)), schema)
    .faults;

/** Faults of the catalogue by their names. Throws InputError for one that there is not. */
export function faultsNamed(names: readonly string[]): readonly Fault[] {
  const all = loadFaults('catalogue');
  const known = all.map(({ id }) => id);
  return names.map((name) => {
    const fault = all.find(({ id }) => id === name);
    if (fault !== undefined) return fault;
    throw new InputError(
      `Det finns inget migreringsfel "${name}"${didYouMean(name, known) || '.'} Välj bland ${known.join(', ')}.`,
    );
  });
}

/**
 * Writes a copy of an extract in which the faults have struck: a file a type, all in one folder.
 * @returns how many resources each fault struck, by its id
 */
export async function plant(
  faults: readonly Fault[],
  filesByType: ReadonlyMap<string, readonly string[]>,
  into: string,
): Promise<ReadonlyMap<string, number>> {
  await mkdir(into, { recursive: true });
  const out = new Outputs(into);
  const planters = faults.map((fault) => new Planter(fault));
  for (const [type, files] of filesByType)
    for (const file of files)
      for await (const lines of batchesOf(file, { size: 1_000 }))
        for (const line of lines) {
          const own = planters.filter(({ fault }) => fault.in === type);
          const made = own.reduce((some, planter) => some.flatMap((one) => planter.strike(one)), [line]);
          for (const one of made) out.write(own.length === 0 ? type : typeOf(one), one);
        }
  out.close();
  return new Map(planters.map(({ fault, struck }) => [fault.id, struck]));
}

const typeOf = (line: string): string => (JSON.parse(line) as Resource).resourceType;

/** Bytes that are gathered before they are written. */
const CHUNK = 1 << 20;

class Outputs {
  readonly #folder: string;
  readonly #files = new Map<string, { readonly descriptor: number; lines: string[]; length: number }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  write(type: string, line: string): void {
    let file = this.#files.get(type);
    if (file === undefined) {
      file = { descriptor: openSync(path.join(this.#folder, `${type}.ndjson`), 'w'), lines: [], length: 0 };
      this.#files.set(type, file);
    }
    file.lines.push(`${line}\n`);
    file.length += line.length;
    if (file.length < CHUNK) return;
    writeFileSync(file.descriptor, file.lines.join(''));
    file.lines = [];
    file.length = 0;
  }

  close(): void {
    for (const { descriptor, lines } of this.#files.values()) {
      writeFileSync(descriptor, lines.join(''));
      closeSync(descriptor);
    }
  }
}

/** Strikes every so many of the resources that a fault is about. */
class Planter {
  readonly fault: Fault;
  struck = 0;
  #seen = 0;
  /** Id of the first resource that it saw. */
  #first: string | undefined;

  constructor(fault: Fault) {
    this.fault = fault;
  }

  strike(line: string): string[] {
    const { every, where = {}, do: what } = this.fault;
    const resource = JSON.parse(line) as Resource;
    if (resource.resourceType !== this.fault.in) return [line];
    this.#first ??= subjectOf(resource);
    const isMeant = Object.entries(where).every(([at, pattern]) => {
      const value = valueAt(resource, at);
      return value !== undefined && new RegExp(pattern, 'u').test(String(value));
    });
    if (!isMeant) return [line];
    this.#seen += 1;
    if (this.#seen % every !== 0) return [line];
    this.struck += 1;
    const filled = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value)
          .replaceAll('{id}', resource.id)
          .replaceAll('{n}', `${this.struck}`.padStart(4, '0'))
          .replaceAll('{first}', this.#first ?? ''),
      );
    if (what.drop === true) return [];
    if (what.add !== undefined) return [line, JSON.stringify(filled(what.add))];
    if (what.copy !== undefined) {
      const copy = structuredClone(resource);
      const { id = '', set = {} } = what.copy;
      return [line, JSON.stringify(changed({ ...copy, id: `${resource.id}${id}` }, filled(set) as Values))];
    }
    return [
      JSON.stringify(
        changed(resource, { ...(filled(what.set ?? {}) as Values), ...computed(resource, what) }),
      ),
    ];
  }
}

/** Whom a resource is about; a person is about itself. */
const subjectOf = (resource: Resource): string =>
  resource.resourceType === 'Patient'
    ? resource.id
    : String(valueAt(resource, 'subject.reference') ?? '').replace(/^.*\//, '');

function computed(resource: Resource, { cut = {}, replace = {}, shift = {} }: Fault['do']): Values {
  const text = (at: string): string => String(valueAt(resource, at) ?? '');
  return Object.fromEntries([
    ...Object.entries(cut).map(([at, length]) => [at, text(at).slice(0, length)]),
    ...Object.entries(replace).map(([at, { from, to }]) => [
      at,
      text(at).replace(new RegExp(from, 'gu'), to),
    ]),
    ...Object.entries(shift).map(([at, minutes]) => [at, shifted(text(at), minutes)]),
  ]);
}

/** A moment so many minutes later, as UTC. */
const shifted = (text: string, minutes: number): string =>
  new Date(Date.parse(text) + minutes * 60_000).toISOString().replace('.000Z', 'Z');

function valueAt(resource: unknown, at: string): unknown {
  return at.split('.').reduce<unknown>((value, key) => (value as Values | undefined)?.[key], resource);
}

/** The resource with values at paths; null takes the value away. */
function changed(resource: Resource, values: Values): Resource {
  for (const [at, value] of Object.entries(values)) {
    const keys = at.split('.');
    const last = keys.pop() ?? at;
    const holder = keys.reduce<unknown>((found, key) => (found as Values | undefined)?.[key], resource) as
      | Record<string, unknown>
      | undefined;
    if (holder === undefined) continue;
    if (value === null) delete holder[last];
    else holder[last] = value;
  }
  return resource;
}
