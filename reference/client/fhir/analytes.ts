import type { Observation, ObservationReferenceRange } from '@medplum/fhirtypes';
import type { Report } from './laboratory.ts';
import { testOf } from './laboratory.ts';
import type { Person } from './people.ts';

/** What a laboratory has measured of one thing in somebody, oldest first. */
export interface Analyte {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly values: readonly { readonly value: number; readonly at: string }[];
  /** As the latest answer says. */
  readonly interval?: Interval;
}

interface Interval {
  readonly low?: number;
  readonly high?: number;
}

/** The numbers in some answers, by what was measured and in which unit. */
export function analytesIn(reports: readonly Report[], sex: Person['sex'] | undefined): Analyte[] {
  const measured = reports
    .flatMap(({ report, results }) => results.map((result) => ({ report, result })))
    .filter(({ result }) => result.valueQuantity?.value !== undefined)
    .toSorted((one, other) => timeOf(one).localeCompare(timeOf(other)));
  const groups = Map.groupBy(measured, ({ report, result }) => `${testOf(report)}|${unitOf(result)}`);
  return [...groups].map(([id, group]) => {
    const interval = intervalOf(group.at(-1)?.result.referenceRange ?? [], sex);
    const [name = '', unit = ''] = id.split('|');
    return {
      id,
      name,
      unit,
      values: group.map((each) => ({ value: each.result.valueQuantity?.value ?? 0, at: timeOf(each) })),
      ...(interval === undefined ? {} : { interval }),
    };
  });
}

/** Whether a value lies beyond what is usual; undefined where that is not known. */
export function whereIn(
  value: number,
  interval: Interval | undefined,
): 'below' | 'within' | 'above' | undefined {
  if (interval === undefined) return undefined;
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = interval;
  return value < low ? 'below' : value > high ? 'above' : 'within';
}

interface Measured {
  readonly report: Report['report'];
  readonly result: Observation;
}

const timeOf = ({ report, result }: Measured): string => result.effectiveDateTime ?? report.issued ?? '';

const unitOf = ({ valueQuantity }: Observation): string => valueQuantity?.unit ?? valueQuantity?.code ?? '';

/** The interval for one's sex, or the one for all. */
function intervalOf(
  ranges: readonly ObservationReferenceRange[],
  sex: Person['sex'] | undefined,
): Interval | undefined {
  const range = ranges.find(({ appliesTo = [] }) =>
    appliesTo.every(({ coding }) => coding?.some(({ code }) => code === sex)),
  );
  if (range === undefined) return undefined;
  const { low, high } = range;
  return {
    ...(low?.value === undefined ? {} : { low: low.value }),
    ...(high?.value === undefined ? {} : { high: high.value }),
  };
}
