import type { ActivityKind } from '../domain/activity.ts';
import type { InstanceResult } from './instances.ts';

/** How often something can go wrong in a kind of step without this having been likely to show it. */
export interface DetectionLimit {
  readonly kind: ActivityKind;
  /** One of its sentences. */
  readonly example: string;
  /** How many times it was looked at, and how many of these went wrong. */
  readonly n: number;
  readonly wrong: number;
  /**
   * Upper end of the one-sided 95 % confidence interval for the share that goes wrong, when none did: 3/n, the rule of
   * three (Hanley JA, Lippman-Hand A. If nothing goes wrong, is everything all right? JAMA 1983;249:1743–5). Absent
   * where something did go wrong. It takes the looks as independent, which those of one run only nearly are.
   */
  readonly couldMiss?: number;
}

/** Of every kind of step that was done, what share could go wrong unseen; the least looked at first. */
export function detectionLimits(instances: readonly InstanceResult[]): DetectionLimit[] {
  const observed = instances.flatMap(({ steps }) =>
    steps.flatMap(({ kind, coverage, verdict, step }) =>
      kind === undefined || coverage !== 'observed' ? [] : [{ kind, verdict, text: step.text }],
    ),
  );
  const limits = [...Map.groupBy(observed, ({ kind }) => kind)].map(([kind, steps]): DetectionLimit => {
    const wrong = steps.filter(({ verdict }) => verdict !== 'pass').length;
    return {
      kind,
      example: steps[0]?.text ?? kind,
      n: steps.length,
      wrong,
      ...(wrong > 0 ? {} : { couldMiss: ruleOfThree(steps.length) }),
    };
  });
  return limits.sort((a, b) => a.n - b.n || (a.kind < b.kind ? -1 : 1));
}

/** 3/n, and 1 where so few were seen that it says nothing. */
export const ruleOfThree = (n: number): number => (n < 3 ? 1 : 3 / n);
