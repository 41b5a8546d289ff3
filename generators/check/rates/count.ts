import { REFERENCE_DATE } from '../../people/ages.ts';
import { textAt } from '../json.ts';
import { instantOf } from '../read/instant.ts';
import type { Person } from '../read/person.ts';
import type { CheckContext, Observer, People, ResourceLine } from '../rule.ts';
import type { Rate } from './rate.ts';

const YEAR = 365.25 * 86_400_000;
const REFERENCE = Date.parse(`${REFERENCE_DATE}T00:00:00+01:00`);

/** Events among people of some ages in some time, beside how often they should happen. */
export interface RateCell {
  readonly ageFrom: number;
  readonly ageTo: number;
  /** Epoch milliseconds; the first included, the second not. */
  readonly from: number;
  readonly until: number;
  /** Per 1,000 person-years, from and to. */
  readonly expected: readonly [number, number];
  /** Person-years. */
  years: number;
  events: number;
}

/** Of each cell, in their order. */
export type RateOfShard = readonly (readonly [years: number, events: number])[];

/** Counts how often something happened, by age over the whole history and to everybody in its last year. */
export class RateCount implements Observer<RateOfShard> {
  readonly types = ['Encounter'];
  readonly rate: Rate;
  readonly perAge: readonly RateCell[];
  /** Absent where the history is shorter. */
  readonly lastYear: RateCell | undefined;
  readonly #cells: readonly RateCell[];

  constructor(rate: Rate, { manifest, until }: CheckContext) {
    this.rate = rate;
    const from = REFERENCE - manifest.choices.years * YEAR;
    const begun = Object.entries(rate.perAge ?? {});
    this.perAge = begun.map(([ageFrom, per1000], place) => ({
      ...NOTHING,
      ageFrom: Number(ageFrom),
      ageTo: Number(begun[place + 1]?.[0] ?? Infinity),
      from,
      until,
      expected: [per1000, per1000],
    }));
    const last = Math.min(until, REFERENCE);
    if (last - YEAR >= from) {
      const time = { from: last - YEAR, until: last };
      this.lastYear = { ...NOTHING, ageFrom: 0, ageTo: Infinity, ...time, expected: rate.lastYear };
    }
    this.#cells = this.lastYear === undefined ? this.perAge : [...this.perAge, this.lastYear];
  }

  see({ resource, person }: ResourceLine): void {
    if (this.rate.of !== 'hospital-stays' || person === undefined) return;
    if (textAt(resource, 'class', 'code') !== INPATIENT) return;
    this.#count(person, instantOf(textAt(resource, 'period', 'start') ?? ''));
  }

  endShard(people: People): void {
    for (const person of people.values()) {
      if (this.rate.of === 'deaths') this.#count(person, person.died);
      for (const cell of this.#cells) cell.years += yearsIn(cell, person);
    }
  }

  give(): RateOfShard {
    return this.#cells.map((cell) => {
      const { years, events } = cell;
      Object.assign(cell, NOTHING);
      return [years, events] as const;
    });
  }

  take(given: RateOfShard): void {
    for (const [place, [years, events]] of given.entries()) {
      const cell = this.#cells[place] as RateCell;
      cell.years += years;
      cell.events += events;
    }
  }

  #count({ born }: Person, at: number): void {
    const age = (at - born) / YEAR;
    for (const cell of this.#cells) {
      const isOfCell = at >= cell.from && at < cell.until && age >= cell.ageFrom && age < cell.ageTo;
      if (isOfCell) cell.events++;
    }
  }
}

const NOTHING = { years: 0, events: 0 };
/** HL7 v3 ActCode. */
const INPATIENT = 'IMP';

function yearsIn({ ageFrom, ageTo, from, until }: RateCell, { born, died }: Person): number {
  const begin = Math.max(from, born + ageFrom * YEAR);
  const end = Math.min(until, died, born + ageTo * YEAR);
  return Math.max(0, end - begin) / YEAR;
}

/** Whether the events are within three standard errors of what is expected, and by age within 15 % of it besides. */
export function isAsExpected({ expected: [low, high], years, events }: RateCell): boolean {
  const middle = (((low + high) / 2) * years) / 1000;
  const chance = 3 * Math.sqrt(CLUSTERED * middle);
  const width = low === high ? ROUGHLY * middle : ((high - low) / 2 / 1000) * years;
  return Math.abs(events - middle) <= chance + width;
}

/** The same people come again: the variance is larger than that of single events. Assumption. */
const CLUSTERED = 1.5;
const ROUGHLY = 0.15;
