import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject } from 'ajv';
import { closest } from 'fastest-levenshtein';
import { parse } from 'yaml';
import { COMPONENTS, type Dose, type Fault, KINDS } from './fault.ts';
import { FaultError } from './fault-error.ts';
import { OPERATORS } from './operators/index.ts';
import { PLACES, type Place } from './places.ts';

const FOLDER = new URL('catalogue/', import.meta.url);

/** A file of catalogue/: the fault, with its dose as people write it. */
interface FaultFile {
  readonly sv: string;
  readonly en: string;
  readonly source: string;
  readonly kind?: Fault['kind'];
  readonly component?: Fault['component'];
  readonly requirements?: readonly string[];
  readonly place?: Place;
  readonly operator?: string;
  readonly with?: Fault['with'];
  readonly selector?: Fault['selector'];
  readonly content?: Fault['content'];
  readonly dose: string | (Omit<Dose, 'every'> & { readonly every: string });
  readonly workflow?: string;
  readonly foundBy?: Fault['foundBy'];
}

const TEXT = { type: 'string', minLength: 1 };
const EVERY = { type: 'string', pattern: '^1/[1-9]\\d*$' };
const COUNT = { type: 'integer', minimum: 1 };
const PLAIN = { type: ['string', 'boolean', 'number'] };
const ONE_OR_MORE = { anyOf: [PLAIN, { type: 'array', minItems: 1, items: PLAIN }] };
const WANTED = {
  type: 'object',
  additionalProperties: {
    anyOf: [
      ...ONE_OR_MORE.anyOf,
      { type: 'object', additionalProperties: false, required: ['not'], properties: { not: ONE_OR_MORE } },
    ],
  },
};

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['sv', 'en', 'source', 'dose'],
  properties: {
    sv: TEXT,
    en: TEXT,
    source: { type: 'string', pattern: '^(D\\d\\d(, D\\d\\d)*|assumption)$' },
    kind: { enum: KINDS },
    component: { enum: COMPONENTS },
    requirements: { type: 'array', items: { type: 'string', pattern: '^KRAV-' } },
    place: { enum: Object.keys(PLACES) },
    operator: { enum: [...OPERATORS.keys()] },
    with: { type: 'object' },
    selector: WANTED,
    content: WANTED,
    dose: {
      anyOf: [
        EVERY,
        {
          type: 'object',
          additionalProperties: false,
          required: ['every'],
          properties: {
            every: EVERY,
            lasts: { type: 'number', exclusiveMinimum: 0 },
            fromSecond: { type: 'number', minimum: 0 },
            fromChance: COUNT,
            aboveLoad: { type: 'integer', minimum: 0 },
            times: COUNT,
          },
        },
      ],
    },
    workflow: TEXT,
    foundBy: { enum: ['load', 'page', 'deck', 'access', 'imaging'] },
  },
};

/** Compiled by the first fault that is read; most programs read none. */
let compiled: ReturnType<typeof compileChecks> | undefined;
const checks = (): ReturnType<typeof compileChecks> => {
  compiled ??= compileChecks();
  return compiled;
};

function compileChecks() {
  const ajv = new Ajv({ allowUnionTypes: true, verbose: true, strictTypes: false });
  return {
    isFaultFile: ajv.compile<FaultFile>(SCHEMA),
    optionsOf: new Map(
      [...OPERATORS].map(([name, { options, required = [] }]) => [
        name,
        ajv.compile({ type: 'object', additionalProperties: false, required, properties: options }),
      ]),
    ),
  };
}

