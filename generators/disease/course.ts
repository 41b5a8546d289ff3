import { KeyedStream } from '../../domain/random.ts';
import { type Minute, monthOf } from '../history/calendar.ts';
import type { Chart } from './chart.ts';
import type { CompiledModule, CompiledState, CompiledTransition, Rated, RatedTransition } from './compile.ts';
import { ageAtEvent } from './hazard.ts';
import { drawDelay } from './spread.ts';
import { couldBeMeant, isMeant, type Subject } from './subject.ts';

/** What a course waits for. */
const WAIT = { onset: 0, visit: 1, move: 2 } as const;
const NEVER = Number.POSITIVE_INFINITY;
/** Shares that sum to 1 on paper may miss it in floating point. */
const ROUNDING = 1e-9;

/**
 * The course of one module through one life: which state it is in, and when something happens next. Made once, it runs
 * through many lives one after another. Its draws are keyed by module and person.
 */
export class Course {
  readonly module: CompiledModule;
  readonly #draws: KeyedStream;
  readonly #chart: Chart;
  /** Which modules' diseases the person has, by position. */
  readonly #has: Uint8Array;
  #subject: Subject | undefined;
  #waits: (typeof WAIT)[keyof typeof WAIT] = WAIT.onset;
  #state: CompiledState;
  #entry = 0;
  #shareAt: Minute = NEVER;
  #shareTo: CompiledState;
  #rateAt: Minute = NEVER;
  #rate: RatedTransition | undefined;
  /** When the next thing happens; infinite where nothing does. */
  next: Minute = NEVER;

  constructor(seed: number, module: CompiledModule, chart: Chart, has: Uint8Array) {
    this.module = module;
    this.#draws = new KeyedStream(seed, `course/${module.id}`);
    this.#chart = chart;
    this.#has = has;
    this.#state = module.start;
    this.#shareTo = module.start;
  }

  /** Leaves this module out of the life that begins. */
  rest(): void {
    this.next = NEVER;
  }

  /** Waits for the onset in a new life, from a time on; another `attempt` draws anew. */
  open(subject: Subject, attempt: number, from: Minute): void {
    this.#subject = subject;
    this.#entry = 0;
    this.next = NEVER;
    if (!couldBeMeant(this.module.onset.who, subject)) return;
    this.#draws.at(subject.index, attempt);
    this.#awaitOnset(subject, from);
  }

  /** Lets happen what comes next. */
  happen(): void {
    const subject = this.#subject;
    if (subject === undefined) throw new Error('No life is lived.');
    const at = this.next;
    if (this.#waits === WAIT.move) this.#move(subject, at);
    else if (this.#waits === WAIT.visit) this.#act(subject, at);
    else this.#onset(subject, at);
  }

  #awaitOnset(subject: Subject, from: Minute): void {
    const { onset } = this.module;
    const draws = this.#draws;
    this.#waits = WAIT.onset;
    this.next = NEVER;
    if (onset.kind === 'rate') {
      this.next = this.#eventOf(onset, subject, from);
      return;
    }
    const at = subject.birth + drawDelay(onset.age, draws);
    if (draws.next() < onset.share && at >= from) this.next = at;
  }

  #onset(subject: Subject, at: Minute): void {
    const { onset, start } = this.module;
    const meant = isMeant(onset.who, subject, at, this.#has);
    if (onset.kind === 'age') {
      this.next = NEVER;
      if (meant) this.#enter(start, subject, at);
      return;
    }
    const season = onset.months === undefined ? 1 : (onset.months[monthOf(at)] ?? 1);
    if (this.#isTaken(onset, season) && meant) this.#enter(start, subject, at);
    else this.#awaitOnset(subject, at);
  }

  #enter(state: CompiledState, subject: Subject, at: Minute): void {
    const { index } = this.module;
    this.#state = state;
    this.#entry++;
    this.#has[index] = state.ended ? 0 : 1;
    if (state.contact === undefined) {
      this.#act(subject, at);
      return;
    }
    this.#waits = WAIT.visit;
    this.next = this.#chart.book(index, this.#entry, state.contact, at);
  }

  #act(subject: Subject, at: Minute): void {
    const state = this.#state;
    const end = this.#chart.write(this.module.index, this.#entry, state, at);
    this.#waits = WAIT.move;
    if (state.ended) this.#finish(subject, end);
    else this.#choose(state, subject, end);
  }

  #finish(subject: Subject, at: Minute): void {
    const { onset, index } = this.module;
    this.#chart.end(index, at);
    this.next = NEVER;
    if (onset.kind === 'rate' && onset.recurs) this.#awaitOnset(subject, at);
  }

  /** Decides what the state leads to: one of the shares, with rates competing. */
  #choose(state: CompiledState, subject: Subject, at: Minute): void {
    const draws = this.#draws;
    this.#shareAt = NEVER;
    this.#rateAt = NEVER;
    if (state.shares.length > 0) {
      const chosen = this.#shareOf(state, subject, at, draws.next());
      if (chosen !== undefined) {
        const from =
          chosen.atAge === undefined ? at : Math.max(at, subject.birth + drawDelay(chosen.atAge, draws));
        this.#shareAt = from + drawDelay(chosen.after, draws);
        this.#shareTo = chosen.to;
      }
    }
    if (state.rates.length > 0) this.#drawRates(state.rates, subject, at);
    this.next = Math.min(this.#shareAt, this.#rateAt);
  }

  #shareOf(
    { shares, sharesDiffer }: CompiledState,
    subject: Subject,
    at: Minute,
    draw: number,
  ): CompiledTransition | undefined {
    const has = this.#has;
    let left = draw;
    if (sharesDiffer) {
      let total = 0;
      for (const { who, share } of shares) if (isMeant(who, subject, at, has)) total += share;
      left *= total;
    }
    for (const transition of shares) {
      if (sharesDiffer && !isMeant(transition.who, subject, at, has)) continue;
      left -= transition.share;
      if (left < ROUNDING) return transition;
    }
    return undefined;
  }

  #drawRates(rates: readonly RatedTransition[], subject: Subject, at: Minute): void {
    this.#rateAt = NEVER;
    for (const rate of rates) {
      const candidate = this.#eventOf(rate, subject, at);
      if (candidate >= this.#rateAt) continue;
      this.#rateAt = candidate;
      this.#rate = rate;
    }
  }

  #move(subject: Subject, at: Minute): void {
    if (this.#shareAt <= this.#rateAt) {
      this.#enter(this.#shareTo, subject, at);
      return;
    }
    const rate = this.#rate;
    if (rate === undefined) throw new Error(`Nothing moves ${this.module.id}.`);
    if (this.#isTaken(rate, 1) && isMeant(rate.who, subject, at, this.#has)) {
      this.#enter(rate.to, subject, at);
      return;
    }
    this.#drawRates(this.#state.rates, subject, at);
    this.next = Math.min(this.#shareAt, this.#rateAt);
  }

  /** The next candidate of a rate, at its highest. */
  #eventOf({ hazard, highest }: Rated, subject: Subject, from: Minute): Minute {
    const target = -Math.log(1 - this.#draws.next());
    const { birth, sex } = subject;
    return Math.ceil(birth + ageAtEvent(hazard[sex], from - birth, target, highest) + 1);
  }

  /** Thins candidates to the present rate. */
  #isTaken({ factors, highest }: Rated, season: number): boolean {
    let rate = season;
    for (const { module, times } of factors) if (this.#has[module] === 1) rate *= times;
    return this.#draws.next() * highest < rate;
  }
}
