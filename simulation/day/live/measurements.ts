import type { CareFlow } from '../../../domain/care-flow.ts';
import type { DayMeasured, FlowLag, LagMeasured } from '../../../domain/day-evidence.ts';
import type { Sample } from '../../kernel/index.ts';
import { type RehearsalMeasure, rehearsalMeasures } from '../measures/rehearsal.ts';
import type { Hospital } from '../play/hospital.ts';
import { LAG_LIMIT, TICK } from '../play/lag.ts';
import type { LiveDay } from './live-day.ts';
import { type Prediction, predict } from './predict.ts';
import type { Rehearsal } from './rehearsal.ts';

/** What a day was foreseen to be like. */
export interface Foreseen {
  readonly measures: readonly RehearsalMeasure[];
  readonly predictions: ReadonlyMap<string, Prediction>;
}

/** Simulates a planned day beforehand. */
export function foresee(rehearsal: Rehearsal, flows: readonly CareFlow[], seed: number): Foreseen {
  const measures = rehearsalMeasures(rehearsal.model, flows);
  return { measures, predictions: predict(rehearsal, measures, seed) };
}

/** Sets what was measured beside what was foreseen; what a day had nothing of to measure is left out. */
export const measurementsOf = ({ measures, predictions }: Foreseen, hospital: Hospital): DayMeasured[] =>
  measures.flatMap(({ id, sv, en, group, unit, read }) => {
    const simulated = predictions.get(id);
    const measured = read(hospital);
    if (simulated === undefined || Number.isNaN(measured)) return [];
    return [
      {
        type: 'day-measured',
        id,
        sv,
        en,
        group,
        unit,
        simulated: {
          mean: rounded(simulated.mean),
          low: rounded(simulated.low),
          high: rounded(simulated.high),
          replications: simulated.replications,
        },
        measured: rounded(measured),
      },
    ];
  });

/** How far a day was behind its clock. */
export function lagOf({ lateness, hospital }: LiveDay): LagMeasured {
  const { mean, max, since } = lateness;
  const { api, ui } = hospital.seen.lags;
  return {
    type: 'lag',
    events: { mean: Math.round(mean), max: Math.round(max) },
    flows: { api: flowLag(api), ui: flowLag(ui) },
    limit: LAG_LIMIT * TICK,
    ...(since === undefined ? {} : { since }),
  };
}

const flowLag = (lags: Sample): FlowLag =>
  lags.count === 0
    ? { count: 0, mean: 0, p99: 0, max: 0 }
    : {
        count: lags.count,
        mean: Math.round(lags.mean),
        p99: Math.round(lags.quantile(0.99)),
        max: Math.round(lags.max),
      };

/** Evidence is read by people too. */
const rounded = (value: number): number => Number(value.toFixed(4));
