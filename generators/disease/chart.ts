import { KeyedStream } from '../../domain/random.ts';
import type { Minute } from '../history/calendar.ts';
import type { ContactFact, DeathFact, DiagnosisFact, Fact, PrescriptionFact } from '../history/facts.ts';
import type { TestCode } from './codes.ts';
import type { CompiledContact, CompiledModule, CompiledState, CompiledWrite } from './compile.ts';
import type { LevelBySex } from './level.ts';
import { chooseDrug } from './prescribing.ts';
import { delayOf, normalQuantile } from './spread.ts';
import { isMeant, type Subject } from './subject.ts';
import { endOfVisit, visitTime } from './visit-time.ts';

/** Places of a state entry; what a state writes is fewer. */
const PLACES = 64;
const CONTACT = PLACES - 1;
const NEVER = Number.POSITIVE_INFINITY;
/** From specimen to answer. Assumption. */
const ANSWERED = delayOf({ hours: [1, 20] });

/**
 * What is known of one person while the life is lived: what the states wrote, the drugs and allergies of the moment,
 * and the death. Draws are keyed by module, person, entry and place, so that leaving one out moves no other.
 */
export class Chart {
  readonly #draws: readonly KeyedStream[];
  readonly #levels: KeyedStream;
  readonly #has: Uint8Array;
  readonly #pregnancy: number;
  readonly #booked: (ContactFact | undefined)[];
  #facts: Fact[] = [];
  #drugs: PrescriptionFact[] = [];
  #problems: DiagnosisFact[] = [];
  #allergies: string[] = [];
  #deathFact: DeathFact | undefined;
  #subject: Subject | undefined;
  #from: Minute = 0;
  /** When the person dies; infinite for the living. */
  death: Minute = NEVER;

  constructor(seed: number, modules: readonly CompiledModule[], has: Uint8Array) {
    this.#draws = modules.map(({ id }) => new KeyedStream(seed, `writes/${id}`));
    this.#levels = new KeyedStream(seed, 'level');
    this.#has = has;
    this.#pregnancy = modules.findIndex(({ id }) => id === 'graviditet');
    this.#booked = new Array(modules.length);
  }

  open(subject: Subject, from: Minute): void {
    this.#facts = [];
    this.#drugs = [];
    this.#problems = [];
    this.#allergies = [];
    this.#deathFact = undefined;
    this.#subject = subject;
    this.#from = from;
    this.death = NEVER;
    this.#booked.fill(undefined);
  }

