import type { DayVariant } from '../what-if/variant.ts';
import { type HandOverModel, staffKey } from './day-model.ts';
import { DAY, tickOf } from './time.ts';

/** The changes of shift of every unit; one that ends with the day ends it. */
export const handOversOf = ({ data, closedWard }: DayVariant, startsAt: number): HandOverModel[] =>
  data.handOvers.flatMap(({ units, role, prepare, receive, changes }) =>
    units
      .filter((unit) => unit !== closedWard?.unit)
      .map((unit) => ({
        unit,
        role,
        staff: staffKey(unit, role),
        prepare,
        receive,
        changes: changes.map(({ from, to, at, by }) => ({
          from,
          to,
          at: tickOf(at, startsAt),
          by: tickOf(by, startsAt) || DAY,
        })),
      })),
  );
