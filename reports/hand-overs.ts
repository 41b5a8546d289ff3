import { type ActivityKind, nameGiven } from '../domain/activity.ts';
import type { CareFlow, CareStep } from '../domain/care-flow.ts';
import { type Actor, actorKey, ROLES, UNIT_KINDS } from '../domain/role.ts';
import type { Clock, Milliseconds } from '../domain/time.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import { stepKey } from './failures.ts';
import type { InstanceResult, StepResult } from './instances.ts';
import { percentile } from './statistics.ts';
import { WRONG } from './wrong.ts';

/** Latency over one edge between two actors, from the acknowledged act to the first time the next one can see it. */
export interface HandOverResult {
  readonly from: Bilingual;
  readonly to: Bilingual;
  readonly kind: ActivityKind;
  /** One of the sentences that ask for it. */
  readonly example: string;
  readonly clock: Clock;
  /** How many times it was waited for, how many of these it was never seen in time, and how many nobody can tell. */
  readonly n: number;
  readonly neverSeen: number;
  readonly untold: number;
  /** Milliseconds, of those that can be told; null when it falls among those never seen, or when none can be told. */
  readonly p50: Milliseconds | null;
  readonly p95: Milliseconds | null;
  readonly max: Milliseconds | null;
  /** Between what p95 lies, whatever is true of what nobody can tell; null is never. */
  readonly p95Between: readonly [least: Milliseconds | null, most: Milliseconds | null];
  /** The strictest limit of the edge's steps, where they have one. */
  readonly limit?: Milliseconds;
  /** Keys of the steps that failed for it, and the slowest of the others; null when there were no others. */
  readonly failedAt: readonly string[];
  readonly slowestHeld: Milliseconds | null;
}

interface Crossing {
  /** Key of the step that sees, and whether it went wrong. */
  readonly step: string;
  readonly wrong: boolean;
  readonly from: Actor;
  readonly to: Actor;
  readonly kind: ActivityKind;
  readonly text: string;
  readonly clock: Clock;
  /** Infinity when it was never seen in time; undefined when nobody can tell. */
  readonly latency: Milliseconds | undefined;
  readonly limit?: Milliseconds;
}

/** Every edge that was crossed, the slowest first; of one actor seeing the own work nothing is said. */
export function handOversOf(instances: readonly InstanceResult[]): HandOverResult[] {
  const crossings = instances.flatMap(({ flow, steps }) => steps.flatMap((step) => crossingOf(flow, step)));
  const edges = Map.groupBy(
    crossings,
    ({ from, to, kind, clock }) => `${actorKey(from)} → ${actorKey(to)} ${kind} ${clock}`,
  );
  return [...edges.values()].map(measure).sort(slowestFirst);
}

function crossingOf(flow: CareFlow, { step, index, ended, verdict, coverage }: StepResult): Crossing[] {
  const { activity, actor, limit } = step;
  if (activity.type !== 'question' || actor === undefined || coverage !== 'observed') return [];
  const of = ended?.latency?.of ?? actBefore(flow, index);
  const from = of === undefined ? undefined : flow.steps[of]?.actor;
  if (from === undefined || actorKey(from) === actorKey(actor)) return [];
  const at = { step: stepKey(flow.id, index), wrong: WRONG.has(verdict) };
  const edge = { ...at, from, to: actor, kind: activity.kind, text: step.text };
  const most = limit?.mode === 'within' ? { limit: limit.limit } : {};
  if (ended?.latency !== undefined) {
    return [{ ...edge, ...most, clock: ended.latency.clock, latency: ended.latency.milliseconds }];
  }
  if (!WRONG.has(verdict) || limit?.mode !== 'within') return [];
  const latency = verdict === 'unknown' ? undefined : NEVER;
  return [{ ...edge, ...most, clock: limit.clock, latency }];
}

const NEVER = Number.POSITIVE_INFINITY;

/** The step whose act a question waits for: the one it names, else the latest task before it. */
function actBefore(flow: CareFlow, index: number): number | undefined {
  const limit = flow.steps[index]?.limit;
  const since = limit?.mode === 'within' || limit?.mode === 'same-day' ? limit.since : undefined;
  const isAct = ({ activity }: CareStep) =>
    activity.type === 'task' && (since === undefined || nameGiven(activity) === since);
  const found = flow.steps.slice(0, index).findLastIndex(isAct);
  return found < 0 ? undefined : found;
}

/** Between whom a step sees what another did: the act, its actor and who looks; undefined where nobody did anything before. */
export function edgeBefore(
  flow: CareFlow,
  index: number,
): { readonly from: Bilingual; readonly to: Bilingual; readonly act: string } | undefined {
  const before = actBefore(flow, index);
  const act = before === undefined ? undefined : flow.steps[before];
  const actor = flow.steps[index]?.actor;
  if (act?.actor === undefined || actor === undefined) return undefined;
  return { from: actorText(act.actor), to: actorText(actor), act: act.text };
}

function measure(crossings: readonly Crossing[]): HandOverResult {
  const [first] = crossings;
  if (first === undefined) throw new Error('An edge without a crossing.');
  const told = crossings.flatMap(({ latency }) => latency ?? []);
  const supposing = (untold: Milliseconds) => crossings.map(({ latency = untold }) => latency);
  const limits = crossings.flatMap(({ limit }) => limit ?? []);
  const held = crossings.flatMap(({ wrong, latency }) => (wrong ? [] : (latency ?? [])));
  const seen = (share: number, latencies = told) => {
    const value = latencies.length === 0 ? NEVER : percentile(latencies, share);
    return Number.isFinite(value) ? value : null;
  };
  return {
    from: actorText(first.from),
    to: actorText(first.to),
    kind: first.kind,
    example: first.text,
    clock: first.clock,
    n: crossings.length,
    neverSeen: told.filter((latency) => latency === NEVER).length,
    untold: crossings.length - told.length,
    p50: seen(0.5),
    p95: seen(0.95),
    max: seen(1),
    p95Between: [seen(0.95, supposing(0)), seen(0.95, supposing(NEVER))],
    ...(limits.length === 0 ? {} : { limit: Math.min(...limits) }),
    failedAt: [...new Set(crossings.flatMap(({ wrong, step }) => (wrong ? [step] : [])))],
    slowestHeld: held.length === 0 ? null : Math.max(...held),
  };
}

const SHIFT_TEXTS = {
  day: both('dag', 'day'),
  evening: both('kväll', 'evening'),
  night: both('natt', 'night'),
};

/** 'Sjuksköterskan, avdelningen (kväll)' */
function actorText({ role, unit, shift }: Actor): Bilingual {
  const write = (language: 'sv' | 'en') => {
    const who = language === 'sv' ? ROLES[role].title : ROLES[role].en.replace(/^the /, '');
    const where = unit === null ? '' : `, ${UNIT_KINDS[unit][language].replace(/^the /, '')}`;
    const when = shift === undefined ? '' : ` (${SHIFT_TEXTS[shift][language]})`;
    return `${who.charAt(0).toUpperCase()}${who.slice(1)}${where}${when}`;
  };
  return { sv: write('sv'), en: write('en') };
}

const slowness = ({ p95 }: HandOverResult): number => p95 ?? NEVER;

const slowestFirst = (a: HandOverResult, b: HandOverResult): number => {
  if (a.clock !== b.clock) return a.clock === 'system' ? -1 : 1;
  if (slowness(a) !== slowness(b)) return slowness(b) > slowness(a) ? 1 : -1;
  const [left, right] = [a, b].map(({ from, to, kind }) => `${from.sv} ${to.sv} ${kind}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
};
