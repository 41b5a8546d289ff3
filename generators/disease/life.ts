import { DEATHS_FROM, type Minute } from '../history/calendar.ts';
import type { Fact } from '../history/facts.ts';
import { Chart } from './chart.ts';
import type { CompiledModule } from './compile.ts';
import { Course } from './course.ts';
import { Earliest } from './earliest.ts';
import type { Subject } from './subject.ts';

/**
 * Lives a person's life: all modules side by side, each knowing only when its next event comes; the earliest happens,
 * until the last day or death. One object lives many lives after one another, so that a life costs no set-up.
 *
 * Draws are keyed by module and person: what one module draws, no other can move. A life in which somebody would have
 * died before the epoch of deaths is lived again without that course, as those who are left did not have it.
 */
export class Life {
  readonly #chart: Chart;
  readonly #courses: readonly Course[];
  readonly #earliest: Earliest;
  readonly #has: Uint8Array;

  constructor(seed: number, modules: readonly CompiledModule[]) {
    this.#has = new Uint8Array(modules.length);
    this.#chart = new Chart(seed, modules, this.#has);
    this.#courses = modules.map((module) => new Course(seed, module, this.#chart, this.#has));
    this.#earliest = new Earliest(modules.length);
  }

  /**
   * Everything that happened before `until`, in order of time, and of what happened before `from` only what still
   * matters: diagnoses on the problem list, drugs, allergies, vaccinations. `only`: the modules that are lived, by
   * position; all by default.
   */
  live(subject: Subject, from: Minute, until: Minute, only?: ReadonlySet<number>): Fact[] {
    const survived = new Set<number>();
    for (;;) {
      const killer = this.#liveOnce(subject, from, until, survived, only);
      if (killer === undefined) return this.#chart.close(until);
      survived.add(killer);
    }
  }

  /** Whether the person has the disease at the end of the life just lived. */
  has(module: number): boolean {
    return this.#has[module] === 1;
  }

  /** Answers the module that killed too early, if any did. */
  #liveOnce(
    subject: Subject,
    from: Minute,
    until: Minute,
    survived: ReadonlySet<number>,
    only: ReadonlySet<number> | undefined,
  ): number | undefined {
    const chart = this.#chart;
    const courses = this.#courses;
    const earliest = this.#earliest;
    chart.open(subject, from);
    this.#has.fill(0);
    for (const course of courses) {
      if (only === undefined || only.has(course.module.index)) open(course, subject, survived);
      else course.rest();
    }
    earliest.begin(courses);
    for (;;) {
      const first = earliest.first;
      const course = courses[first] as Course;
      if (course.next >= until || course.next >= chart.death) return undefined;
      course.happen();
      if (chart.death < DEATHS_FROM) return first;
      earliest.move(first, course.next);
    }
  }
}

/** Draws that led to death too early would lead to an early onset again. */
function open(course: Course, subject: Subject, survived: ReadonlySet<number>): void {
  const { index, isDeathAlone } = course.module;
  const isAgain = survived.has(index);
  const from = isDeathAlone || isAgain ? Math.max(subject.birth, DEATHS_FROM) : subject.birth;
  course.open(subject, isAgain ? 1 : 0, from);
}
