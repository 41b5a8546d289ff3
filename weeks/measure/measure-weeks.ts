import type { SafetyClass } from '../../domain/care-flow.ts';
import type { FirstWeeks } from '../../domain/first-weeks.ts';
import { HOUR } from '../../domain/time.ts';
import type { Incoming, ReportedDeviation } from '../deviation.ts';
import { boundsOf, dayOf, daysBetween } from '../swedish-time.ts';
import { type ByClass, byClass } from './by-class.ts';
import { type Rate, rateOf } from './rate.ts';
import { type ShiftNote, shiftNotes } from './shifts.ts';
import { closedIn, patientsOf, reportedIn, type Situation, situationAt } from './situation.ts';
import { judgeRules, type RulesJudged, type WeekDecisions } from './stop-rules.ts';
import { type TrendBar, trendOf } from './trend.ts';

/** Deviations per 1,000 contacts of one unit, or of all: each class by itself and together. */
export interface UnitRates {
  /** WeekUnit.key; absent of all together. */
  readonly unit?: string;
  readonly reported: number;
  readonly open: number;
  /** Of those days only whose contacts are told. */
  readonly all: Rate | undefined;
  readonly byClass: Readonly<Record<SafetyClass, Rate | undefined>>;
}

/** One day and night: what came in and what was closed. */
interface DayFlow {
  readonly day: string;
  readonly reported: number;
  readonly closed: number;
  readonly openAtEnd: number;
}

/** Ages of what is open, the youngest first. */
const AGES = [
  { upTo: 4 * HOUR },
  { upTo: 24 * HOUR },
  { upTo: 72 * HOUR },
  { upTo: 168 * HOUR },
  { upTo: Number.POSITIVE_INFINITY },
] as const;

/** What a command centre sees at a moment. Plain data; a pure function of what came in, what was decided and the moment. */
export interface WeeksResult {
  readonly version: 1;
  readonly stage: string;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly start: number;
  /** The day since the start, from 1; 0 before it. */
  readonly dayNumber: number;
  readonly days: number;
  readonly fresh: { readonly newest: number | null; readonly isFresh: boolean; readonly withinHours: number };
  readonly sources: Incoming['files'];
  readonly ignored: Incoming['ignored'];
  readonly before: number;
  readonly rulesHash: string;
  readonly stopRules: RulesJudged;
  readonly decisions: WeekDecisions;
  readonly reported: number;
  readonly open: readonly ReportedDeviation[];
  readonly openByAge: readonly ByClass[];
  readonly openByOwner: readonly (ByClass & { readonly owner: string | null; readonly oldest: number })[];
  readonly patients: { readonly all: number; readonly day: number; readonly nameless: number };
  readonly rates: readonly UnitRates[];
  /** Days and units whose contacts nobody told, among the days that are over. */
  readonly lacksContacts: readonly { readonly day: string; readonly units: readonly string[] }[];
  readonly flow: readonly DayFlow[];
  readonly trend: readonly TrendBar[];
  readonly causes: readonly (ByClass & { readonly cause: string | null; readonly open: number })[];
  readonly milder: Incoming['milder'];
  readonly shifts: readonly ShiftNote[];
}

/** How many causes are told. */
const CAUSES = 10;

export function measureWeeks(
  plan: FirstWeeks,
  incoming: Incoming,
  decisions: WeekDecisions,
  at: number,
): WeeksResult {
  const now = situationAt(plan, incoming, at);
  const fresh = freshnessOf(plan, incoming, now);
  const { start, deviations, open } = now;
  const last24 = reportedIn(deviations, at - 24 * HOUR, at + 1);
  return {
    version: 1,
    ...{ stage: plan.stage, title: plan.title, at, start, fresh },
    dayNumber: at < start ? 0 : daysBetween(dayOf(start), dayOf(at)).length,
    days: plan.weeks * 7,
    ...{ sources: incoming.files, ignored: incoming.ignored, before: incoming.before },
    rulesHash: plan.rulesHash,
    stopRules: judgeRules(plan, incoming, at, decisions, fresh.isFresh),
    decisions,
    reported: deviations.length,
    open: open.toSorted((a, b) => a.class - b.class || a.reported - b.reported),
    openByAge: AGES.map(({ upTo }, index) => {
      const from = AGES[index - 1]?.upTo ?? Number.NEGATIVE_INFINITY;
      return byClass(open.filter(({ reported }) => at - reported > from && at - reported <= upTo));
    }),
    openByOwner: ownersOf(now),
    patients: {
      all: patientsOf(deviations),
      day: patientsOf(last24),
      nameless: deviations.filter(({ patient }) => patient === undefined).length,
    },
    rates: [undefined, ...plan.units.map(({ key }) => key)].map((unit) => ratesOf(now, unit)),
    lacksContacts: lackingContacts(now),
    flow: flowOf(now),
    trend: trendOf(now),
    causes: causesOf(now).slice(0, CAUSES),
    milder: incoming.milder.filter(({ id }) => deviations.some((deviation) => deviation.id === id)),
    shifts: shiftNotes(plan, incoming, at),
  };
}

