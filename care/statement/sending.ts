import type { Of } from '../../domain/activity.ts';
import type { Ref } from '../../domain/ref.ts';
import { type StepContext, taskBehind } from '../../systems/care-system.ts';
import type { StatementTask } from './activities.ts';
import { labelOf } from './statement.ts';

type Sending = Of<StatementTask, 'send-statement'>;

/** The task that sent what a name stands for. */
export const sendingOf = (context: StepContext, { ref }: Ref): Sending =>
  taskBehind<Sending>(context, ref, 'send-statement');

/** All that was said, as a list shows it: 'Diagnos: M54.5 Lumbago; Nedsättning: 50 %'. */
export const told = ({ says }: Sending): string =>
  Object.entries(says)
    .map(([row, value]) => `${labelOf(row)}: ${value}`)
    .join('; ');
