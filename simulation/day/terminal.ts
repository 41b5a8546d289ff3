import { change, figure, GROUP_TEXTS } from './measures/format.ts';
import type { Group } from './measures/measure.ts';
import type { Answer, Estimate, SimulationResult, ToldDifference, VariantAnswer } from './result.ts';

/** The result as plain Swedish lines for a terminal. */
export function resultText({
  title,
  startsAt,
  replications,
  seed,
  estimates,
  questions,
}: SimulationResult): string {
  return [
    `${title}: ett dygn från klockan ${startsAt}, ${replications} replikationer, frö ${seed}. Medelvärde ± 95 % konfidensintervall.`,
    ...(Object.keys(GROUP_TEXTS) as Group[]).flatMap((group) => table(group, estimates)),
    ...questions.flatMap(questionLines),
    '',
  ].join('\n');
}

function table(group: Group, estimates: readonly Estimate[]): string[] {
  const rows = estimates.filter((estimate) => estimate.group === group);
  const width = Math.max(...rows.map(({ sv }) => sv.length));
  return [
    '',
    GROUP_TEXTS[group].sv,
    ...rows.map(
      ({ sv, unit, mean, halfWidth }) =>
        `  ${sv.padEnd(width)}  ${figure(mean, unit, 'sv').padStart(9)}${Number.isNaN(mean) ? '' : ` ± ${figure(halfWidth, unit, 'sv')}`}`,
    ),
  ];
}

const questionLines = ({ sv, variants }: Answer): string[] => [
  '',
  `Vad händer om: ${sv}`,
  ...variants.flatMap(variantLines),
];

function variantLines({ sv, differences }: VariantAnswer): string[] {
  const real = differences.filter(({ isReal }) => isReal);
  if (real.length === 0) return ['', `  ${sv}: ingen skillnad går att skilja från slumpen.`];
  const width = Math.max(...real.map(nameWidth));
  const rest = differences.length - real.length;
  return [
    '',
    `  ${sv}: ${real.length} verkliga skillnader; ${rest} mått går inte att skilja från slumpen.`,
    ...real.map((each) => `    ${differenceLine(each, width)}`),
  ];
}

const nameWidth = ({ sv, group }: ToldDifference): number => labelOf(sv, group).length;

/** The names of staff and overtime are the same; the table's name tells them apart. */
const labelOf = (sv: string, group: Group): string =>
  group === 'staff' ? `I arbete, ${sv}` : group === 'overtime' ? `Övertid, ${sv}` : sv;

function differenceLine(
  { sv, group, unit, before, after, difference, halfWidth, is }: ToldDifference,
  width: number,
): string {
  const by = change(difference, halfWidth, unit, 'sv');
  const mark = { better: 'bättre', worse: 'sämre', other: '' }[is];
  const values = `${figure(before, unit, 'sv')} → ${figure(after, unit, 'sv')}`;
  return `${labelOf(sv, group).padEnd(width)}  ${values.padStart(20)}  ${by.padEnd(28)}${mark}`.trimEnd();
}
