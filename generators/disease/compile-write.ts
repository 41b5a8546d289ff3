import type { AllergenCode, Codes, Concept, DrugCode, TestCode, VaccineCode } from './codes.ts';
import { type LevelBySex, levelBySex } from './level.ts';
import type { Conflict, DrugChoice, Write } from './module.ts';
import { type CompiledDelay, delayOf } from './spread.ts';

/** What is written, with every name looked up. */
export type Written =
  | { readonly kind: 'diagnosis'; readonly concept: Concept; readonly problem: boolean }
  | { readonly kind: 'abate'; readonly code: string }
  | { readonly kind: 'test'; readonly test: TestCode; readonly level: LevelBySex }
  | { readonly kind: 'pressure'; readonly systolic: LevelBySex; readonly diastolic: LevelBySex }
  | { readonly kind: 'report'; readonly title: string; readonly tests: readonly CompiledTest[] }
  | CompiledPrescription
  | { readonly kind: 'stop'; readonly atcPrefix: string }
  | { readonly kind: 'procedure'; readonly concept: Concept }
  | {
      readonly kind: 'referral';
      readonly to: Extract<Write, { referral: unknown }>['referral'];
      readonly question: string;
    }
  | { readonly kind: 'vaccine'; readonly vaccine: VaccineCode; readonly dose: number }
  | { readonly kind: 'allergy'; readonly allergen: AllergenCode }
  | { readonly kind: 'death'; readonly cause: Concept };

interface CompiledTest {
  readonly test: TestCode;
  readonly level: LevelBySex;
}

export interface CompiledPrescription {
  readonly kind: 'prescribe';
  readonly choices: readonly CompiledChoice[];
  readonly cure: CompiledDelay | undefined;
  readonly indication: Concept;
  readonly conflict: Conflict | undefined;
}

export type CompiledChoice = Omit<DrugChoice, 'drug'> & { readonly drug: DrugCode };

export function compileWrite(write: Write, codes: Codes): Written {
  const concept = (code: string): Concept => found(codes.diagnoses, code);
  const tested = (name: string, value: Parameters<typeof levelBySex>[1]): CompiledTest => {
    const test = found(codes.tests, name);
    return { test, level: levelBySex(test, value, codes.growth) };
  };
  if ('diagnosis' in write)
    return { kind: 'diagnosis', concept: concept(write.diagnosis), problem: write.problem ?? false };
  if ('abate' in write) return { kind: 'abate', code: write.abate };
  if ('test' in write) return { kind: 'test', ...tested(write.test, write.value) };
  if ('bloodPressure' in write) {
    const { systolic, diastolic } = write.bloodPressure;
    return {
      kind: 'pressure',
      systolic: levelBySex(SYSTOLIC, systolic, codes.growth),
      diastolic: levelBySex(DIASTOLIC, diastolic, codes.growth),
    };
  }
  if ('report' in write) {
    return {
      kind: 'report',
      title: write.report,
      tests: write.tests.map(({ test, value }) => tested(test, value)),
    };
  }
  if ('prescribe' in write) {
    const choices: readonly DrugChoice[] =
      typeof write.prescribe === 'string' ? [{ drug: write.prescribe, share: 1 }] : write.prescribe;
    return {
      kind: 'prescribe',
      choices: choices.map((choice) => ({ ...choice, drug: found(codes.drugs, choice.drug) })),
      cure: write.for === undefined ? undefined : delayOf(write.for),
      indication: concept(write.indication),
      conflict: write.conflict,
    };
  }
  if ('stop' in write) return { kind: 'stop', atcPrefix: write.stop };
  if ('procedure' in write) return { kind: 'procedure', concept: found(codes.procedures, write.procedure) };
  if ('referral' in write) return { kind: 'referral', to: write.referral, question: write.question };
  if ('vaccine' in write)
    return { kind: 'vaccine', vaccine: found(codes.vaccines, write.vaccine), dose: write.dose };
  if ('allergy' in write) return { kind: 'allergy', allergen: found(codes.allergens, write.allergy) };
  return { kind: 'death', cause: concept(write.death) };
}

function found<T>(table: ReadonlyMap<string, T>, name: string): T {
  const entry = table.get(name);
  if (entry === undefined) throw new RangeError(`"${name}" is unknown.`);
  return entry;
}

const VITAL = { system: 'loinc', kind: 'vital-signs', unit: 'mm[Hg]', index: -1 } as const;
const SYSTOLIC: TestCode = {
  ...VITAL,
  name: 'Systoliskt blodtryck',
  display: 'Systoliskt blodtryck',
  code: '8480-6',
  possible: [50, 280],
};
const DIASTOLIC: TestCode = {
  ...VITAL,
  name: 'Diastoliskt blodtryck',
  display: 'Diastoliskt blodtryck',
  code: '8462-4',
  possible: [25, 160],
};
