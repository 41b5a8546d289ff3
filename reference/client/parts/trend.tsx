import type { ReactNode } from 'react';
import type { Analyte } from '../fhir/analytes.ts';

const WIDTH = 120;
const HEIGHT = 32;
const MARGIN = 4;

/** Values over time as a line, on a band of what is usual; the words beside it say the same. */
export function Trend({ analyte, label }: { readonly analyte: Analyte; readonly label: string }): ReactNode {
  const { values, interval } = analyte;
  const numbers = values.map(({ value }) => value);
  const bounds = [...numbers, ...Object.values(interval ?? {})];
  const [lowest, highest] = [Math.min(...bounds), Math.max(...bounds)];
  const y = (value: number): number =>
    MARGIN + (HEIGHT - 2 * MARGIN) * (highest === lowest ? 0.5 : (highest - value) / (highest - lowest));
  const times = values.map(({ at }) => Date.parse(at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const x = (time: number): number =>
    MARGIN + (WIDTH - 2 * MARGIN) * (last === first ? 0.5 : (time - first) / (last - first));
  const points = values.map(({ value }, n) => [x(times[n] ?? first), y(value)] as const);
  const top = interval?.high === undefined ? 0 : y(interval.high);
  const bottom = interval?.low === undefined ? HEIGHT : y(interval.low);
  return (
    <svg
      className="trend"
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {interval !== undefined && <rect className="usual" x={0} y={top} width={WIDTH} height={bottom - top} />}
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      {points.map(([cx, cy]) => (
        <circle key={cx} cx={cx} cy={cy} r={2.5} />
      ))}
    </svg>
  );
}
