import { KeyedStream } from '../../domain/random.ts';
import type { Minute } from '../history/calendar.ts';
import type { ContactFact, DeathFact, DiagnosisFact, Fact, PrescriptionFact } from '../history/facts.ts';
import { putInOrder } from '../history/order.ts';
import type { CompiledContact, CompiledModule, CompiledState } from './compile.ts';
import type { CompiledPrescription, Written } from './compile-write.ts';
import type { LevelBySex } from './level.ts';
import { Levels } from './levels.ts';
import { chooseDrug } from './prescribing.ts';
import { delayOf, drawDelay, normalQuantile } from './spread.ts';
import { isMeant, type Subject } from './subject.ts';
import { endOfVisit, visitTime } from './visit-time.ts';

/** Places of a state entry; what a state writes is fewer. */
const PLACES = 64;
const CONTACT = PLACES - 1;
const NEVER = Number.POSITIVE_INFINITY;
/** From specimen to answer. Assumption. */
const ANSWERED = delayOf({ hours: [1, 20] });

/** The entry of a state that is being written, and what each of its facts says first. */
interface Occasion {
  readonly module: number;
  readonly entry: number;
  place: number;
  readonly at: Minute;
  readonly contact: ContactFact | undefined;
  /** When the contact, if there is one, is over. */
  readonly end: Minute;
}

/**
 * What is known of one person while the life is lived: what the states wrote, the drugs and allergies of the moment,
 * and the death. Draws are keyed by module, person, entry and place, so that leaving one out moves no other.
 */
