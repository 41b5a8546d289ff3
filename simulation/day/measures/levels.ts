import type { Resource } from '../../kernel/index.ts';
import type { DayModel, ModelUnit } from '../model/day-model.ts';
import { DAY, HOUR } from '../model/time.ts';
import { type Hospital, QUARTER, the } from '../play/hospital.ts';
import { type Group, type Measure, mean, readOnce } from './measure.ts';

const HOURS = DAY / HOUR;
const QUARTERS_AN_HOUR = HOUR / QUARTER;

/** People in line for somebody, by unit and hour. */
export const queues = ({ units, staff }: DayModel): Measure[] =>
  units.flatMap((unit) => {
    const keys = staff.filter((each) => each.unit === unit.key).map(({ key }) => key);
    if (keys.length === 0) return [];
    const read = (hospital: Hospital) => addUp(keys.map((key) => hourly(the(hospital.staff, key), 'queue')));
    return byHour('queues', 'queue', unit, { sv: 'Kö', en: 'Queue' }, read);
  });

/** Beds or places taken, by unit and hour. */
export const beds = ({ units }: DayModel): Measure[] =>
  units.flatMap((unit) => {
    if (unit.beds === undefined) return [];
    const read = (hospital: Hospital) => hourly(the(hospital.beds, unit.key), 'busy');
    return byHour('beds', 'beds', unit, { sv: 'Upptagna platser', en: 'Places taken' }, read);
  });

/** The day's mean, and each hour's for the picture. */
function byHour(
  group: Group,
  id: string,
  { key, name }: ModelUnit,
  what: { readonly sv: string; readonly en: string },
  readHours: (hospital: Hospital) => readonly number[],
): Measure[] {
  const read = readOnce(readHours);
  const base = { group, unit: 'count' as const, sv: `${what.sv}, ${name}`, en: `${what.en}, ${name}` };
  const whole: Measure = {
    ...base,
    id: `${id}/${key}`,
    ...(group === 'queues' ? { better: 'less' as const } : {}),
    read: (hospital) => mean(read(hospital)),
  };
  const hours = Array.from(
    { length: HOURS },
    (_, hour): Measure => ({
      ...base,
      id: `${id}/${key}/hour-${hour}`,
      series: { key: `${id}/${key}`, hour },
      read: (hospital) => read(hospital)[hour] ?? Number.NaN,
    }),
  );
  return [whole, ...hours];
}

function hourly({ statistics }: Resource, level: 'queue' | 'busy'): number[] {
  const quarters = statistics[level].means(DAY);
  return Array.from({ length: HOURS }, (_, hour) =>
    mean(
      Array.from(
        { length: QUARTERS_AN_HOUR },
        (_each, quarter) => quarters[hour * QUARTERS_AN_HOUR + quarter] ?? 0,
      ),
    ),
  );
}

const addUp = (levels: readonly (readonly number[])[]): number[] =>
  Array.from({ length: HOURS }, (_, hour) => levels.reduce((sum, level) => sum + (level[hour] ?? 0), 0));
