import { KeyedStream } from '../../domain/random.ts';
import { DEATHS_FROM, type Minute, monthOf } from '../history/calendar.ts';
import type { Fact } from '../history/facts.ts';
import { Chart } from './chart.ts';
import type { CompiledModule, CompiledState, CompiledTransition, Rated } from './compile.ts';
import { ageAtEvent } from './hazard.ts';
import { couldBeMeant, isMeant, type Subject } from './subject.ts';

/** What a module waits for. */
const WAIT = { onset: 0, visit: 1, move: 2 } as const;
const NEVER = Number.POSITIVE_INFINITY;

/**
 * Lives a person's life: all modules side by side, each knowing only when its next event comes; the earliest happens,
 * until the last day or death. One object lives many lives after one another, so that a life costs no set-up.
 *
 * Draws are keyed by module and person: what one module draws, no other can move. A life in which somebody would have
 * died before the epoch of deaths is lived again without that course, as those who are left did not have it.
 */
export class Life {
  readonly #modules: readonly CompiledModule[];
  readonly #draws: readonly KeyedStream[];
  readonly #chart: Chart;
  readonly #has: Uint8Array;
  readonly #waits: Uint8Array;
  readonly #nextAt: Float64Array;
  readonly #state: Int32Array;
  readonly #entry: Int32Array;
  readonly #shareAt: Float64Array;
  readonly #shareTo: Int32Array;
  readonly #rateAt: Float64Array;
  readonly #rate: ((CompiledTransition & Rated) | undefined)[];

  constructor(seed: number, modules: readonly CompiledModule[]) {
    const count = modules.length;
    this.#modules = modules;
    this.#draws = modules.map(({ id }) => new KeyedStream(seed, `course/${id}`));
    this.#has = new Uint8Array(count);
    this.#chart = new Chart(seed, modules, this.#has);
    this.#waits = new Uint8Array(count);
    this.#nextAt = new Float64Array(count);
    this.#state = new Int32Array(count);
    this.#entry = new Int32Array(count);
    this.#shareAt = new Float64Array(count);
    this.#shareTo = new Int32Array(count);
    this.#rateAt = new Float64Array(count);
    this.#rate = new Array(count);
  }

