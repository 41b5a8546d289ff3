import type { Channel } from '../domain/evidence.ts';
import type { Requirement } from '../domain/stage.ts';
import { countVerdicts, type Verdict, worst } from '../domain/verdict.ts';
import type { VerdictCounts } from './flows.ts';
import type { InstanceResult } from './instances.ts';
import { stepsOn } from './shows.ts';

/** How one requirement fared in one flow, on one channel, of one system. */
export interface MatrixCell {
  readonly requirement: string;
  readonly flow: string;
  readonly channel: Channel;
  readonly system: string;
  readonly verdict: Verdict;
  /** Looks by verdict; `not-covered` where the step was there and could not be looked at. */
  readonly looks: VerdictCounts;
}

/** Requirement × flow × channel × system, of all that was played; `systemOf` names the system of a run. */
export function matrixOf(
  requirements: readonly Requirement[],
  instances: readonly InstanceResult[],
  systemOf: (run: string) => string,
): MatrixCell[] {
  const looks = instances.flatMap((instance) =>
    requirements.flatMap((requirement) =>
      stepsOn(requirement, instance, requirements).map(({ verdict }) => ({
        requirement: requirement.id,
        flow: instance.flow.id,
        channel: instance.channel,
        system: systemOf(instance.run),
        verdict,
      })),
    ),
  );
  const cells = Map.groupBy(
    looks,
    ({ requirement, flow, channel, system }) => `${requirement}\n${flow}\n${channel}\n${system}`,
  );
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const verdicts = group.map(({ verdict }) => verdict);
      return [{ ...first, verdict: worst(verdicts), looks: countVerdicts(verdicts) }];
    });
}