export class Chart {
  readonly #draws: readonly KeyedStream[];
  readonly #levels: Levels;
  readonly #has: Uint8Array;
  readonly #pregnancy: number;
  /** Of each module: the contact that is booked, if it will be told, and when it is over. */
  readonly #booked: (ContactFact | undefined)[];
  readonly #end: Float64Array;
  #facts: Fact[] = [];
  /** Those in use; one that is over may stand here still. */
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
    this.#levels = new Levels(seed, modules);
    this.#has = has;
    this.#pregnancy = modules.findIndex(({ id }) => id === 'graviditet');
    this.#booked = modules.map(() => undefined);
    this.#end = new Float64Array(modules.length);
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
    this.#levels.open(subject.index);
  }

  /** Books the contact of a state, or begins it; answers when the patient arrives. */
  book(module: number, entry: number, contact: CompiledContact, at: Minute): Minute {
    const draws = this.#drawsOf(module, entry, CONTACT);
    const wait = drawDelay(contact.wait, draws);
    const arrived = visitTime(contact, at + wait, draws);
    const end = endOfVisit(contact, arrived, drawDelay(contact.length, draws), draws);
    this.#end[module] = end;
    if (arrived < this.#from) return arrived;
    const { plan, isBooked } = contact;
    this.#booked[module] = {
      kind: 'contact',
      module,
      entry,
      place: CONTACT,
      at: arrived,
      contact: undefined,
      plan,
      unit: this.#person().unitFor(plan),
      staff: draws.below(STAFF_CHOICES),
      booked: isBooked ? at : undefined,
      end,
      cancelled: undefined,
    };
    return arrived;
  }

  /** Writes what a state writes; answers when the contact, if there is one, is over. */
  write(module: number, entry: number, state: CompiledState, at: Minute): Minute {
    const end = state.contact === undefined ? at : (this.#end[module] as number);
    const told = at >= this.#from;
    const writes = told ? state.writes : state.lasting;
    const contact = this.#booked[module];
    if (contact !== undefined) {
      this.#booked[module] = undefined;
      this.#facts.push(contact);
    }
    if (writes.length === 0) return end;
    const first = this.#facts.length;
    const occasion: Occasion = { module, entry, place: 0, at, contact, end };
    for (const { who, share, place, isDrawn, what } of writes) {
      if (who !== undefined && !isMeant(who, this.#person(), at, this.#has)) continue;
      const draws = isDrawn ? this.#drawsOf(module, entry, place) : this.#draws[module];
      if (draws === undefined || (share < 1 && draws.next() >= share)) continue;
      occasion.place = place;
      this.#writeOne(what, occasion, draws);
    }
    this.#lastPlaceFirst(first);
    return end;
  }

  /** The disease is over: its drugs are stopped and its problems abate. */
  end(module: number, at: Minute): void {
    for (const drug of this.#drugs) if (drug.module === module) stop(drug, at);
    for (const problem of this.#problems) {
      if (problem.module === module && problem.abated === undefined) problem.abated = at;
    }
  }

  /** The facts in order of time, with nothing after death. */
  close(until: Minute): Fact[] {
    const facts = this.#facts;
    const death = this.death;
    for (const contact of this.#booked) if (contact !== undefined) facts.push(contact);
    if (this.#deathFact === undefined) return putInOrder(facts);
    if (death < until) {
      facts.push(this.#deathFact);
      for (const drug of this.#drugs) stop(drug, death);
      for (const fact of facts) endWithDeath(fact, death);
    }
    return putInOrder(facts).filter(
      (fact) => fact.at <= death || (fact.kind === 'contact' && (fact.booked ?? NEVER) < death),
    );
  }

  #writeOne(what: Written, occasion: Occasion, draws: KeyedStream): void {
    const { module, entry, place, at, contact } = occasion;
    switch (what.kind) {
      case 'diagnosis':
        this.#diagnose(what.concept, what.problem, occasion);
        return;
      case 'abate':
        for (const problem of this.#problems) {
          if (problem.concept.code === what.code) problem.abated ??= at;
        }
        return;
      case 'test': {
        const { test } = what;
        const value = this.#value(test.index, what.level, at, draws);
        this.#facts.push({ kind: 'measurement', module, entry, place, at, contact, test, value });
        return;
      }
      case 'pressure':
        this.#pressure(what.systolic, what.diastolic, occasion, draws);
        return;
      case 'report': {
        const { title } = what;
        const results = what.tests.map(({ test, level }) => ({
          test,
          value: this.#value(test.index, level, at, draws),
        }));
        const issued = at + drawDelay(ANSWERED, draws);
        this.#facts.push({ kind: 'report', module, entry, place, at, contact, title, results, issued });
        return;
      }
      case 'prescribe':
        this.#prescribe(what, occasion, draws);
        return;
      case 'stop':
        for (const drug of this.#drugs) if (drug.drug.atc.startsWith(what.atcPrefix)) stop(drug, at);
        return;
      case 'procedure': {
        const { concept } = what;
        this.#facts.push({ kind: 'procedure', module, entry, place, at, contact, concept });
        return;
      }
      case 'referral': {
        const { to, question } = what;
        this.#facts.push({ kind: 'referral', module, entry, place, at, contact, to, question });
        return;
      }
      case 'vaccine': {
        const { vaccine, dose } = what;
        this.#facts.push({ kind: 'vaccination', module, entry, place, at, contact, vaccine, dose });
        return;
      }
      case 'allergy': {
        const { allergen } = what;
        this.#facts.push({ kind: 'allergy', module, entry, place, at, contact, allergen });
        this.#allergies.push(...(allergen.atcPrefix?.split(',') ?? []));
        return;
      }
      case 'death': {
        const { end } = occasion;
        if (end >= this.death) return;
        this.death = end;
        const { cause } = what;
        this.#deathFact = { kind: 'death', module, entry, place, at: end, contact, cause };
      }
    }
  }

  /** A problem stands on the list once. */
  #diagnose(concept: DiagnosisFact['concept'], problem: boolean, occasion: Occasion): void {
    if (problem) {
      for (const known of this.#problems) if (known.concept === concept && known.abated === undefined) return;
    }
    const { module, entry, place, at, contact } = occasion;
    const abated = undefined;
    const fact: DiagnosisFact = {
      kind: 'diagnosis',
      module,
      entry,
      place,
      at,
      contact,
      concept,
      problem,
      abated,
    };
    this.#facts.push(fact);
    if (problem) this.#problems.push(fact);
  }

  #pressure(high: LevelBySex, low: LevelBySex, occasion: Occasion, draws: KeyedStream): void {
    const { module, entry, place, at, contact } = occasion;
    const { sex, birth } = this.#person();
    const person = this.#levels.pressure;
    const now = normalQuantile(draws.next());
    const systolic = Number(high[sex](person, now, at - birth));
    const diastolic = Math.min(Number(low[sex](person, now, at - birth)), systolic - NARROWEST_PULSE);
    this.#facts.push({ kind: 'pressure', module, entry, place, at, contact, systolic, diastolic });
  }

  #prescribe(write: CompiledPrescription, occasion: Occasion, draws: KeyedStream): void {
    const { module, entry, place, at, contact } = occasion;
    const { indication, conflict } = write;
    const { sex, birth } = this.#person();
    const active = stillTaken(this.#drugs, at);
    const chosen = chooseDrug(write.choices, conflict, draws.next(), {
      sex,
      age: at - birth,
      isPregnant: this.#has[this.#pregnancy] === 1,
      allergies: this.#allergies,
      active,
    });
    if (chosen === undefined) return;
    const { drug, dose = drug.dose, perDay = drug.perDay } = chosen;
    const end = write.cure === undefined ? undefined : at + drawDelay(write.cure, draws);
    const isCure = end !== undefined;
    const fact: PrescriptionFact = {
      kind: 'prescription',
      module,
      entry,
      place,
      at,
      contact,
      drug,
      dose,
      perDay,
      indication,
      conflict,
      end,
      isCure,
    };
    active.push(fact);
    this.#facts.push(fact);
  }

  #value(test: number, level: LevelBySex, at: Minute, draws: KeyedStream): number | string {
    const { sex, birth } = this.#person();
    return level[sex](this.#levels.of(test), normalQuantile(draws.next()), at - birth);
  }

  #drawsOf(module: number, entry: number, place: number): KeyedStream {
    const draws = this.#draws[module];
    if (draws === undefined) throw new RangeError(`There is no module ${module}.`);
    return draws.at(this.#person().index, entry * PLACES + place);
  }

  /** Facts of one entry are told with the highest place, the contact's, first. */
  #lastPlaceFirst(first: number): void {
    const facts = this.#facts;
    for (let low = first, high = facts.length - 1; low < high; low++, high--) {
      const fact = facts[low] as Fact;
      facts[low] = facts[high] as Fact;
      facts[high] = fact;
    }
  }

  #person(): Subject {
    if (this.#subject === undefined) throw new Error('No life is lived.');
    return this.#subject;
  }
}

/** Staff of a unit that may meet a patient. */
export const STAFF_CHOICES = 4;
/** mmHg between systolic and diastolic, at least. */
const NARROWEST_PULSE = 15;

function stop(drug: PrescriptionFact, at: Minute): void {
  if (drug.end === undefined || drug.end > at) drug.end = at;
}

/** The same list without the drugs that are over. */
function stillTaken(drugs: PrescriptionFact[], at: Minute): PrescriptionFact[] {
  let kept = 0;
  for (const drug of drugs) if (drug.end === undefined || drug.end > at) drugs[kept++] = drug;
  drugs.length = kept;
  return drugs;
}

function endWithDeath(fact: Fact, death: Minute): void {
  if (fact.kind === 'contact') {
    if (fact.at > death) fact.cancelled = death;
    else if (fact.end > death) fact.end = death;
  }
  if (fact.kind === 'report' && fact.issued > death) fact.issued = death;
}
