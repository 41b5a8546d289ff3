import type { DayMeasured, LagMeasured } from '../domain/day-evidence.ts';
import type { RunHistory } from './history.ts';

/** One measured figure beside its prediction interval. */
export interface ForeseenFigure extends Omit<DayMeasured, 'type'> {
  readonly isWithin: boolean;
}

/** How well the simulation foresaw a rehearsed day. */
export interface Foreseen {
  readonly run: string;
  readonly figures: readonly ForeseenFigure[];
  /** Of so many figures so many lie within their 95 % prediction interval; about 95 in 100 do when the model is right. */
  readonly coverage: { readonly within: number; readonly of: number };
  readonly lag?: Omit<LagMeasured, 'type'>;
}

/** What runs say of it; nothing of runs that were no day. */
export const foreseenIn = (runs: readonly RunHistory[]): Foreseen[] =>
  runs.flatMap(({ started, measured, lag }) => {
    if (measured.length === 0 && lag === undefined) return [];
    const figures = measured.map(({ type: _, ...figure }) => ({
      ...figure,
      isWithin: figure.simulated.low <= figure.measured && figure.measured <= figure.simulated.high,
    }));
    const within = figures.filter(({ isWithin }) => isWithin).length;
    const told = lag === undefined ? {} : { lag: withoutType(lag) };
    return [{ run: started.run, figures, coverage: { within, of: figures.length }, ...told }];
  });

const withoutType = ({ type: _, ...lag }: LagMeasured): Omit<LagMeasured, 'type'> => lag;
