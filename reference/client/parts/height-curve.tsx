import type { Observation } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { ageInMonths, usualHeight } from '../../growth/deviation.ts';
import { HEIGHTS } from '../../growth/heights.ts';
import type { Person } from '../fhir/people.ts';
import { useTexts } from '../texts/language.tsx';

const WIDTH = 480;
const HEIGHT = 300;
const LEFT = 40;
const BOTTOM = 24;
const [LOWEST, HIGHEST] = [80, 200];

const y = (centimetres: number): number =>
  (HEIGHT - BOTTOM) * (1 - (centimetres - LOWEST) / (HIGHEST - LOWEST));

/** Heights on the curve of the sex; the table beside it says the same in numbers. */
export function HeightCurve(props: {
  readonly person: Person;
  readonly heights: readonly object[];
}): ReactNode {
  const { growth: t } = useTexts();
  const { sex, birthDate } = props.person;
  if (sex !== 'female' && sex !== 'male') return null;
  const ages = HEIGHTS[sex].map(([months]) => months);
  const [youngest, oldest] = [ages[0] ?? 0, ages.at(-1) ?? 0];
  const x = (months: number): number =>
    LEFT + ((WIDTH - LEFT) * (Math.min(oldest, Math.max(youngest, months)) - youngest)) / (oldest - youngest);
  const lineAt = (deviations: number): string =>
    ages
      .map((months) => {
        const { mean, sd } = usualHeight(sex, months);
        return `${x(months)},${y(mean + deviations * sd)}`;
      })
      .join(' ');
  const band = `${lineAt(2)} ${lineAt(-2).split(' ').reverse().join(' ')}`;
  const points = (props.heights as readonly Observation[])
    .flatMap(({ effectiveDateTime, valueQuantity }) =>
      effectiveDateTime === undefined || valueQuantity?.value === undefined
        ? []
        : [{ months: ageInMonths({ sex, birthDate }, effectiveDateTime), centimetres: valueQuantity.value }],
    )
    .sort((a, b) => a.months - b.months)
    .map(({ months, centimetres }) => [x(months), y(centimetres)] as const);
  return (
    <figure className="height-curve">
      <figcaption>{t.curve}</figcaption>
      <svg role="img" aria-label={t.told(points.length)} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <polygon className="usual" points={band} />
        <polyline className="mean" points={lineAt(0)} />
        {[100, 120, 140, 160, 180].map((centimetres) => (
          <text key={centimetres} x={0} y={y(centimetres) + 4}>
            {centimetres}
          </text>
        ))}
        {[6, 8, 10, 12, 14, 16, 18].map((years) => (
          <text key={years} x={x(12 * years) - 8} y={HEIGHT - 6}>
            {years}
          </text>
        ))}
        <polyline points={points.map((point) => point.join(',')).join(' ')} />
        {points.map(([cx, cy]) => (
          <circle key={`${cx} ${cy}`} cx={cx} cy={cy} r={4} />
        ))}
      </svg>
    </figure>
  );
}
