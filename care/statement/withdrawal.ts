import type { Of } from '../../domain/activity.ts';
import type { Ref } from '../../domain/ref.ts';
import { done, type StepContext } from '../../systems/care-system.ts';
import { quoted } from '../../systems/driver/words.ts';
import type { StatementTask } from './activities.ts';

/** Why what a name stands for was withdrawn; undefined where nobody has withdrawn it. */
export const withdrawalOf = (context: StepContext, { ref }: Ref): string | undefined =>
  done<Of<StatementTask, 'withdraw-statement'>>(context, 'withdraw-statement').find(
    ({ task }) => task.statement.ref === ref,
  )?.task.reason;

export const withdrawalExpected = (context: StepContext, statement: Ref): string =>
  `Mottagaren ser att ”${statement.ref}” är återkallat: ${quoted(withdrawalOf(context, statement) ?? '')}.`;
