import type { Task } from '../../domain/activity.ts';
import type { Actor } from '../../domain/role.ts';
import type { Bound, StepContext } from '../care-system.ts';
import { person, UNITS } from './people.ts';

const NURSE: Actor = { role: 'nurse', unit: 'emergency' };

/** A step of a flow that nothing has happened in yet. */
export const stepOf = (some: Partial<StepContext> = {}): StepContext => ({
  run: 'run',
  instance: 'f-1',
  patient: person(1),
  units: UNITS,
  bound: new Map(),
  startedAt: 0,
  actor: NURSE,
  token: 'run/f-1/1',
  ...some,
});

/** What an earlier step left behind. */
export const boundTo = (name: string, task: Task, rest: Partial<Bound> = {}): [string, Bound] => [
  name,
  { name, task, actor: NURSE, outcome: 'done', ...rest },
];
