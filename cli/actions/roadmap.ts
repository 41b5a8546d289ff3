import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { DateTime } from 'luxon';
import { InputError } from '../../domain/input-error.ts';
import type { Stage } from '../../domain/stage.ts';
import { readDecisions } from '../../evidence/decisions.ts';
import { approvalRegister } from '../../reports/approvals/standing.ts';
import { roadmapPage } from '../../reports/roadmap/page.ts';
import { roadmapOf } from '../../reports/roadmap/roadmap.ts';
import { roadmapText } from '../../reports/roadmap/text.ts';
import { type StageWeighed, weighStage } from '../../reports/roadmap/weigh-stage.ts';
import { loadApprovalRules } from '../../scenarios/approval/load-approval-rules.ts';
import { namesOf } from '../../scenarios/find-scenario.ts';
import { loadDeviations } from '../../scenarios/load-deviations.ts';
import { loadRoadmap } from '../../scenarios/roadmap/load-roadmap.ts';
import { RUNS } from '../project.ts';
import { type ReadableRuns, readableRuns } from '../readable-runs.ts';
import { decisionsFolder, newRun } from '../run-folder.ts';
import { approvableIn } from '../stage-approvals.ts';
import { countTraining } from '../training-files.ts';
import { writtenFlows } from '../written-flows.ts';

/** As commander hands them over. */
export interface RoadmapOptions {
  readonly runs?: string;
  readonly decisions?: string;
  readonly training?: readonly string[];
  readonly roster?: string;
  readonly today?: string;
  readonly out?: string;
  readonly json?: true;
}

/** `genrep roadmap`: every stage weighed today, and what is left before each start. */
export async function showRoadmap(planName: string, options: RoadmapOptions): Promise<void> {
  if (options.roster !== undefined && options.training === undefined)
    throw new InputError('Ange kursregistret med --training; schemat säger inte vilka som är utbildade.');
  const now = momentOf(options.today);
  const { plan, stages } = loadRoadmap(planName);
  const runs = await readableRuns(options.runs === undefined ? RUNS : path.resolve(options.runs));
  const weigh = await weigher(runs, options, now);
  const weighed = new Map<string, StageWeighed>();
  for (const [id, stage] of stages) weighed.set(id, await weigh(stage));
  const today = DateTime.fromMillis(now, { zone: ZONE }).toISODate() ?? '';
  const roadmap = roadmapOf(plan, weighed, today, runs.unreadable);
  const { folder } = await newRun(`plan-${plan.name}`, options.out === undefined ? {} : { out: options.out });
  await mkdir(folder, { recursive: true });
  const page = path.join(folder, 'roadmap.html');
  await writeFile(page, roadmapPage(roadmap));
  await writeFile(path.join(folder, 'roadmap.json'), `${JSON.stringify(roadmap, null, 2)}\n`);
  process.stdout.write(options.json ? `${JSON.stringify(roadmap)}\n` : `${roadmapText(roadmap)}\n${page}\n`);
}

const ZONE = 'Europe/Stockholm';

/** The end of the day that is told, so that all that was done on it counts. */
function momentOf(today: string | undefined): number {
  if (today === undefined) return Date.now();
  const day = DateTime.fromISO(today, { zone: ZONE });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || !day.isValid)
    throw new InputError(`--today är "${today}"; skriv en dag som ÅÅÅÅ-MM-DD.`);
  return day.endOf('day').toMillis();
}

/** How a stage is weighed by what there is. */
async function weigher(
  { histories }: ReadableRuns,
  { decisions: folder, training = [], roster }: RoadmapOptions,
  now: number,
): Promise<(stage: Stage) => Promise<StageWeighed>> {
  const flows = await writtenFlows();
  const rules = loadApprovalRules();
  const runs = histories.filter(({ beganAt }) => beganAt <= now);
  return async (stage) => {
    const subjects = approvableIn(stage, flows);
    const deviations = loadDeviations(stage);
    const isTrained = training.length > 0 && namesOf('training').includes(stage.name);
    const files = { records: training, ...(roster === undefined ? {} : { roster }) };
    return weighStage(
      {
        ...{ stage, runs },
        decisions: await readDecisions(
          decisionsFolder(stage.name, folder === undefined ? undefined : path.join(folder, stage.name)),
        ),
        approvalsAt: (decisions, at) => approvalRegister(subjects, decisions, rules, at),
        ...(deviations === undefined ? {} : { deviations }),
        ...(isTrained ? { training: countTraining(stage, files, runs, now) } : {}),
      },
      now,
    );
  };
}
