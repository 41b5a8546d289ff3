import { isRef } from './ref.ts';

/**
 * Something done in the system under test. Each area of care (care/) has a union of its own tasks, told apart by `kind`;
 * what is common to all of them is here.
 */
export interface Task {
  readonly type: 'task';
  readonly kind: ActivityKind;
  /** The name under which it leaves something for later steps. */
  readonly as?: string;
}

/** Something seen, or seen not to be, in the system under test. */
export interface Question {
  readonly type: 'question';
  readonly kind: ActivityKind;
}

export type Activity = Task | Question;

/** 'order-test': what an area of care calls one thing that is done or seen; no two areas use the same. */
export type ActivityKind = string;

/** One kind of activity out of an area's union. */
export type Of<A extends Activity, K extends A['kind']> = Extract<A, { kind: K }>;

/** The name under which a task leaves something for later steps, if it does. */
export const nameGiven = (activity: Activity): string | undefined =>
  activity.type === 'task' ? activity.as : undefined;

/** The names of earlier steps' results that an activity cannot do without. */
export function namesNeeded(activity: Activity): readonly string[] {
  const known = needed.get(activity);
  if (known !== undefined) return known;
  const names = Object.values(activity)
    .flat()
    .filter(isRef)
    .map(({ ref }) => ref);
  needed.set(activity, names);
  return names;
}

/** Remembered: under load the same step is played by thousands. */
const needed = new WeakMap<Activity, readonly string[]>();
