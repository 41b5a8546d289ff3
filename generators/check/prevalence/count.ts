import type { ByAge, DiseaseModule, PrevalenceTarget } from '../../disease/module.ts';
import { ageOn, type Person, type Sex } from '../read/person.ts';
import type { CheckContext, Observer, People, ResourceLine } from '../rule.ts';
import { evidenceIn, evidenceOf } from './evidence.ts';

/** How many of an age and sex have a disease on the last day, beside how many should. */
export interface PrevalenceCell {
  readonly module: DiseaseModule;
  readonly target: PrevalenceTarget;
  readonly sex: Sex;
  /** Completed years: from this on, and below the next cell's. */
  readonly ageFrom: number;
  /** Share of people, 0–1. */
  readonly expected: number;
  people: number;
  ill: number;
}

interface Counted {
  readonly evidence: ReadonlySet<string>;
  readonly cells: Readonly<Record<Sex, readonly PrevalenceCell[]>>;
}

/** Of each cell, in their order. */
export type PrevalenceOfShard = readonly (readonly [people: number, ill: number])[];

/** Counts the living of each disease that has a target, by age and sex. */
export class PrevalenceCount implements Observer<PrevalenceOfShard> {
  readonly types = ['AllergyIntolerance', 'Condition'];
  readonly #counted: readonly Counted[];
  readonly #until: number;
  readonly #untilDate: string;
  readonly #byEvidence = new Map<string, number[]>();
  #ill: Set<string>[] = [];

  constructor({ data, manifest, until }: CheckContext) {
    this.#until = until;
    this.#untilDate = manifest.choices.until;
    this.#counted = data.library.modules.flatMap((module) => {
      const { prevalence } = module;
      if (prevalence === undefined) return [];
      return [{ evidence: evidenceOf(module, data.library), cells: cellsOf(module, prevalence) }];
    });
    this.#counted.forEach(({ evidence }, place) => {
      for (const key of evidence) this.#byEvidence.set(key, [...(this.#byEvidence.get(key) ?? []), place]);
    });
  }

  beginShard(): void {
    this.#ill = this.#counted.map(() => new Set());
  }

  see(line: ResourceLine): void {
    if (line.person === undefined) return;
    const key = evidenceIn(line);
    if (key === undefined) return;
    for (const place of this.#byEvidence.get(key) ?? []) this.#ill[place]?.add(line.person.id);
  }

  endShard(people: People): void {
    for (const person of people.values()) {
      if (person.died < this.#until || person.born >= this.#until) continue;
      this.#counted.forEach(({ cells }, place) => {
        const cell = this.#cellOf(cells[person.sex], person);
        if (cell === undefined) return;
        cell.people += 1;
        if (this.#ill[place]?.has(person.id)) cell.ill += 1;
      });
    }
  }

  give(): PrevalenceOfShard {
    return this.cells().map((cell) => {
      const { people, ill } = cell;
      Object.assign(cell, { people: 0, ill: 0 });
      return [people, ill] as const;
    });
  }

  take(given: PrevalenceOfShard): void {
    for (const [place, cell] of this.cells().entries()) {
      const [people, ill] = given[place] ?? [0, 0];
      cell.people += people;
      cell.ill += ill;
    }
  }

  cells(): readonly PrevalenceCell[] {
    return this.#counted.flatMap(({ cells }) => [...cells.female, ...cells.male]);
  }

  #cellOf(cells: readonly PrevalenceCell[], person: Person): PrevalenceCell | undefined {
    const age = ageOn(person, this.#untilDate);
    return cells.findLast(({ ageFrom }) => age >= ageFrom);
  }
}

/** Whether the share found is within three standard errors and a tenth of the one expected. */
export const isAsExpected = ({
  expected,
  people,
  ill,
}: Pick<PrevalenceCell, 'expected' | 'people' | 'ill'>): boolean =>
  Math.max(ill, expected * people) < FEW ||
  Math.abs(ill / people - expected) <= toleranceOf({ expected, people });

/** Where neither so many are expected nor found, chance alone decides. */
const FEW = 15;

const toleranceOf = ({ expected, people }: Pick<PrevalenceCell, 'expected' | 'people'>): number =>
  3 * Math.sqrt((expected * (1 - expected)) / people) + 0.1 * expected;

function cellsOf(module: DiseaseModule, target: PrevalenceTarget): Counted['cells'] {
  const { percent } = target;
  const of = (sex: Sex): PrevalenceCell[] =>
    Object.entries(isBySex(percent) ? percent[sex] : percent)
      .map(([age, value]) => ({
        module,
        target,
        sex,
        ageFrom: Number(age),
        expected: value / 100,
        people: 0,
        ill: 0,
      }))
      .toSorted((a, b) => a.ageFrom - b.ageFrom);
  return { female: of('female'), male: of('male') };
}

const isBySex = (
  value: PrevalenceTarget['percent'],
): value is { readonly female: ByAge; readonly male: ByAge } => typeof value.female === 'object';
