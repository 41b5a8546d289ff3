import type { LoadEnded } from '../../domain/evidence.ts';
import { Histogram } from '../../domain/histogram.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { type Bilingual, both, duration, percent } from '../../pages/bilingual.ts';
import type { LoadHistory } from '../history.ts';

/** A sign that the generator, or the machine it shares, was what the figures measured. */
export interface Bottleneck {
  readonly text: Bilingual;
}

interface Signs {
  readonly startLag: Histogram;
  readonly loopLag: Histogram;
  readonly ended: LoadEnded | undefined;
  readonly lagAtMost?: Milliseconds | undefined;
}

/**
 * A twentieth of the five seconds that a hand-over may take; where a stage says nothing else. An assumption. How late an
 * arrival began is part of its times, so that no limit here makes them greener.
 */
const LAG_AT_MOST: Milliseconds = 250;
/** Of one core: above it a generator has no room for what comes next. An assumption. */
const BUSIEST = 0.9;
/** Programs that want to run for each core of the machine: above it everybody waits for the processor. An assumption. */
const MOST_PER_CORE = 4;

/** Why what took long in a load may say more of the generator or its machine than of the system. */
export const bottlenecksIn = ({ slices, ended }: LoadHistory): Bottleneck[] =>
  bottlenecksOf({
    startLag: Histogram.from(...slices.map(({ startLag }) => startLag)),
    loopLag: Histogram.from(...slices.map(({ loopLag }) => loopLag)),
    ended,
  });

export function bottlenecksOf({ startLag, loopLag, ended, lagAtMost = LAG_AT_MOST }: Signs): Bottleneck[] {
  const late = (histogram: Histogram, sv: string, en: string): Bottleneck[] => {
    const p99 = histogram.percentile(0.99) ?? 0;
    if (p99 <= lagAtMost) return [];
    const [took, most] = [duration(p99), duration(lagAtMost)];
    return [
      {
        text: both(
          `${sv} ${took.sv} sent (p99), högst ${most.sv}.`,
          `${en} ${took.en} late (p99), at most ${most.en}.`,
        ),
      },
    ];
  };
  const busy = ended?.busiestCore ?? 0;
  const perCore = ended?.machine ?? 0;
  return [
    ...late(startLag, 'Ankomster började', 'Arrivals began'),
    ...late(loopLag, 'Lastgeneratorns egen klocka gick', "The load generator's own clock was"),
    ...(busy <= BUSIEST
      ? []
      : [
          {
            text: both(
              `Lastgeneratorn använde ${percent(busy).sv} av sin kärna.`,
              `The load generator used ${percent(busy).en} of its core.`,
            ),
          },
        ]),
    ...(perCore <= MOST_PER_CORE
      ? []
      : [
          {
            text: both(
              `Datorn var överlastad: ${perCore.toFixed(1).replace('.', ',')} program väntade på varje kärna.`,
              `The machine was overloaded: ${perCore.toFixed(1)} programs waited for each core.`,
            ),
          },
        ]),
  ];
}
