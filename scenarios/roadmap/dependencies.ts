import { type RoadmapPlan, workKey } from '../../domain/roadmap.ts';

/** What each piece of work of each stage waits for, by {@link workKey}. */
export type Dependencies = ReadonlyMap<string, readonly string[]>;

/**
 * Work waits for work of its own stage, for work of the stages that the stage follows, and for what they share. What a stage
 * inherits whole waits for the same work of the stages before.
 */
export function dependenciesOf({ stages, work, services }: RoadmapPlan): Dependencies {
  return new Map(
    stages.flatMap((stage) =>
      work.map(({ id, after, afterEarlier = [], inherits }): [string, string[]] => {
        const earlier = [...afterEarlier, ...(inherits === 'whole' ? [id] : [])];
        const shared = services.filter(
          ({ serves, neededFor, stage: from }) =>
            serves.includes(stage.id) && neededFor === id && from !== stage.id,
        );
        return [
          workKey(stage.id, id),
          [
            ...after.map((one) => workKey(stage.id, one)),
            ...stage.after.flatMap((before) => earlier.map((one) => workKey(before, one))),
            ...shared.map((service) => workKey(service.stage, service.work)),
          ],
        ];
      }),
    ),
  );
}
