import { KeyedStream } from '../domain/random.ts';
import { type Census, takeCensus } from './demography/census.ts';
import { type InhabitantAt, inhabitants } from './demography/inhabitant.ts';
import { publishedTestNumbers, type TestNumbers } from './demography/test-numbers.ts';
import type { CompiledModule } from './disease/compile.ts';
import { compileModules } from './disease/compile.ts';
import { Life } from './disease/life.ts';
import type { Contact } from './disease/module.ts';
import { slugOf } from './disease/slug.ts';
import type { Subject } from './disease/subject.ts';
import { dateOf } from './fhir/time.ts';
import { type Minute, minuteOfDate } from './history/calendar.ts';
import type { DeathFact, Fact } from './history/facts.ts';
import type { History } from './history/history.ts';
import { pupilOn } from './organisation/pupil.ts';
import { schooling } from './organisation/school-classes.ts';
import { type Organisation, organisationOf, type Unit } from './organisation/units.ts';
import { REFERENCE_DATE } from './people/ages.ts';
import type { PopulationData } from './population-data.ts';

/** What a population is made of: the same gives the same people, whoever asks. */
export interface PopulationPlan {
  readonly seed: number;
  readonly data: PopulationData;
  /** Kommunkoder; the whole region where empty. */
  readonly municipalities: readonly string[];
  /** Default: all inhabitants of the municipalities. */
  readonly people?: number;
  readonly testNumbers?: TestNumbers;
}

/** Which part of the people's lives is told. */
export interface Period {
  /** YYYY-MM-DD, not included. */
  readonly until: string;
  /** Told from this many years before the reference date on. */
  readonly years: number;
  /** YYYY-MM-DD: only what is new or has changed since. */
  readonly since?: string;
}

export interface Population {
  readonly census: Census;
  readonly organisation: Organisation;
  readonly modules: readonly CompiledModule[];
  /** The modules' ids as FHIR ids can bear them. */
  readonly slugs: readonly string[];
  readonly testNumbers: TestNumbers;
  readonly personAt: InhabitantAt;
  /** The index-th person with everything told of the person. */
  historyOf(index: number, period: Period): History;
  /**
   * The life alone, and whether a module's disease is there at its end. `only`: the modules that are lived, by position;
   * all by default.
   */
  lifeOf(
    index: number,
    period: Period,
    only?: ReadonlySet<number>,
  ): { readonly facts: readonly Fact[]; has(module: string): boolean };
}

/** `patient = f(seed, version, index)`: nothing in here depends on who else was made before. */
export function populationOf(plan: PopulationPlan): Population {
  const { seed, data, testNumbers = publishedTestNumbers() } = plan;
  const { region, library } = data;
  const census = takeCensus(region, plan.municipalities, data.ageWeights, plan.people);
  const organisation = organisationOf(region, data.hospitals);
  const modules = compileModules(library);
  const personAt = rememberingLast(inhabitants(seed, census, data.origins, testNumbers));
  const life = new Life(seed, modules);
  const units = new KeyedStream(seed, 'unit');
  const unitsOf = unitFinder(census, organisation);
  const schoolingOf = schooling(census, organisation);
  const moduleIndex = new Map(modules.map(({ id, index }) => [id, index]));

  return {
    census,
    organisation,
    modules,
    slugs: library.modules.map(({ id }) => slugOf(id)),
    testNumbers,
    personAt,
    historyOf(index, period) {
      const person = personAt(index);
      const { from, until } = minutesOf(period);
      const subject = subjectOf(person);
      const facts = life.live(subject, from, until);
      const death = facts.find((fact): fact is DeathFact => fact.kind === 'death');
      const told = death === undefined || death.at >= until ? period.until : dateOf(death.at);
      return {
        person,
        guardians: person.household.guardians.map(personAt),
        listedAt: subject.unitFor(LISTING),
        pupil: pupilOn(told, subject.birthYear, schoolingOf(homeOf(person))),
        facts,
        death,
        until,
        since: period.since === undefined ? Number.NEGATIVE_INFINITY : minuteOfDate(period.since),
      };
    },
    lifeOf(index, period, only) {
      const { from, until } = minutesOf(period);
      const facts = life.live(subjectOf(personAt(index)), from, until, only);
      return { facts, has: (module) => life.has(moduleIndex.get(module) ?? -1) };
    },
  };

  function subjectOf(person: ReturnType<InhabitantAt>): Subject {
    const { head } = person.household;
    /** A household goes to one unit of each kind. */
    let choice: number | undefined;
    return {
      index: person.index,
      sex: person.sex,
      birth: minuteOfDate(person.birthDate) + BIRTH_HOUR,
      birthYear: Number(person.birthDate.slice(0, 4)),
      unitFor(contact) {
        if (contact.setting === 'school-health') return schoolingOf(homeOf(person)).school;
        const there = unitsOf(person.place.municipality, contact);
        if (there.length > 1) choice ??= units.at(head).next();
        const unit = there[Math.floor((choice ?? 0) * there.length)];
        if (unit === undefined)
          throw new RangeError(`No ${contact.setting} serves ${person.municipalityCode}.`);
        return unit;
      },
    };
  }
}

/** Who has been asked for is often asked for again at once. */
function rememberingLast(personAt: InhabitantAt): InhabitantAt {
  let last: ReturnType<InhabitantAt> | undefined;
  return (index) => {
    if (last?.index !== index) last = personAt(index);
    return last;
  };
}

/** Where the people of each municipality go for each contact that modules know. */
function unitFinder({ municipalities }: Census, organisation: Organisation) {
  const known = municipalities.map(() => new Map<Contact, readonly Unit[]>());
  return (municipality: number, contact: Contact): readonly Unit[] => {
    const there = known[municipality]?.get(contact);
    if (there !== undefined) return there;
    const code = municipalities[municipality]?.code ?? '';
    const found = organisation.serving(code, contact.setting, contact.specialty);
    known[municipality]?.set(contact, found);
    return found;
  };
}

const homeOf = ({ household: { head }, municipalityCode }: ReturnType<InhabitantAt>) => ({
  head,
  municipalityCode,
});

/** People are born at noon: nothing can happen to them before. */
const BIRTH_HOUR = 12 * 60;
const LISTING = { setting: 'primary-care', form: 'planned', reason: 'Listning' } as const;

function minutesOf({ until, years }: Period): { readonly from: Minute; readonly until: Minute } {
  const from = `${Number(REFERENCE_DATE.slice(0, 4)) - years}${REFERENCE_DATE.slice(4)}`;
  return { from: minuteOfDate(from), until: minuteOfDate(until) };
}
