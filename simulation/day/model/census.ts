import type { DayVariant } from '../what-if/variant.ts';
import type { CensusModel } from './day-model.ts';

/** Who is there when the day starts; nobody on a closed ward. */
export const censusOf = ({ data, closedWard }: DayVariant): CensusModel[] =>
  data.census
    .filter(({ unit }) => unit !== closedWard?.unit)
    .map(({ unit, count, pathway, from }) => {
      const steps = pathway === undefined ? [] : (data.pathways[pathway]?.steps ?? []);
      return {
        unit,
        count,
        stream: pathway,
        from: Math.max(
          0,
          steps.findIndex(({ task }) => task === from),
        ),
      };
    });
