import type { Of } from '../../domain/activity.ts';
import type { Ref } from '../../domain/ref.ts';
import { boundOf, type StepContext, taskBehind } from '../../systems/care-system.ts';
import type { Says, StatementTask } from './activities.ts';
import { labelOf, type Statement } from './statement.ts';

type Sending = Of<StatementTask, 'send-statement'>;
type Changing = Of<StatementTask, 'change-statement'>;
type Asking = Of<StatementTask, 'patient-sends-statement'>;

/** What was sent, and what it says since it was changed last under this name. */
interface Sent {
  readonly statement: Statement;
  readonly says: Says;
}

/** What a name stands for: what was sent, or what it was changed to. */
export function sendingOf(context: StepContext, { ref }: Ref): Sent {
  switch (boundOf(context, ref).task.kind) {
    case 'change-statement': {
      const { statement, says } = taskBehind<Changing>(context, ref, 'change-statement');
      return { statement: sendingOf(context, statement).statement, says };
    }
    case 'patient-sends-statement':
      return taskBehind<Asking>(context, ref, 'patient-sends-statement');
    default:
      return taskBehind<Sending>(context, ref, 'send-statement');
  }
}

/** All that was said, as a list shows it: 'Diagnos: M54.5 Lumbago; Nedsättning: 50 %'. */
export const told = ({ says }: Sent): string =>
  Object.entries(says)
    .map(([row, value]) => `${labelOf(row)}: ${value}`)
    .join('; ');