  /**
   * Everything that happened before `until`, and of what happened before `from` only what still matters: diagnoses on
   * the problem list, drugs, allergies, vaccinations. `only`: the modules that are lived, by position; all by default.
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
    chart.open(subject, from);
    this.#has.fill(0);
    this.#entry.fill(0);
    for (const { index, isDeathAlone } of this.#modules) {
      if (only !== undefined && !only.has(index)) {
        this.#nextAt[index] = NEVER;
        continue;
      }
      // Draws that led to death too early would lead to an early onset again.
      this.#draws[index]?.at(subject.index, survived.has(index) ? 1 : 0);
      const late = isDeathAlone || survived.has(index);
      this.#begin(index, subject, late ? Math.max(subject.birth, DEATHS_FROM) : subject.birth);
    }
    for (;;) {
      const module = this.#earliest();
      const at = this.#nextAt[module] ?? NEVER;
      if (at >= until || at >= chart.death) return undefined;
      this.#happen(module, subject, at);
      if (chart.death < DEATHS_FROM) return module;
    }
  }

  #earliest(): number {
    const nextAt = this.#nextAt;
    let earliest = 0;
    let first = NEVER;
    for (let module = 0; module < nextAt.length; module++) {
      const at = nextAt[module] as number;
      if (at >= first) continue;
      first = at;
      earliest = module;
    }
    return earliest;
  }

  /** Waits for the onset, from a time on. */
  #begin(module: number, subject: Subject, from: Minute): void {
    const { onset } = this.#of(module);
    this.#waits[module] = WAIT.onset;
    this.#nextAt[module] = NEVER;
    if (!couldBeMeant(onset.who, subject)) return;
    const draws = this.#drawsOf(module);
    if (onset.kind === 'rate') {
      this.#nextAt[module] = this.#eventOf(onset, subject, from, draws);
      return;
    }
    const at = subject.birth + onset.age(draws);
    if (draws.next() < onset.share && at >= from) this.#nextAt[module] = at;
  }

  #happen(module: number, subject: Subject, at: Minute): void {
    switch (this.#waits[module]) {
      case WAIT.onset:
        this.#onset(module, subject, at);
        return;
      case WAIT.visit:
        this.#act(module, subject, at);
        return;
      default:
        this.#move(module, subject, at);
        return;
    }
  }

  #onset(module: number, subject: Subject, at: Minute): void {
    const { onset, start } = this.#of(module);
    const meant = isMeant(onset.who, subject, at, this.#has);
    if (onset.kind === 'age') {
      this.#nextAt[module] = NEVER;
      if (meant) this.#enter(module, start, subject, at);
      return;
    }
    const season = onset.months === undefined ? 1 : (onset.months[monthOf(at)] ?? 1);
    if (this.#isTaken(onset, this.#drawsOf(module), season) && meant) this.#enter(module, start, subject, at);
    else this.#begin(module, subject, at);
  }

  #enter(module: number, to: number, subject: Subject, at: Minute): void {
    this.#state[module] = to;
    this.#entry[module] = (this.#entry[module] ?? 0) + 1;
    const state = this.#stateOf(module);
    this.#has[module] = state.ended ? 0 : 1;
    if (state.contact === undefined) {
      this.#act(module, subject, at);
      return;
    }
    this.#waits[module] = WAIT.visit;
    this.#nextAt[module] = this.#chart.book(module, this.#entry[module] ?? 0, state.contact, at);
  }

  #act(module: number, subject: Subject, at: Minute): void {
    const state = this.#stateOf(module);
    const end = this.#chart.write(module, this.#entry[module] ?? 0, state, at);
    this.#waits[module] = WAIT.move;
    this.#nextAt[module] = NEVER;
    if (state.ended) this.#finish(module, subject, end);
    else this.#choose(module, state, subject, end);
  }

  #finish(module: number, subject: Subject, at: Minute): void {
    this.#chart.end(module, at);
    const { onset } = this.#of(module);
    if (onset.kind === 'rate' && onset.recurs) this.#begin(module, subject, at);
  }

  /** Decides what the state leads to: one of the shares, with rates competing. */
  #choose(module: number, { shares, rates }: CompiledState, subject: Subject, at: Minute): void {
    const draws = this.#drawsOf(module);
    this.#shareAt[module] = NEVER;
    this.#rateAt[module] = NEVER;
    if (shares.length > 0) {
      const chosen = this.#shareOf(shares, subject, at, draws.next());
      if (chosen !== undefined) {
        const age = chosen.atAge === undefined ? at : Math.max(at, subject.birth + chosen.atAge(draws));
        this.#shareAt[module] = age + chosen.after(draws);
        this.#shareTo[module] = chosen.to;
      }
    }
    if (rates.length > 0) this.#drawRates(module, rates, subject, at);
    this.#nextAt[module] = Math.min(this.#shareAt[module] ?? NEVER, this.#rateAt[module] ?? NEVER);
  }

  #shareOf(
    shares: readonly CompiledTransition[],
    subject: Subject,
    at: Minute,
    draw: number,
  ): CompiledTransition | undefined {
    const among = shares.some(({ who }) => who !== undefined);
    const meant = among ? shares.filter(({ who }) => isMeant(who, subject, at, this.#has)) : shares;
    const total = among ? meant.reduce((sum, { share }) => sum + share, 0) : 1;
    let left = draw * total;
    for (const transition of meant) {
      left -= transition.share;
      if (left < ROUNDING) return transition;
    }
    return undefined;
  }

  #drawRates(
    module: number,
    rates: readonly (CompiledTransition & Rated)[],
    subject: Subject,
    at: Minute,
  ): void {
    this.#rateAt[module] = NEVER;
    for (const rate of rates) {
      const candidate = this.#eventOf(rate, subject, at, this.#drawsOf(module));
      if (candidate >= (this.#rateAt[module] ?? NEVER)) continue;
      this.#rateAt[module] = candidate;
      this.#rate[module] = rate;
    }
  }

  #move(module: number, subject: Subject, at: Minute): void {
    if ((this.#shareAt[module] ?? NEVER) <= (this.#rateAt[module] ?? NEVER)) {
      this.#enter(module, this.#shareTo[module] ?? 0, subject, at);
      return;
    }
    const rate = this.#rate[module];
    if (rate === undefined) throw new Error(`Nothing moves ${this.#of(module).id}.`);
    if (this.#isTaken(rate, this.#drawsOf(module), 1) && isMeant(rate.who, subject, at, this.#has)) {
      this.#enter(module, rate.to, subject, at);
      return;
    }
    this.#drawRates(module, this.#stateOf(module).rates, subject, at);
    this.#nextAt[module] = Math.min(this.#shareAt[module] ?? NEVER, this.#rateAt[module] ?? NEVER);
  }

  /** The next candidate of a rate, at its highest. */
  #eventOf({ hazard, highest }: Rated, subject: Subject, from: Minute, draws: KeyedStream): Minute {
    const target = -Math.log(1 - draws.next());
    return Math.ceil(
      subject.birth + ageAtEvent(hazard[subject.sex], from - subject.birth, target, highest) + 1,
    );
  }

  /** Thins candidates to the present rate. */
  #isTaken({ factors, highest }: Rated, draws: KeyedStream, season: number): boolean {
    let rate = season;
    for (const { module, times } of factors) if (this.#has[module] === 1) rate *= times;
    return draws.next() * highest < rate;
  }

  #of(module: number): CompiledModule {
    const found = this.#modules[module];
    if (found === undefined) throw new RangeError(`There is no module ${module}.`);
    return found;
  }

  #stateOf(module: number): CompiledState {
    const { states, id } = this.#of(module);
    const state = states[this.#state[module] ?? -1];
    if (state === undefined) throw new RangeError(`${id} is in no state.`);
    return state;
  }

  #drawsOf(module: number): KeyedStream {
    const draws = this.#draws[module];
    if (draws === undefined) throw new RangeError(`There is no module ${module}.`);
    return draws;
  }
}

/** Shares that sum to 1 on paper may miss it in floating point. */
const ROUNDING = 1e-9;
