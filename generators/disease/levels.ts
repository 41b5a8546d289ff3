import { KeyedStream } from '../../domain/random.ts';
import type { CompiledModule } from './compile.ts';
import type { Written } from './compile-write.ts';
import { normalQuantile } from './spread.ts';

/** Beyond the position of any test. */
const PRESSURE = 1_000_000;

/**
 * Where one person stands in the distribution of each test's values, as a standard normal number: the same for every
 * value of a life, so it is drawn once.
 */
export class Levels {
  readonly #draws: KeyedStream;
  readonly #known: Float64Array;
  #pressure = Number.NaN;
  #person = 0;

  constructor(seed: number, modules: readonly CompiledModule[]) {
    this.#draws = new KeyedStream(seed, 'level');
    const writes = modules.flatMap(({ states }) => states.flatMap((state) => state.writes));
    this.#known = new Float64Array(1 + Math.max(0, ...writes.flatMap(({ what }) => testsOf(what))));
  }

  /** `person`: index in the population. */
  open(person: number): void {
    this.#person = person;
    this.#pressure = Number.NaN;
    this.#known.fill(Number.NaN);
  }

  /** `test`: its position in the file of tests. */
  of(test: number): number {
    const known = this.#known[test] as number;
    if (!Number.isNaN(known)) return known;
    const level = this.#draw(test);
    this.#known[test] = level;
    return level;
  }

  /** Of systolic and diastolic blood pressure alike. */
  get pressure(): number {
    if (Number.isNaN(this.#pressure)) this.#pressure = this.#draw(PRESSURE);
    return this.#pressure;
  }

  #draw(what: number): number {
    return normalQuantile(this.#draws.at(this.#person, what).next());
  }
}

function testsOf(what: Written): number[] {
  if (what.kind === 'test') return [what.test.index];
  return what.kind === 'report' ? what.tests.map(({ test }) => test.index) : [];
}
