import type { FirstWeeks, SupportLine } from '../../domain/first-weeks.ts';
import { randomStream } from '../../domain/random.ts';
import {
  type Body,
  drawOnce,
  followShifts,
  hold,
  inTicks,
  poissonArrivals,
  Resource,
  release,
  Sample,
  Simulation,
  sampler,
  seize,
  startArrivals,
} from '../../simulation/kernel/index.ts';

/** Minutes. */
const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** What one line of support went through in one week of one replication. */
export interface LineWeek {
  readonly asked: number;
  /** NaN where nobody was answered. */
  readonly waitMean: number;
  readonly wait90: number;
  /** Share of those who asked who gave up. */
  readonly gaveUp: number;
  /** Share of the staff's time that was at work. */
  readonly busy: number;
}

/** By week, then by line in the order of the plan. */
export type SupportPlayed = readonly (readonly LineWeek[])[];

export interface SupportModel {
  readonly plan: FirstWeeks;
  /** Questions per 100 users and day, by week. */
  readonly questions: readonly number[];
  /** Staff of every line times this, rounded to whole people and never below one. */
  readonly staffing: number;
}

interface Line {
  readonly is: SupportLine;
  readonly staff: Resource;
  readonly weeks: readonly {
    readonly waits: Sample;
    asked: number;
    gaveUp: number;
    busyUntil: number;
    staffedUntil: number;
  }[];
}

/** Plays all weeks of support once, from the midnight before the start; a pure function of the model and the seed. */
export function playSupport({ plan, questions, staffing }: SupportModel, seed: number): SupportPlayed {
  const { support, weeks } = plan;
  const simulation = new Simulation();
  const weekday = new Date(`${plan.start.slice(0, 10)}T12:00:00Z`).getUTCDay();
  const isWeekend = (day: number): boolean => [0, 6].includes((weekday + day) % 7);
  const lines = support.lines.map((line): Line => {
    const staff = new Resource(simulation, line.key, { capacity: 0 });
    followShifts(
      simulation,
      staff,
      Array.from({ length: weeks * 7 }, (_, day) => day).flatMap((day) =>
        line.staff.map(({ from, people }) => ({
          at: day * DAY + minutesOf(from),
          capacity: Math.max(Math.min(people, 1), Math.round(people * staffing)),
        })),
      ),
    );
    const perWeek = () => ({ waits: new Sample(), asked: 0, gaveUp: 0, busyUntil: 0, staffedUntil: 0 });
    return { is: line, staff, weeks: Array.from({ length: weeks }, perWeek) };
  });
  const users = plan.units.reduce((sum, unit) => sum + unit.users, 0);
  const weights = support.byHour.weights.reduce((sum, weight) => sum + weight, 0);
  const perMinute = (tick: number): number => {
    const perDay = ((questions[Math.floor(tick / WEEK)] ?? 0) * users) / 100;
    const share = isWeekend(Math.floor(tick / DAY)) ? support.weekend.share : 1;
    const weight = support.byHour.weights[Math.floor((tick % DAY) / HOUR)] ?? 0;
    return (perDay * share * weight) / weights / HOUR;
  };
  const highest =
    (Math.max(...questions) * users * Math.max(...support.byHour.weights)) / 100 / weights / HOUR;
  const arrivals = randomStream(seed, 'support', 'arrivals');
  startArrivals(
    simulation,
    'question',
    // After the last week somebody comes at once: where nobody ever came again, the next would be looked for for ever.
    poissonArrivals({ at: (tick) => (tick < weeks * WEEK ? perMinute(tick) : highest), highest }, () =>
      arrivals.next(),
    ),
    (index) => ask(simulation, lines, seed, index),
  );
  for (let week = 0; week < weeks; week += 1) {
    simulation.run((week + 1) * WEEK);
    for (const { staff, weeks: own } of lines) {
      const measured = own[week];
      if (measured === undefined) continue;
      measured.busyUntil = staff.statistics.busy.integral(simulation.now);
      measured.staffedUntil = staff.statistics.capacity.integral(simulation.now);
    }
  }
  return Array.from({ length: weeks }, (_, week) => lines.map((line) => measuredOf(line, week)));
}

/** Asks the first line, and the next where the answer is not known there. */
function* ask(simulation: Simulation, lines: readonly Line[], seed: number, index: number): Body {
  const week = Math.floor(simulation.now / WEEK);
  for (const { is, staff, weeks } of lines) {
    const own = weeks[week];
    if (own === undefined) return;
    own.asked += 1;
    const came = simulation.now;
    const draw = (purpose: string) => randomStream(seed, purpose, is.key, index);
    const patience =
      is.patience === undefined
        ? undefined
        : Math.round(drawOnce(is.patience, sourceOf(draw('support-patience'))));
    const { kind } = yield seize(staff, { patience });
    if (kind !== 'done') {
      own.gaveUp += 1;
      return;
    }
    own.waits.add(simulation.now - came);
    yield hold(inTicks(sampler(is.minutes, sourceOf(draw('support-answer'))))());
    yield release(staff);
    if (draw('support-resolved').next() < is.resolves) return;
  }
}

const sourceOf = (stream: { next(): number }) => (): number => stream.next();

function measuredOf({ weeks }: Line, week: number): LineWeek {
  const own = weeks[week];
  const before = weeks[week - 1];
  if (own === undefined) throw new RangeError(`There is no week ${week}.`);
  const busy = own.busyUntil - (before?.busyUntil ?? 0);
  const staffed = own.staffedUntil - (before?.staffedUntil ?? 0);
  return {
    asked: own.asked,
    waitMean: own.waits.count === 0 ? Number.NaN : own.waits.mean,
    wait90: own.waits.quantile(0.9),
    gaveUp: own.asked === 0 ? Number.NaN : own.gaveUp / own.asked,
    busy: busy / staffed,
  };
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * HOUR + minutes;
}
