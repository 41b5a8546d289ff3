import { type Activity, nameGiven, namesNeeded } from '../../domain/activity.ts';
import type { Thing } from '../../domain/area.ts';
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
    for (const told of misfits(activity, given, areaOf(activity.kind)?.things ?? {}))
      mistakes.push(mistake(told, step));
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
  things: Readonly<Record<string, Thing>>,
): Generator<string> {
  for (const [field, value] of Object.entries(activity)) {
    const wanted = things[field];
    const made = isRef(value) ? given.get(value.ref) : undefined;
    if (wanted === undefined || made === undefined || !isRef(value)) continue;
    if (wanted.madeBy.includes(made.kind)) continue;
    const fitting = [...given].flatMap(([name, one]) => (wanted.madeBy.includes(one.kind) ? [name] : []));
    const advice =
      fitting.length === 0 ? 'inget tidigare steg har gett något sådant' : `skriv ${choices(fitting)}`;
    yield `"${value.ref}" är inte ${wanted.sv}, som steget behöver; ${advice}.`;
  }
}