/** New data, or a file that was written of late: an export without news is a sign of life too. */
function freshnessOf(
  plan: FirstWeeks,
  { files }: Incoming,
  { at, deviations }: Situation,
): WeeksResult['fresh'] {
  const times = deviations.flatMap(({ reported, closed, updated }) => [
    reported,
    closed ?? reported,
    updated,
  ]);
  const written = files.filter((file) => file.deviations > 0).map((file) => file.written);
  const newest = [...times, ...written].filter((time) => time <= at).reduce((a, b) => Math.max(a, b), 0);
  const withinHours = plan.freshWithinHours;
  const isFresh = written.some((time) => time > at) || at - newest <= withinHours * HOUR;
  return { newest: newest === 0 ? null : newest, isFresh, withinHours };
}

function ownersOf({ open, at }: Situation): WeeksResult['openByOwner'] {
  const owners = [...Map.groupBy(open, ({ owner }) => owner ?? null)];
  return owners
    .map(([owner, own]) => ({
      owner,
      ...byClass(own),
      oldest: Math.max(...own.map(({ reported }) => at - reported)),
    }))
    .toSorted((a, b) => b[1] - a[1] || b[2] - a[2] || b[3] - a[3]);
}

function ratesOf({ deviations, open, contacts }: Situation, unit: string | undefined): UnitRates {
  const isOwn = (each: { readonly unit: string }): boolean => unit === undefined || each.unit === unit;
  const own = deviations.filter(isOwn);
  const told = contacts.filter(isOwn);
  const days = new Set(told.map((each) => `${each.day} ${each.unit}`));
  const all = told.reduce((sum, each) => sum + each.contacts, 0);
  const counted = own.filter((each) => days.has(`${each.day} ${each.unit}`));
  const rate = (wanted: SafetyClass) => rateOf(counted.filter((each) => each.class === wanted).length, all);
  return {
    ...(unit === undefined ? {} : { unit }),
    reported: own.length,
    open: open.filter(isOwn).length,
    all: rateOf(counted.length, all),
    byClass: { 1: rate(1), 2: rate(2), 3: rate(3) },
  };
}

function lackingContacts({ plan, at, start, contacts }: Situation): WeeksResult['lacksContacts'] {
  const told = new Set(contacts.map(({ day, unit }) => `${day} ${unit}`));
  return daysBetween(dayOf(start), dayOf(at))
    .filter((day) => boundsOf(day).ends <= at)
    .flatMap((day) => {
      const units = plan.units.map(({ key }) => key).filter((unit) => !told.has(`${day} ${unit}`));
      return units.length === 0 ? [] : [{ day, units }];
    });
}

function flowOf({ deviations, at, start }: Situation): DayFlow[] {
  return daysBetween(dayOf(start), dayOf(at)).map((day) => {
    const { begins, ends } = boundsOf(day);
    const end = Math.min(ends, at + 1);
    return {
      day,
      reported: reportedIn(deviations, begins, end).length,
      closed: closedIn(deviations, begins, end).length,
      openAtEnd: deviations.filter(
        ({ reported, closed }) => reported < end && (closed === undefined || closed >= end),
      ).length,
    };
  });
}

function causesOf({ deviations, open }: Situation): WeeksResult['causes'] {
  return [...Map.groupBy(deviations, ({ cause }) => cause ?? null)]
    .map(([cause, own]) => ({
      cause,
      ...byClass(own),
      open: own.filter((each) => open.includes(each)).length,
    }))
    .toSorted((a, b) => sum(b) - sum(a) || b[1] - a[1]);
}

const sum = (counts: ByClass): number => counts[1] + counts[2] + counts[3];
