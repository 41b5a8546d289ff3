import { ROLES } from '../../domain/role.ts';
import { percent } from '../../pages/bilingual.ts';
import type { TrainingResult } from './measure-training.ts';

/** So many roles at units that are not ready are named; the page has them all. */
const NAMED = 10;

/** What was counted, in a terminal: those who work there first, then where they are lacking. */
export function trainingText({
  all,
  rows,
  parts,
  basis,
  elsewhere,
  otherCourses,
  asOf,
}: TrainingResult): string {
  const behind = parts
    .filter(({ working, trained }) => trained < working || working === 0)
    .toSorted((a, b) => b.working - b.trained - (a.working - a.trained));
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : percent(part / whole).sv);
  return [
    `${asOf}: ${all.trained} av ${all.working} som arbetar de första veckorna är utbildade och godkända (${share(all.trained, all.working)}), ` +
      `${basis === 'roster' ? 'enligt schemat' : 'enligt bemanningen; ange --roster för dem som verkligen arbetar'}.`,
    `Av kursregistrets ${rows.all} rader är ${rows.passed} godkända (${share(rows.passed, rows.all)}); det är inte svaret.`,
    ...(elsewhere > 0 ? [`${elsewhere} i registret arbetar inte där de första veckorna.`] : []),
    ...(otherCourses.length > 0 ? [`Kurser som planen inte frågar efter: ${otherCourses.join(', ')}`] : []),
    ...behind
      .slice(0, NAMED)
      .map(
        ({ trained, working, role, unitName }) =>
          `  ✗ ${trained}/${working}  ${ROLES[role].title}, ${unitName}`,
      ),
    ...(behind.length > NAMED ? [`  … och ${behind.length - NAMED} till, se sidan.`] : []),
  ].join('\n');
}
