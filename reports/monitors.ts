import type { Monitored } from '../domain/evidence.ts';
import { COMPONENTS } from '../domain/fact.ts';
import type { MonitorKind, MonitorVerdict, ToldFinding } from '../domain/monitor.ts';
import { actorPhrase } from '../domain/role.ts';
import type { Requirement } from '../domain/stage.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import type { Failure } from './failures.ts';
import type { RunHistory } from './history.ts';
import type { InstanceResult } from './instances.ts';

/** What a monitor saw beside the steps, over all runs and all that looked in each. */
export interface MonitorResult extends Bilingual {
  readonly id: string;
  readonly kind: MonitorKind;
  /** `not-exercised`: nothing happened that it could have been wrong about. */
  readonly verdict: MonitorVerdict;
  readonly lookedAt: number;
  /** Why it could not look. */
  readonly reason?: string;
  readonly failures: readonly Failure[];
}

/** What every monitor of the runs came to. */
export function monitorsIn(
  runs: readonly RunHistory[],
  instances: readonly InstanceResult[],
  requirements: readonly Requirement[],
): MonitorResult[] {
  const told = runs.flatMap(({ started, monitored }) =>
    monitored.map((each) => ({ run: started.run, each })),
  );
  const byKey = new Map(instances.map((instance) => [`${instance.run} ${instance.instance}`, instance]));
  return [...Map.groupBy(told, ({ each }) => each.monitor).values()].flatMap((group): MonitorResult[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { monitor, kind, sv, en } = first.each;
    const lookedAt = group.reduce((sum, { each }) => sum + each.lookedAt, 0);
    const found = group.flatMap(({ run, each }) => each.findings.map((finding) => ({ run, finding })));
    const reason = group.find(({ each }) => each.reason !== undefined)?.each.reason;
    const verdict = verdictOf(group.map(({ each }) => each));
    return [
      {
        ...{ id: monitor, kind, sv, en, verdict, lookedAt },
        ...(verdict !== 'not-covered' || reason === undefined ? {} : { reason }),
        failures: merged(found).map(({ run, finding }) =>
          failureOf(first.each, finding, run, byKey, requirements, lookedAt),
        ),
      },
    ];
  });
}

/** What was seen anywhere counts; that one had nothing to look at says nothing where another had. */
function verdictOf(told: readonly Monitored[]): MonitorVerdict {
  for (const verdict of ['error', 'fail', 'unknown', 'pass', 'not-covered'] as const)
    if (told.some((each) => each.verdict === verdict)) return verdict;
  return 'not-exercised';
}

interface Found {
  readonly run: string;
  readonly finding: ToldFinding;
}

/** Those who looked in one run may have seen the same. */
function merged(found: readonly Found[]): Found[] {
  const groups = Map.groupBy(found, ({ run, finding: { component, kind = '', cause, follows = '' } }) =>
    [run, component, kind, cause, follows].join('\n'),
  );
  return [...groups.values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const count = others.reduce((sum, { finding }) => sum + finding.count, first.finding.count);
      return [{ run: first.run, finding: { ...first.finding, count } }];
    })
    .sort(
      (a, b) =>
        Number(a.finding.follows !== undefined) - Number(b.finding.follows !== undefined) ||
        b.finding.count - a.finding.count,
    );
}

function failureOf(
  monitor: Monitored,
  finding: ToldFinding,
  run: string,
  instances: ReadonlyMap<string, InstanceResult>,
  requirements: readonly Requirement[],
  lookedAt: number,
): Failure {
  const { instance = '', step: index, component, within, follows } = finding;
  const { expected, observed, reference, count, cause } = finding;
  const flow = instances.get(`${run} ${instance}`)?.flow;
  const step = index === undefined ? undefined : flow?.steps[index];
  return {
    verdict: follows === undefined ? 'fail' : 'unknown',
    flow: { id: flow?.id ?? '', name: flow?.name ?? monitor.sv },
    ...(step === undefined || index === undefined
      ? {}
      : {
          step: {
            ...{ index, text: step.text, file: step.location.file, line: step.location.line },
            ...(step.actor === undefined ? {} : { actor: actorPhrase(step.actor) }),
          },
        }),
    requirements: requirementsOf(monitor.monitor, finding, requirements, flow?.requirements),
    expected,
    observed: reference === undefined || reference === '' ? observed : `${observed} (${reference})`,
    reason:
      follows === undefined
        ? both(`${monitor.sv}.`, `${monitor.en}.`)
        : both(
            `Det följer av vad ${follows} såg om samma uppgift; om det håller för sig är inte visat.`,
            `It follows from what ${follows} saw of the same thing; whether it holds by itself is not shown.`,
          ),
    component,
    ...(within === undefined || within === component ? {} : { within }),
    attribution: { to: 'system', why: WATCHED },
    count,
    of: Math.max(count, lookedAt),
    example: { run, instance, attachments: [] },
    monitor: { id: monitor.monitor, cause, component, ...(follows === undefined ? {} : { follows }) },
  };
}

const WATCHED = both('En övervakare såg det utöver stegen.', 'A monitor saw it beside the steps.');

/**
 * The one that claims the monitor for this kind of step, and of several those that the flow is about; where there is none,
 * those that take whatever it finds.
 */
function requirementsOf(
  monitor: string,
  { kind }: ToldFinding,
  requirements: readonly Requirement[],
  ofFlow: readonly string[] = [],
): readonly string[] {
  const watching = requirements.flatMap(({ id, watchedBy = [] }) =>
    watchedBy.filter((each) => each.monitor === monitor).map(({ of }) => ({ id, of })),
  );
  const own = watching.filter(({ of }) => kind !== undefined && of?.includes(kind) === true);
  const meant = own.length === 1 ? own : own.filter(({ id }) => ofFlow.includes(id));
  const any = meant.length > 0 ? meant : watching.filter(({ of }) => of === undefined);
  return [...new Set(any.map(({ id }) => id))];
}

/** In which part of the system something went wrong; of a wrong time also where it stands. */
export function componentText({
  component,
  within,
}: Pick<Failure, 'component' | 'within'>): Bilingual | undefined {
  if (component === undefined) return undefined;
  const [part, where] = [COMPONENTS[component], within && COMPONENTS[within]];
  return where === undefined ? part : both(`${part.sv} (${where.sv})`, `${part.en} (${where.en})`);
}
