import type { RunHistory } from '../history.ts';
import type { InstanceResult, StepResult } from '../instances.ts';
import { stepsOn } from '../shows.ts';
import type { Summary } from '../verdicts.ts';

/** Every step of every flow as one flat JSON a line, for analysis: DuckDB reads it as a table as it is. */
export const stepsNdjson = (summary: Summary): string =>
  stepRows(summary)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');

/** The same as rows. */
export function stepRows({ runs, instances, stage }: Summary) {
  const histories = new Map(runs.map((run) => [run.started.run, run]));
  return instances.flatMap((instance) =>
    instance.steps.map((step) => {
      const requirements = stage.requirements
        .filter((requirement) => stepsOn(requirement, instance, stage.requirements).includes(step))
        .map(({ id }) => id);
      return rowOf(instance, step, requirements, histories.get(instance.run));
    }),
  );
}

const iso = (epoch: number | undefined): string | null =>
  epoch === undefined ? null : new Date(epoch).toISOString();

/** Every row has every column, so that a reader that guesses the types from the first rows guesses right. */
const rowOf = (
  { run, instance, flow, channel, history }: InstanceResult,
  { index, step, kind, verdict, coverage, reason, ended }: StepResult,
  requirements: readonly string[],
  of: RunHistory | undefined,
) => ({
  run,
  command: of?.started.command ?? null,
  system: of?.started.system?.name ?? null,
  seed: of?.started.seed ?? null,
  flow: flow.id,
  flow_name: flow.name,
  setting: flow.setting,
  safety_class: flow.safetyClass,
  instance,
  channel,
  patient: history.started.patient,
  step: index,
  kind: kind ?? null,
  text: step.text,
  role: step.actor?.role ?? null,
  unit: step.actor?.unit ?? null,
  shift: step.actor?.shift ?? null,
  requirements,
  verdict,
  coverage,
  started_at: iso(ended?.startedAt),
  ended_at: iso(ended?.endedAt),
  duration_ms: ended === undefined ? null : ended.endedAt - ended.startedAt,
  day_time_ms: ended?.dayTime ?? null,
  attempts: ended?.attempts ?? null,
  latency_ms: ended?.latency?.milliseconds ?? null,
  latency_clock: ended?.latency?.clock ?? null,
  limit_ms: step.limit !== undefined && 'limit' in step.limit ? step.limit.limit : null,
  expected: ended?.expected ?? null,
  observed: ended?.observed ?? null,
  reason: reason?.sv ?? null,
  cause: ended?.cause ?? null,
  reference: ended?.outcome?.reference ?? null,
});