/** One mistake of a schema, as a sentence. */
function mistakeOf(error: ErrorObject | undefined, where: string): string {
  const { keyword, instancePath = '', params = {}, data, message = '' } = error ?? {};
  const at = `${where}${instancePath}`.replace(/^\//, '').replaceAll('/', '.') || 'filen';
  const said = JSON.stringify(data);
  switch (keyword) {
    case 'additionalProperties':
      return `"${params.additionalProperty}" finns inte i ${at}; stryk raden eller rätta stavningen.`;
    case 'required':
      return `"${params.missingProperty}" saknas i ${at}.`;
    case 'enum':
      return `${at} är ${said}; väntat ett av ${(params.allowedValues as string[]).join(', ')}.`;
    case 'anyOf':
      return `${at} är ${said}; ${at === 'dose' ? 'väntat 1/n, till exempel 1/3, eller every: 1/n med lasts, fromSecond, fromChance, aboveLoad eller times' : 'väntat ett värde, en lista av värden eller { not: … }'}.`;
    case 'pattern':
      return at === 'source'
        ? `source är ${said}; väntat en punkt i felkatalogen, till exempel D27, eller assumption.`
        : `${at} är ${said}; väntat ${params.pattern}.`;
    default:
      return `${at} är ${said}: ${message}.`;
  }
}

/** What is wrong with a file that the schema lets pass. */
function mistakeIn(file: FaultFile, benign: boolean): string | undefined {
  const { place, operator: name, workflow, kind, component } = file;
  if (workflow !== undefined) return undefined;
  if (place === undefined) return `"place" saknas; väntat ett av ${Object.keys(PLACES).join(', ')}.`;
  if (name === undefined) return `"operator" saknas; väntat ett av ${[...OPERATORS.keys()].join(', ')}.`;
  if (!benign && (kind === undefined || component === undefined)) {
    return `"${kind === undefined ? 'kind' : 'component'}" saknas; ett fel säger vad som blir fel (${KINDS.join(', ')}) och var (${COMPONENTS.join(', ')}).`;
  }
  const operator = OPERATORS.get(name);
  if (operator?.places.includes(place) !== true) {
    return `operatorn ${name} gör ingenting på platsen ${place}; väntat ${operator?.places.join(', ')}.`;
  }
  const known: readonly string[] = PLACES[place].facts;
  const strange = Object.keys(file.selector ?? {}).find((fact) => !known.includes(fact));
  if (strange !== undefined) {
    const hint = known.length === 0 ? '' : `; menade du "${closest(strange, [...known])}"?`;
    return `selector säger "${strange}", som ingen vet på platsen ${place}${hint} Där vet man ${known.join(', ') || 'ingenting'}.`;
  }
  const check = checks().optionsOf.get(name);
  if (check !== undefined && !check(file.with ?? {})) return mistakeOf(check.errors?.[0], 'with');
  return undefined;
}

/** The most telling error: that no form of several is met only repeats what is wrong in one of them. */
const firstOf = (errors: readonly ErrorObject[]): ErrorObject | undefined =>
  errors.find(({ keyword }) => keyword === 'anyOf') ?? errors[0];

/**
 * A fault as it is written in a file.
 * @throws {FaultError} one sentence for what is wrong in it
 */
export function readFault(
  shown: string,
  text: string,
  { benign = false, blind = false }: { readonly benign?: boolean; readonly blind?: boolean } = {},
): Fault {
  const fail = (sentence: string): never => {
    throw new FaultError(`${shown}: ${sentence}`);
  };
  const content: unknown = contentOf(shown, text);
  const { isFaultFile } = checks();
  if (!isFaultFile(content)) return fail(mistakeOf(firstOf(isFaultFile.errors ?? []), ''));
  const mistake = mistakeIn(content, benign);
  if (mistake !== undefined) return fail(mistake);
  const { dose, requirements = [], selector = {}, content: said = {}, with: options = {}, ...rest } = content;
  const { every, ...when } = typeof dose === 'string' ? { every: dose } : dose;
  return {
    ...rest,
    name: shown.replace(/^.*\//, '').replace(/\.yaml$/, ''),
    requirements,
    selector,
    content: said,
    with: options,
    dose: { ...when, every: Number(every.slice(2)) },
    blind,
    benign,
  };
}

function contentOf(shown: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new FaultError(
      `${shown}: det här är inte YAML (${error instanceof Error ? error.message : error}).`,
    );
  }
}

/** Folders of catalogue/, and what their faults are. */
const FOLDERS = [
  { folder: '', benign: false, blind: false },
  { folder: 'blind/', benign: false, blind: true },
  { folder: 'benign/', benign: true, blind: false },
] as const;

/** A file of the catalogue that nobody has read yet. */
interface Entry {
  readonly shown: string;
  readonly url: URL;
  readonly of: { readonly benign: boolean; readonly blind: boolean };
}

/** The files of catalogue/, by the name of their fault, which is the file's. */
function entries(): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const { folder, ...of } of FOLDERS) {
    const url = new URL(folder, FOLDER);
    const files = readdirSync(fileURLToPath(url)).filter((file) => file.endsWith('.yaml'));
    for (const file of files.sort()) {
      const name = file.replace(/\.yaml$/, '');
      const shown = `reference/faults/catalogue/${folder}${file}`;
      if (found.has(name)) throw new FaultError(`${shown}: namnet finns redan; byt filens namn.`);
      found.set(name, { shown, url: new URL(file, url), of });
    }
  }
  return found;
}

/** The faults that there are; each is read when it is first asked for. */
export class Catalogue {
  readonly #entries = entries();
  readonly #read = new Map<string, Fault>();

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** @throws {FaultError} one sentence for what is wrong in its file */
  fault(name: string): Fault | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    const fault = this.#read.get(name) ?? readFault(entry.shown, readFileSync(entry.url, 'utf8'), entry.of);
    this.#read.set(name, fault);
    return fault;
  }

  /** @throws {FaultError} one sentence for what is wrong in the first file that is not right */
  all(): readonly Fault[] {
    return this.names().flatMap((name) => this.fault(name) ?? []);
  }
}
