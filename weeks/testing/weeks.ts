import type { FirstWeeks } from '../../domain/first-weeks.ts';
import { firstWeeksIn } from '../../scenarios/load-first-weeks.ts';
import type { Contacts, Incoming, ReportedDeviation } from '../deviation.ts';
import { boundsOf, momentIn } from '../swedish-time.ts';

/** A small plan, as a file would have it. */
export const PLAN_TEXT = `stage: 1-sodra
title: Prövning
start: 2027-01-12 05:00
weeks: 2
freshWithinHours: 4
units:
  - { key: akuten, sv: Akuten, en: Emergency department, users: 200 }
  - { key: labb, sv: Laboratoriet, en: Laboratory, users: 100 }
shifts:
  - { sv: Dag, en: Day, from: "07:00" }
  - { sv: Natt, en: Night, from: "21:00" }
stopRules:
  - id: klass-1-oppen
    sv: Klass 1 öppen i 4 timmar.
    demands: stop
    owner: { sv: Chefläkare }
    source: Antagande
    condition: { kind: open, class: 1, atMost: 0, olderThanHours: 4 }
  - id: per-tusen
    sv: Klass 1 och 2 över 15 på 1 000.
    demands: hold
    owner: { sv: Chefläkare }
    source: Antagande
    condition: { kind: rate, classes: [1, 2], days: 1, atMost: 15 }
support:
  perHundredUsersAndDay: { weeks: [40, 10], assumption: true }
  byHour:
    weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    assumption: true
  weekend: { share: 1, assumption: true }
  lines:
    - key: first
      sv: Första linjen
      minutes: { kind: exponential, mean: 10 }
      resolves: 1
      staff: [{ from: "00:00", people: 2 }]
      assumption: true
  fromLab: { tasksPerUserAndDay: 20, reachesSupport: 0.1, assumption: true }
`;

export const PLAN: FirstWeeks = firstWeeksIn('plan.yaml', PLAN_TEXT);

/** 'YYYY-MM-DD HH:MM', Swedish time, as a moment. */
export function at(text: string): number {
  const moment = momentIn(text);
  if (moment === undefined) throw new RangeError(`${text} is no moment.`);
  return moment;
}

/** A deviation of class 3 at the emergency department, but for what is told. */
export function deviation(
  id: string,
  reported: string,
  told: Partial<Omit<ReportedDeviation, 'id' | 'reported' | 'closed'>> & { readonly closed?: string } = {},
): ReportedDeviation {
  const { closed, ...rest } = told;
  return {
    ...{ id, class: 3, unit: 'akuten', text: `Avvikelse ${id}`, owner: 'Systemförvaltningen' },
    ...{
      reported: at(reported),
      day: reported.slice(0, 10),
      updated: at(closed ?? reported),
      from: { file: 'a.csv', line: 2 },
    },
    ...(closed === undefined ? {} : { closed: at(closed) }),
    ...rest,
  };
}

export const contactsOn = (day: string, contacts: number, unit = 'akuten'): Contacts => ({
  ...{ day, ends: boundsOf(day).ends, unit, contacts, from: { file: 'k.csv', line: 2 } },
});

/** What has come in, in one file that was written when the latest deviation was. */
export function incoming(
  deviations: readonly ReportedDeviation[],
  contacts: readonly Contacts[] = [],
  written = Math.max(0, ...deviations.map(({ updated }) => updated)),
): Incoming {
  return {
    ...{ deviations, contacts, before: 0, milder: [], ignored: [] },
    files: [{ name: 'a.csv', written, deviations: deviations.length, contacts: contacts.length }],
  };
}
