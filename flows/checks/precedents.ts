import type { Activity, ActivityKind, TaskKind } from '../../domain/activity.ts';
import { isRef } from '../../domain/ref.ts';
import { type FlowCheck, mistake } from './check.ts';

/** What must have been done before; `of` is the field whose thing it was done to, where it was done to one. */
interface Precedent {
  readonly task: TaskKind;
  readonly of?: string;
  readonly sv: string;
}

const COLLECTED: Precedent = { task: 'collect-specimen', of: 'order', sv: 'provet har tagits' };
const ANSWERED: Precedent = { task: 'answer-order', of: 'order', sv: 'provet har besvarats' };
const ADMITTED: Precedent = { task: 'admit', sv: 'patienten har skrivits in på avdelningen' };
const ARRIVED: Precedent = { task: 'register-arrival', sv: 'patienten har registrerats' };

/** The order of care: what nobody can do, or see, before something else was done. */
const PRECEDENTS: Readonly<Partial<Record<ActivityKind, Precedent>>> = {
  'answer-order': COLLECTED,
  'specimen-taken-before-dose': COLLECTED,
  'answer-on-orderers-list': ANSWERED,
  'exactly-one-answer': ANSWERED,
  'telephone-critical-answer': ANSWERED,
  'acknowledgement-on-record': {
    task: 'acknowledge-critical-answer',
    of: 'call',
    sv: 'samtalet har kvitterats',
  },
  'message-received': { task: 'acknowledge-message', of: 'message', sv: 'meddelandet har kvitterats' },
  triage: ARRIVED,
  'call-in': ARRIVED,
  'patient-on-unit-list': ARRIVED,
  'bed-on-ward-list': ADMITTED,
  'declare-ready-for-discharge': ADMITTED,
  discharge: ADMITTED,
};

/** Nothing is done or seen before what it rests on. */
export const hasItsPrecedents: FlowCheck = ({ steps }) =>
  steps.flatMap((step, index) => {
    const { activity } = step;
    const precedent = activity.type === 'wait' ? undefined : PRECEDENTS[activity.kind];
    if (activity.type === 'wait' || precedent === undefined) return [];
    const { task, of, sv } = precedent;
    const same = (other: Activity): boolean => of === undefined || nameIn(other, of) === nameIn(activity, of);
    const done = steps
      .slice(0, index)
      .some(({ activity: earlier }) => earlier.type === 'task' && earlier.kind === task && same(earlier));
    const thing = of === undefined ? '' : ` ("${nameIn(activity, of)}")`;
    return done
      ? []
      : [mistake(`Steget kommer innan ${sv}${thing}; flytta det, eller lägg till det steget före.`, step)];
  });

function nameIn(activity: Activity, field: string): string | undefined {
  const value: unknown = Object.entries(activity).find(([key]) => key === field)?.[1];
  return isRef(value) ? value.ref : undefined;
}
