import { type IWorldOptions, setDefaultTimeout, setWorldConstructor, World } from '@cucumber/cucumber';
import type { Question, Task } from '../../domain/activity.ts';
import type { PatientCriteria } from '../../domain/patient.ts';
import type { Actor } from '../../domain/role.ts';
import type { Milliseconds, TimeLimit } from '../../domain/time.ts';
import { type Interpreter, type InterpreterParameters, interpreterFor } from './interpreter.ts';

/** What a step definition may say of an actor: that something is done, or that something is seen. */
interface ActorInAStep {
  perform(task: Task): Promise<void>;
  see(question: Question, limit?: TimeLimit): Promise<void>;
}

/**
 * `this` of every step definition. The interpreter behind it decides what a step means: the planning one records it,
 * the robot performs it. A step definition is one sentence and cannot tell which.
 */
export class GenrepWorld extends World<InterpreterParameters> {
  readonly interpreter: Interpreter;

  constructor(options: IWorldOptions<InterpreterParameters>) {
    super(options);
    this.interpreter = interpreterFor(this);
  }

  /** Whom the flow happens to. */
  patient(criteria: PatientCriteria): Promise<void> {
    return this.interpreter.patient(criteria);
  }

  actor(actor: Actor): ActorInAStep {
    return {
      perform: (task) => this.interpreter.act({ actor, activity: task }),
      see: (question, limit) =>
        this.interpreter.act({ actor, activity: question, ...(limit === undefined ? {} : { limit }) }),
    };
  }

  /** Time goes by on the day's clock. */
  letPass(duration: Milliseconds): Promise<void> {
    return this.interpreter.act({ activity: { type: 'wait', duration } });
  }
}

setWorldConstructor(GenrepWorld);

// Limits are data in the steps and are kept by the interpreter; cucumber's own would only end a step half-way.
setDefaultTimeout(-1);
