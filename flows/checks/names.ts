import { type Activity, nameGiven, namesNeeded } from '../../domain/activity.ts';
import type { Area, Thing } from '../../domain/area.ts';
import type { InputError } from '../../domain/input-error.ts';
import { isRef } from '../../domain/ref.ts';
import { didYouMean } from '../../input/suggest.ts';
import { choices, type FlowCheck, mistake } from './check.ts';

/** A step can only need a name that an earlier step gave to such a thing, and no name is given twice. */
export const namesAreGivenFirst: FlowCheck = ({ steps }, { areaOf }) => {
  const given = new Map<string, Activity>();
  const mistakes: InputError[] = [];
  for (const step of steps) {
    const { activity, limit } = step;
    if (activity.type === 'wait') continue;
    const since = limit !== undefined && 'since' in limit && limit.since !== undefined ? [limit.since] : [];
    for (const name of new Set([...namesNeeded(activity), ...since])) {
      if (!given.has(name)) mistakes.push(mistake(neverGiven(name, [...given.keys()]), step));
    }
    for (const told of misfits(activity, given, areaOf(activity.kind))) mistakes.push(mistake(told, step));
    const name = nameGiven(activity);
    if (name === undefined) continue;
    if (given.has(name))
      mistakes.push(mistake(`Namnet "${name}" är redan givet i scenariot; välj ett annat.`, step));
    given.set(name, activity);
  }
  return mistakes;
};

function neverGiven(name: string, given: readonly string[]): string {
  const so = given.length === 0 ? 'inga' : given.map((one) => `"${one}"`).join(', ');
  return `Inget tidigare steg har gett något namnet "${name}"${didYouMean(name, given) || ';'} Hittills finns ${so}.`.replace(
    '; Hittills',
    '; hittills',
  );
}

function* misfits(
  activity: Activity,
  given: ReadonlyMap<string, Activity>,
  area: Area | undefined,
): Generator<string> {
  for (const [field, value] of Object.entries(activity)) {
    const made = isRef(value) ? given.get(value.ref) : undefined;
    if (area === undefined || made === undefined || !isRef(value)) continue;
    const wanted = area.things?.[field];
    if (wanted === undefined) yield untold(value.ref, field, area);
    else if (!wanted.madeBy.includes(made.kind)) yield misfit(value.ref, wanted, given);
  }
}

/** Any name would do, and what it must stand for would first be known in the middle of a run. */
const untold = (name: string, field: string, { name: area }: Area): string =>
  `Steget syftar på "${name}", men care/${area}/index.ts säger inte vad det får vara; skriv det där: things: { ${field}: { sv: 'en …', madeBy: ['…'] } }.`;

function misfit(name: string, { sv, madeBy }: Thing, given: ReadonlyMap<string, Activity>): string {
  const fitting = [...given].flatMap(([each, one]) => (madeBy.includes(one.kind) ? [each] : []));
  const advice =
    fitting.length === 0 ? 'inget tidigare steg har gett något sådant' : `skriv ${choices(fitting)}`;
  return `"${name}" är inte ${sv}, som steget behöver; ${advice}.`;
}
