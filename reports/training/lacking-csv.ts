import { ROLES } from '../../domain/role.ts';
import { csv } from '../exports/csv.ts';
import type { TrainingResult } from './measure-training.ts';

/** Who works there and lacks what, for whoever plans the courses. */
export function lackingCsv({ lacking, parts, plan: { courses } }: TrainingResult): string {
  const unitName = (unit: string): string => parts.find((part) => part.unit === unit)?.unitName ?? unit;
  const courseName = (id: string): string => courses.find((course) => course.id === id)?.sv ?? id;
  return csv([
    ['pseudonym', 'enhet', 'roll', 'saknar'],
    ...lacking.map(({ pseudonym, unit, role, courses: lacks }) => [
      pseudonym,
      unitName(unit),
      ROLES[role].title,
      lacks.map(courseName).join(', '),
    ]),
  ]);
}
