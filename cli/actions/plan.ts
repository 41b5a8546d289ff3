import process from 'node:process';
import type { ActivityKind } from '../../domain/activity.ts';
import type { Vocabulary } from '../../domain/area.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import type { Approved } from '../../reports/approvals/standing.ts';
import { whyNot } from '../../reports/approvals/words.ts';
import { flowSubject } from '../../scenarios/approval/content.ts';
import type { Capability, CareSystem, Channel } from '../../systems/care-system.ts';
import { careAreas } from '../care-areas.ts';
import { connectSystems } from '../connected-systems.ts';
import { interruptible } from '../interruption.ts';
import { type PreparedDay, prepareDay } from '../prepare-day.ts';
import { RUNS } from '../project.ts';
import { readApprovals } from '../stage-approvals.ts';
import { openSystemUnderTest } from '../system-under-test.ts';

/** As commander hands them over. */
export interface PlanOptions {
  readonly system: string;
  readonly seed: number;
  readonly uiShare: number;
  readonly json?: true;
}

/** What each driver says of one kind of step. */
interface Testability {
  readonly kind: ActivityKind;
  readonly steps: number;
  readonly by: Readonly<Record<Channel, Capability>>;
}

/** `genrep plan`: reads what the system says of itself and writes nothing in it. */
export async function showPlan(dayName: string, { json, ...options }: PlanOptions): Promise<void> {
  const prepared = await prepareDay(dayName, options);
  const { flows, plan, inNoDay } = prepared;
  const unapproved = await unapprovedOf(prepared);
  await interruptible(async (signal) => {
    const system = await openSystemUnderTest({ system: options.system, faults: [] });
    try {
      const { profile } = system;
      const channels = new Set<Channel>(profile.ui === undefined ? [] : ['ui']);
      const systems = await connectSystems({
        profile,
        channels,
        recordings: RUNS,
        pageSnapshots: false,
        signal,
      });
      try {
        const testability = testabilityOf(flows, systems.byChannel);
        process.stdout.write(
          json
            ? `${JSON.stringify({ plan, testability, inNoDay: inNoDay.map(({ id }) => id), unapproved })}\n`
            : describe(prepared, testability, unapproved, (await careAreas()).vocabulary),
        );
      } finally {
        await systems.close();
      }
    } finally {
      await system.close();
    }
  });
}

function testabilityOf(
  flows: readonly CareFlow[],
  { api, ui }: Readonly<Record<Channel, CareSystem>>,
): Testability[] {
  const counts = new Map<ActivityKind, number>();
  for (const { activity } of flows.flatMap(({ steps }) => steps)) {
    if (activity.type !== 'wait') counts.set(activity.kind, (counts.get(activity.kind) ?? 0) + 1);
  }
  const noUi: Capability = { supported: false, reason: 'Profilen anger ingen klient.' };
  return [...counts].map(([kind, steps]) => ({
    kind,
    steps,
    by: { api: api.capability(kind), ui: ui.channel === 'ui' ? ui.capability(kind) : noUi },
  }));
}

function describe(
  { plan, flows, inNoDay }: PreparedDay,
  testability: readonly Testability[],
  unapproved: readonly Approved[],
  words: Vocabulary,
): string {
  const lines = [
    `${plan.day}: ${plan.flows.length} flöden, frö ${plan.seed}, plan ${plan.hash.slice(0, 12)}`,
    '',
  ];
  for (const flow of flows) {
    const instances = plan.flows.filter((planned) => planned.flow === flow.id);
    const ui = instances.filter(({ channel }) => channel === 'ui').length;
    lines.push(`${`${instances.length}`.padStart(5)}  ${flow.id}  ${flow.name} (${ui} i webbläsare)`);
  }
  lines.push(...inNoDayLines(inNoDay), ...unapprovedLines(unapproved));
  const rows = testability.map(({ kind, by }) => ({ name: `${words.name(kind).sv} (${kind})`, by }));
  const width = Math.max(HEAD.length, ...rows.map(({ name }) => name.length)) + 2;
  const mark = ({ supported }: Capability): string => (supported ? 'ja' : 'nej').padEnd(5);
  lines.push('', `${HEAD.padEnd(width)}api  webbläsare`);
  for (const { name, by } of rows) lines.push(`${name.padEnd(width)}${mark(by.api)}${mark(by.ui)}`.trimEnd());
  const reasons = new Set(
    testability.flatMap(({ by }) => Object.values(by).flatMap((can) => (can.supported ? [] : [can.reason]))),
  );
  for (const reason of reasons) lines.push(`  ${reason}`);
  return `${lines.join('\n')}\n`;
}

const HEAD = 'Steg som kan prövas';

/** A flow that is written and forgotten would be taken for rehearsed. */
const inNoDayLines = (flows: readonly CareFlow[]): string[] =>
  flows.length === 0
    ? []
    : [
        '',
        'I ingen dag; ge dem en rad under mix i dagens fil, annars spelas de bara av genrep features:',
        ...flows.map(({ id, name }) => `       ${id}  ${name}`),
      ];

/** The day's flows that no clinical role stands for as they now read. */
async function unapprovedOf({ stage, flows }: PreparedDay): Promise<readonly Approved[]> {
  const { approved } = await readApprovals(stage, flows.map(flowSubject), Date.now());
  return approved.filter(({ standing }) => standing !== 'approved');
}

const unapprovedLines = (unapproved: readonly Approved[]): string[] =>
  unapproved.length === 0
    ? []
    : [
        '',
        `Inte kliniskt godkända (genrep approve), ${unapproved.filter(({ subject }) => subject.safetyClass === 1).length} av dem i klass 1:`,
        ...unapproved.map((one) => `    ${one.subject.safetyClass}  ${whyNot(one).sv}`),
      ];
