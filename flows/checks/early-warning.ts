import { news2 } from '../../domain/news2.ts';
import { type FlowCheck, mistake } from './check.ts';

/** From here on NEWS2 always warns. Source: Royal College of Physicians, NEWS2, 2017. */
const ALWAYS_WARNS = 7;

/** The warning that is expected follows from the values that were entered. */
export const warningsFitTheirValues: FlowCheck = ({ steps }) =>
  steps.flatMap((step) => {
    const { activity } = step;
    if (activity.type !== 'question') return [];
    if (activity.kind !== 'early-warning-raised' && activity.kind !== 'no-early-warning') return [];
    const name = activity.measurement.ref;
    const measured = steps.flatMap(({ activity: task }) =>
      task.type === 'task' && task.kind === 'record-vitals' && task.as === name ? [news2(task.values)] : [],
    )[0];
    if (measured === undefined) return [];
    const told = `Värdena i "${name}" ger NEWS2 ${measured.score}`;
    if (activity.kind === 'no-early-warning')
      return measured.score < ALWAYS_WARNS
        ? []
        : [mistake(`${told}, som ska varna; rätta värdena eller steget.`, step)];
    return measured.score === activity.score
      ? []
      : [mistake(`${told}, inte ${activity.score}; rätta värdena eller poängen.`, step)];
  });
