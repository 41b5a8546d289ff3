import { SAFETY_CLASSES } from '../../domain/care-flow.ts';
import type { ApprovalRegister } from './standing.ts';
import { KINDS, whyNot } from './words.ts';

/** So many that do not stand are named; the page has them all. */
const NAMED = 12;

/** How everything stands, in a terminal: how many by class and kind, and what ended before what nobody has read. */
export function approvalsText({ asOf, approved }: ApprovalRegister): string {
  const lacking = approved
    .filter(({ standing }) => standing !== 'approved')
    .toSorted((a, b) => rank(a) - rank(b));
  return [
    ...SAFETY_CLASSES.map((safetyClass) => {
      const counts = Object.entries(KINDS).map(([kind, { plural }]) => {
        const own = approved.filter(
          ({ subject }) => subject.kind === kind && subject.safetyClass === safetyClass,
        );
        return `${own.filter(({ standing }) => standing === 'approved').length} av ${own.length} ${plural.sv}`;
      });
      return `Klass ${safetyClass}: ${counts.join(', ')} godkända ${asOf}`;
    }),
    ...lacking.slice(0, NAMED).map((one) => `  ✗ ${whyNot(one).sv}`),
    ...(lacking.length > NAMED ? [`  … och ${lacking.length - NAMED} till, se sidan.`] : []),
  ].join('\n');
}

/** What was approved once and no longer is, then by class. */
const rank = ({ standing, subject }: ApprovalRegister['approved'][number]): number =>
  (standing === 'none' ? 10 : 0) + subject.safetyClass;
