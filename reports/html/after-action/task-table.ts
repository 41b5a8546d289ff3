import { ROLES } from '../../../domain/role.ts';
import { type Bilingual, both, number, percent, sentence } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { table } from '../../../pages/table.ts';
import type { Spread } from '../../lab/intervals.ts';
import type { TaskRow } from '../../lab/tasks.ts';

const CAPTION = both('Varje uppgift, efter roll och enhet', 'Every task, by role and setting');

/** The table of NISTIR 7742: a row a task, with means and standard deviations. */
export const taskTable = (tasks: readonly TaskRow[]): Markup =>
  table(
    CAPTION,
    [
      { head: both('Uppgift', 'Task') },
      { head: both('n personer (kort)', 'n people (cards)'), numeric: true },
      { head: both('Lyckades, medel (SD)', 'Success, mean (SD)'), numeric: true },
      {
        head: both('Avvikelser per kort, sedda / optimala', 'Deviations a card, observed / optimal'),
        numeric: true,
      },
      { head: both('Tid, medel (SD)', 'Time, mean (SD)'), numeric: true },
      { head: both('Tid, sedd / optimal', 'Time, observed / optimal'), numeric: true },
      { head: both('Fel per kort, medel (SD)', 'Errors a card, mean (SD)'), numeric: true },
      { head: both('Omdöme 1–7, medel (SD)', 'Rating 1–7, mean (SD)'), numeric: true },
    ],
    tasks.map((task) => [
      bi(taskText(task)),
      html`${task.people} (${task.cards})`,
      bi(spread(task.success, percent)),
      bi(both(`${spread(task.deviations, tenths).sv} / 0`, `${spread(task.deviations, tenths).en} / 0`)),
      bi(spread(task.time, clock)),
      bi(overRobot(task)),
      bi(spread(task.errors, tenths)),
      bi(spread(task.rating, tenths)),
    ]),
    { filterFrom: Number.POSITIVE_INFINITY },
  );

/** Times as they should be read of few people: the geometric mean, and the median with what is only known to last longer. */
export const timeTable = (tasks: readonly TaskRow[]): Markup =>
  table(
    both('Tider', 'Times'),
    [
      { head: both('Uppgift', 'Task') },
      { head: both('Geometriskt medel (95 %)', 'Geometric mean (95 %)'), numeric: true },
      { head: both('Median enligt Kaplan–Meier (95 %)', 'Kaplan–Meier median (95 %)'), numeric: true },
      { head: both('Bara kända som längre', 'Only known to be longer'), numeric: true },
      { head: both('Robot, median (n)', 'Robot, median (n)'), numeric: true },
      { head: both('Dagens arbetstid', 'The day’s working time'), numeric: true },
    ],
    tasks.map((task) => {
      const { typical, median, robot, planned } = task;
      return [
        bi(taskText(task)),
        typical === undefined
          ? html`–`
          : bi(between(clock(typical.value), bounded(typical.low), bounded(typical.high), typical.n)),
        median.n === 0
          ? html`–`
          : bi(between(orLonger(median.median), orLonger(median.low), orLonger(median.high), median.n)),
        html`${median.censored}`,
        robot === undefined
          ? html`–`
          : bi(
              both(
                `${clock(robot.median).sv} (${robot.n}, ${robot.channel === 'ui' ? 'i sidorna' : 'genom API'})`,
                `${clock(robot.median).en} (${robot.n}, ${robot.channel === 'ui' ? 'in pages' : 'by API'})`,
              ),
            ),
        planned > 0 ? bi(clock(planned)) : html`–`,
      ];
    }),
    { filterFrom: Number.POSITIVE_INFINITY },
  );

/** 'Triagera en patient: sjuksköterska, Akutmottagningen' */
export const taskText = ({
  told,
  role,
  unitName,
}: Pick<TaskRow, 'told' | 'role' | 'unitName'>): Bilingual => {
  const what = sentence(told);
  const { title, en } = ROLES[role];
  return both(
    `${what.sv}: ${title.toLowerCase()}, ${unitName}`,
    `${what.en}: ${en.replace(/^the /, '')}, ${unitName}`,
  );
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** '48 s' or '3:05 min'. */
export function clock(milliseconds: number): Bilingual {
  if (milliseconds < 10 * SECOND) {
    const seconds = number(Math.round(milliseconds / 100) / 10);
    return both(`${seconds.sv} s`, `${seconds.en} s`);
  }
  const seconds = Math.round(milliseconds / SECOND);
  if (seconds < 60) return both(`${seconds} s`, `${seconds} s`);
  const told = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
  return both(told, told);
}

const tenths = (value: number): Bilingual => number(Math.round(value * 10) / 10);

const spread = (of: Spread | undefined, told: (value: number) => Bilingual): Bilingual => {
  if (of === undefined) return both('–', '–');
  const [mean, deviation] = [told(of.mean), of.deviation === undefined ? undefined : told(of.deviation)];
  return both(`${mean.sv} (${deviation?.sv ?? '–'})`, `${mean.en} (${deviation?.en ?? '–'})`);
};

/** A robot that speaks to the API does no path that a person could take, so that only one in pages is an optimum. */
function overRobot({ typical, robot }: TaskRow): Bilingual {
  if (typical === undefined || robot?.channel !== 'ui' || robot.median === 0) return both('–', '–');
  return tenths(typical.value / robot.median);
}

const bounded = (milliseconds: number): Bilingual =>
  Number.isFinite(milliseconds) && milliseconds > 0
    ? clock(Math.min(milliseconds, 1_000 * MINUTE))
    : both('?', '?');
const orLonger = (milliseconds: number | null): Bilingual =>
  milliseconds === null ? both('längre', 'longer') : clock(milliseconds);
const between = (middle: Bilingual, low: Bilingual, high: Bilingual, n: number): Bilingual =>
  both(`${middle.sv} (${low.sv}–${high.sv}, n = ${n})`, `${middle.en} (${low.en}–${high.en}, n = ${n})`);
