import type { Activity } from '../../domain/activity.ts';
import { isRef } from '../../domain/ref.ts';
import { type FlowCheck, mistake } from './check.ts';

/** Nothing is done or seen before what it rests on. */
export const hasItsPrecedents: FlowCheck = ({ steps }, { areaOf }) =>
  steps.flatMap((step, index) => {
    const { activity } = step;
    const precedent =
      activity.type === 'wait' ? undefined : areaOf(activity.kind)?.precedents?.[activity.kind];
    if (activity.type === 'wait' || precedent === undefined) return [];
    const { done: task, of, sv } = precedent;
    const ways = typeof task === 'string' ? [task] : task;
    const same = (other: Activity): boolean => of === undefined || nameIn(other, of) === nameIn(activity, of);
    const isDone = steps
      .slice(0, index)
      .some(
        ({ activity: earlier }) => earlier.type === 'task' && ways.includes(earlier.kind) && same(earlier),
      );
    const thing = of === undefined ? '' : ` ("${nameIn(activity, of)}")`;
    return isDone
      ? []
      : [mistake(`Steget kommer innan ${sv}${thing}; flytta det, eller lägg till det steget före.`, step)];
  });

function nameIn(activity: Activity, field: string): string | undefined {
  const value: unknown = Object.entries(activity).find(([key]) => key === field)?.[1];
  return isRef(value) ? value.ref : undefined;
}
