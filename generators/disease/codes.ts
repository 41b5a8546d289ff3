import { readdirSync } from 'node:fs';
import { InputError } from '../../domain/input-error.ts';
import { readYaml, type YamlSource } from '../../input/yaml-source.ts';
import type { Basis, BySex, Distribution } from './module.ts';

/** The names and codes that modules may use, as generators/modules/codes/*.yaml tells them. */
export interface Codes {
  /** ICD-10-SE: display. */
  readonly diagnoses: ReadonlyMap<string, Concept>;
  /** KVÅ: display. */
  readonly procedures: ReadonlyMap<string, Concept>;
  readonly drugs: ReadonlyMap<string, DrugCode>;
  readonly tests: ReadonlyMap<string, TestCode>;
  /** UCUM: as people write it. */
  readonly units: ReadonlyMap<string, string>;
  readonly vaccines: ReadonlyMap<string, VaccineCode>;
  readonly allergens: ReadonlyMap<string, AllergenCode>;
  readonly growth: ReadonlyMap<string, GrowthCurve>;
}

interface Numbered {
  /** Position in its file: emitters keep what they know of a code by it. */
  readonly index: number;
}

export interface Concept extends Numbered {
  readonly code: string;
  readonly display: string;
}

export interface DrugCode extends Numbered {
  readonly name: string;
  readonly atc: string;
  readonly form: string;
  readonly route: string;
  readonly dose: number;
  /** UCUM */
  readonly unit: string;
  /** The unit as people write it. */
  readonly unitText: string;
  readonly perDay: number;
  readonly notInPregnancy?: boolean;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly sex?: 'female' | 'male';
}

export interface TestCode extends Numbered {
  readonly name: string;
  readonly system: 'npu' | 'loinc' | 'genrep';
  readonly code: string;
  readonly display: string;
  readonly kind: 'laboratory' | 'vital-signs' | 'survey' | 'exam' | 'imaging';
  /** UCUM; absent where the answer is words. */
  readonly unit?: string;
  /** The unit as people write it. */
  readonly unitText?: string;
  readonly decimals?: number;
  /** Values outside are impossible, in the unit. */
  readonly possible?: readonly [number, number];
  readonly reference?: BySex<readonly [number, number]>;
  /** Of a healthy adult. */
  readonly normal?: BySex<Distribution>;
}

export interface VaccineCode extends Numbered {
  readonly name: string;
  readonly atc: string;
  readonly display: string;
}

export interface AllergenCode extends Numbered {
  readonly name: string;
  readonly snomed: string;
  readonly display: string;
  readonly category: 'medication' | 'food' | 'environment' | 'biologic';
  /** Drugs that must then not be prescribed; several apart by commas. */
  readonly atcPrefix?: string;
}

export interface GrowthCurve {
  readonly basis: Basis;
  /** Months of age: mean and standard deviation. */
  readonly female: Readonly<Record<string, readonly [number, number]>>;
  readonly male: Readonly<Record<string, readonly [number, number]>>;
}

const FILES = [
  'diagnoses',
  'procedures',
  'drugs',
  'tests',
  'units',
  'vaccines',
  'allergens',
  'growth',
] as const;

export function loadCodes(folder: string): Codes {
  const there = readdirSync(folder);
  const tables = Object.fromEntries(
    FILES.map((name) => {
      if (!there.includes(`${name}.yaml`)) throw new InputError(`Filen ${name}.yaml saknas i ${folder}.`);
      return [name, readYaml(`${folder}/${name}.yaml`)];
    }),
  ) as Readonly<Record<(typeof FILES)[number], YamlSource>>;
  const units = new Map(Object.entries(tables.units.content as Readonly<Record<string, string>>));
  checkUnits(tables.drugs, units);
  checkUnits(tables.tests, units);
  return {
    diagnoses: concepts(tables.diagnoses),
    procedures: concepts(tables.procedures),
    drugs: measured(named<DrugCode>(tables.drugs), units),
    tests: measured(named<TestCode>(tables.tests), units),
    units,
    vaccines: named<VaccineCode>(tables.vaccines),
    allergens: named<AllergenCode>(tables.allergens),
    growth: new Map(Object.entries(tables.growth.content as Readonly<Record<string, GrowthCurve>>)),
  };
}

function checkUnits(table: YamlSource, units: ReadonlyMap<string, string>): void {
  for (const [name, { unit }] of Object.entries(
    table.content as Readonly<Record<string, { unit?: string }>>,
  )) {
    if (unit === undefined || units.has(String(unit))) continue;
    throw new InputError(
      `Enheten "${unit}" för ${name} är okänd; skriv en enhet ur units.yaml eller lägg till den där.`,
      table.positionOfKey([name, 'unit']),
    );
  }
}

function concepts({ content }: YamlSource): ReadonlyMap<string, Concept> {
  const entries = Object.entries(content as Readonly<Record<string, string>>);
  return new Map(entries.map(([code, display], index) => [code, { index, code, display }]));
}

function named<T extends Numbered & { readonly name: string }>({
  content,
}: YamlSource): ReadonlyMap<string, T> {
  const entries = Object.entries(content as Readonly<Record<string, Omit<T, 'index' | 'name'>>>);
  return new Map(entries.map(([name, entry], index) => [name, { ...entry, name, index } as T]));
}

/** Adds how people write the unit. */
function measured<T extends { readonly unit?: string }>(
  table: ReadonlyMap<string, T>,
  units: ReadonlyMap<string, string>,
): ReadonlyMap<string, T> {
  return new Map(
    [...table].map(([name, entry]) => [
      name,
      { ...entry, unitText: units.get(String(entry.unit)) ?? entry.unit },
    ]),
  );
}