  /** Books the contact of a state, or begins it; answers when the patient arrives. */
  book(module: number, entry: number, { plan, booked, length }: CompiledContact, at: Minute): Minute {
    const subject = this.#person();
    const draws = this.#drawsOf(module, entry, CONTACT);
    const wait = booked(draws);
    const arrived = visitTime(plan, at + wait, draws);
    const end = endOfVisit(plan, arrived, length(draws), draws);
    const contact: ContactFact = {
      kind: 'contact',
      module,
      entry,
      place: CONTACT,
      at: arrived,
      contact: undefined,
      plan,
      unit: subject.unitFor(plan),
      staff: draws.below(STAFF_CHOICES),
      booked: plan.form === 'planned' || plan.form === 'home' ? at : undefined,
      end,
      cancelled: undefined,
    };
    this.#booked[module] = contact;
    if (arrived >= this.#from) this.#facts.push(contact);
    return arrived;
  }

  /** Writes what a state writes; answers when the contact, if there is one, is over. */
  write(module: number, entry: number, state: CompiledState, at: Minute): Minute {
    const contact = state.contact === undefined ? undefined : this.#booked[module];
    this.#booked[module] = undefined;
    const end = contact?.end ?? at;
    const told = at >= this.#from;
    const writes = state.writes;
    for (let place = 0; place < writes.length; place++) {
      const write = writes[place];
      if (write === undefined || !(told || MATTERS_LATER.has(write.kind))) continue;
      if (!isMeant(write.who, this.#person(), at, this.#has)) continue;
      const draws = this.#drawsOf(module, entry, place);
      if (write.share < 1 && draws.next() >= write.share) continue;
      this.#writeOne(write, { module, entry, place, at, contact: told ? contact : undefined }, end, draws);
    }
    return end;
  }

  /** The disease is over: its drugs are stopped and its problems abate. */
  end(module: number, at: Minute): void {
    for (const drug of this.#drugs) if (drug.module === module) stop(drug, at);
    for (const problem of this.#problems) {
      if (problem.module === module && problem.abated === undefined) problem.abated = at;
    }
  }

  /** The facts, with nothing after death. */
  close(until: Minute): Fact[] {
    const death = this.death;
    if (this.#deathFact !== undefined && death < until) {
      this.#facts.push(this.#deathFact);
      for (const drug of this.#drugs) stop(drug, death);
      for (const fact of this.#facts) endWithDeath(fact, death);
    }
    return this.#facts.filter(
      (fact) => fact.at <= death || (fact.kind === 'contact' && (fact.booked ?? NEVER) < death),
    );
  }

  #writeOne(write: CompiledWrite, base: Base, end: Minute, draws: KeyedStream): void {
    switch (write.kind) {
      case 'diagnosis':
        this.#diagnose(write.concept, write.problem, base);
        return;
      case 'abate':
        for (const problem of this.#problems) {
          if (problem.concept.code === write.code) problem.abated ??= base.at;
        }
        return;
      case 'test':
        this.#facts.push({
          kind: 'measurement',
          ...base,
          test: write.test,
          value: this.#value(write.test, write.level, base.at, draws),
        });
        return;
      case 'pressure':
        this.#pressure(write.systolic, write.diastolic, base, draws);
        return;
      case 'report': {
        const results = write.tests.map(({ test, level }) => ({
          test,
          value: this.#value(test, level, base.at, draws),
        }));
        const issued = base.at + ANSWERED(draws);
        this.#facts.push({ kind: 'report', ...base, title: write.title, results, issued });
        return;
      }
      case 'prescribe':
        this.#prescribe(write, base, draws);
        return;
      case 'stop':
        for (const drug of this.#drugs) if (drug.drug.atc.startsWith(write.atcPrefix)) stop(drug, base.at);
        return;
      case 'procedure':
        this.#facts.push({ kind: 'procedure', ...base, concept: write.concept });
        return;
      case 'referral':
        this.#facts.push({ kind: 'referral', ...base, to: write.to, question: write.question });
        return;
      case 'vaccine':
        this.#facts.push({ kind: 'vaccination', ...base, vaccine: write.vaccine, dose: write.dose });
        return;
      case 'allergy':
        this.#facts.push({ kind: 'allergy', ...base, allergen: write.allergen });
        this.#allergies.push(...(write.allergen.atcPrefix?.split(',') ?? []));
        return;
      case 'death':
        if (end < this.death) {
          this.death = end;
          this.#deathFact = { kind: 'death', ...base, at: end, cause: write.cause };
        }
    }
  }

  /** A problem stands on the list once. */
  #diagnose(concept: DiagnosisFact['concept'], problem: boolean, base: Base): void {
    if (!problem && base.at < this.#from) return;
    if (problem && this.#problems.some((known) => known.concept === concept && known.abated === undefined))
      return;
    const fact: DiagnosisFact = { kind: 'diagnosis', ...base, concept, problem, abated: undefined };
    this.#facts.push(fact);
    if (problem) this.#problems.push(fact);
  }

  #pressure(systolic: LevelBySex, diastolic: LevelBySex, base: Base, draws: KeyedStream): void {
    const { index, sex, birth } = this.#person();
    const person = normalQuantile(this.#levels.at(index, PRESSURE_LEVEL).next());
    const occasion = normalQuantile(draws.next());
    const age = base.at - birth;
    const high = Number(systolic[sex](person, occasion, age));
    const low = Number(diastolic[sex](person, occasion, age));
    this.#facts.push({
      kind: 'pressure',
      ...base,
      systolic: high,
      diastolic: Math.min(low, high - NARROWEST_PULSE),
    });
  }

  #prescribe(write: Extract<CompiledWrite, { kind: 'prescribe' }>, base: Base, draws: KeyedStream): void {
    const subject = this.#person();
    const active = this.#drugs.filter(({ end }) => end === undefined || end > base.at);
    const chosen = chooseDrug(write.choices, write.conflict, draws.next(), {
      sex: subject.sex,
      age: base.at - subject.birth,
      isPregnant: this.#has[this.#pregnancy] === 1,
      allergies: this.#allergies,
      active,
    });
    if (chosen === undefined) return;
    const cure = write.cure === undefined ? undefined : base.at + write.cure(draws);
    const fact: PrescriptionFact = {
      kind: 'prescription',
      ...base,
      drug: chosen.drug,
      dose: chosen.dose ?? chosen.drug.dose,
      perDay: chosen.perDay ?? chosen.drug.perDay,
      indication: write.indication,
      conflict: write.conflict,
      end: cure,
      isCure: cure !== undefined,
    };
    this.#drugs = [...active, fact];
    this.#facts.push(fact);
  }

  #value(test: TestCode, level: LevelBySex, at: Minute, draws: KeyedStream): number | string {
    const { index, sex, birth } = this.#person();
    const person = normalQuantile(this.#levels.at(index, test.index).next());
    return level[sex](person, normalQuantile(draws.next()), at - birth);
  }

  #drawsOf(module: number, entry: number, place: number): KeyedStream {
    const draws = this.#draws[module];
    if (draws === undefined) throw new RangeError(`There is no module ${module}.`);
    return draws.at(this.#person().index, entry * PLACES + place);
  }

  #person(): Subject {
    if (this.#subject === undefined) throw new Error('No life is lived.');
    return this.#subject;
  }
}

type Base = Omit<DeathFact, 'kind' | 'cause'>;

/** Staff of a unit that may meet a patient. */
export const STAFF_CHOICES = 4;
/** mmHg between systolic and diastolic, at least. */
const NARROWEST_PULSE = 15;
/** Beyond the position of any test. */
const PRESSURE_LEVEL = 1_000_000;
/** What is told, or matters to what is told, though it was before the history begins. */
const MATTERS_LATER: ReadonlySet<CompiledWrite['kind']> = new Set([
  'diagnosis',
  'abate',
  'prescribe',
  'stop',
  'vaccine',
  'allergy',
  'death',
]);

function stop(drug: PrescriptionFact, at: Minute): void {
  if (drug.end === undefined || drug.end > at) drug.end = at;
}

function endWithDeath(fact: Fact, death: Minute): void {
  if (fact.kind === 'contact') {
    if (fact.at > death) fact.cancelled = death;
    else if (fact.end > death) fact.end = death;
  }
  if (fact.kind === 'report' && fact.issued > death) fact.issued = death;
}
