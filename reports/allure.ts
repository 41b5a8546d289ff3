import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import {
  type Attachment,
  type Label,
  Severity,
  Stage,
  Status,
  type StepResult,
  type TestResult,
} from 'allure-js-commons';
import { FileSystemWriter } from 'allure-js-commons/sdk/reporter';
import type { SafetyClass } from '../domain/care-flow.ts';
import type { AttachmentKept } from '../domain/evidence.ts';
import type { Verdict } from '../domain/verdict.ts';
import { VERDICT_TEXTS } from '../pages/verdict.ts';
import type { StepResult as CareStepResult, InstanceResult } from './instances.ts';
import type { Summary } from './verdicts.ts';

const STATUSES: Readonly<Record<Verdict, Status>> = {
  pass: Status.PASSED,
  fail: Status.FAILED,
  error: Status.BROKEN,
  unknown: Status.BROKEN,
  'not-covered': Status.SKIPPED,
};

const SEVERITIES: Readonly<Record<SafetyClass, Severity>> = {
  1: Severity.BLOCKER,
  2: Severity.CRITICAL,
  3: Severity.NORMAL,
};

/**
 * Writes Allure results of one run, one for every flow instance, into a folder that is emptied first. Attachments are
 * copied from the run's folder; one that is no longer there is left out.
 */
export async function writeAllureResults(
  summary: Summary,
  runFolder: string,
  resultsFolder: string,
): Promise<void> {
  await rm(resultsFolder, { recursive: true, force: true });
  const writer = new FileSystemWriter({ resultsDir: resultsFolder });
  const copies = new Map<string, string>();
  const copy = (kept: AttachmentKept): Attachment[] => {
    const from = join(runFolder, kept.file);
    if (!existsSync(from)) return [];
    const source = `${idOf(kept.instance, kept.file)}-attachment${extname(kept.file)}`;
    copies.set(source, from);
    return [{ name: kept.title, type: kept.mediaType, source }];
  };
  const results = summary.instances.map((instance) => resultOf(instance, copy));
  await mkdir(resultsFolder, { recursive: true });
  await inTurns(results, (result) =>
    writeFile(join(resultsFolder, `${result.uuid}-result.json`), JSON.stringify(result)),
  );
  await inTurns([...copies], ([source, from]) => copyFile(from, join(resultsFolder, source)));
  const [run] = summary.runs;
  if (run === undefined) return;
  const { system, seed, genrep, planHash } = run.started;
  writer.writeEnvironmentInfo({
    ...(system === undefined ? {} : { System: `${system.name}, ${system.software} ${system.version}` }),
    Genrep: genrep,
    Seed: String(seed),
    Stage: summary.stage.title,
    ...(planHash === undefined ? {} : { Plan: planHash }),
  });
}

/** Files written at the same time; more would only wait for the disk. */
const AT_ONCE = 32;

/** Allure's own writer syncs every file, which takes seconds of a thousand; what can be made again needs no such care. */
async function inTurns<T>(all: readonly T[], write: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await Promise.all(all.slice(from, from + AT_ONCE).map(write));
  }
}

type Copy = (kept: AttachmentKept) => Attachment[];

/** The same instance has the same name in every report made of the same evidence. */
const idOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);

function resultOf(instance: InstanceResult, copy: Copy): TestResult {
  const { flow, run, channel, verdict, steps, attachments } = instance;
  const worstStep = steps.find((step) => step.verdict === verdict && verdict !== 'pass');
  const ended = steps.flatMap((step) => step.ended ?? []);
  return {
    uuid: idOf(run, instance.instance),
    historyId: idOf(flow.id, channel, instance.instance),
    // Of the instance too: Allure takes results of one case and the same parameters for retries, and shows only the last.
    testCaseId: idOf(flow.id, instance.instance),
    name: `${flow.name} ${instance.instance}`,
    fullName: `${flow.location.file}:${flow.location.line} ${instance.instance}`,
    titlePath: [flow.setting, flow.feature],
    status: STATUSES[verdict],
    statusDetails: worstStep === undefined ? {} : detailsOf(worstStep),
    stage: Stage.FINISHED,
    labels: labelsOf(instance),
    links: [],
    parameters: [
      { name: 'channel', value: channel },
      { name: 'patient', value: instance.history.started.patient, excluded: true },
      { name: 'verdict', value: VERDICT_TEXTS[verdict].sv, excluded: true },
    ],
    steps: steps.map((step) => stepOf(step, attachments, copy)),
    attachments: attachments.filter(({ step }) => step === undefined).flatMap(copy),
    ...(ended.length === 0 ? {} : spanOf(ended)),
  };
}

const spanOf = (ended: readonly { readonly startedAt: number; readonly endedAt: number }[]) => ({
  start: Math.min(...ended.map(({ startedAt }) => startedAt)),
  stop: Math.max(...ended.map(({ endedAt }) => endedAt)),
});

function labelsOf({ flow, channel }: InstanceResult): Label[] {
  return [
    { name: 'epic', value: flow.setting },
    { name: 'feature', value: flow.feature },
    { name: 'story', value: flow.name },
    { name: 'parentSuite', value: flow.setting },
    { name: 'suite', value: flow.feature },
    { name: 'subSuite', value: flow.name },
    { name: 'severity', value: SEVERITIES[flow.safetyClass] },
    { name: 'layer', value: channel },
    { name: 'framework', value: 'genrep' },
    ...flow.requirements.map((value) => ({ name: 'tag', value })),
  ];
}

function stepOf(result: CareStepResult, attachments: readonly AttachmentKept[], copy: Copy): StepResult {
  const { step, verdict, ended, index } = result;
  return {
    name: `${step.keyword} ${step.text}`.trim(),
    status: STATUSES[verdict],
    statusDetails: verdict === 'pass' ? {} : detailsOf(result),
    stage: Stage.FINISHED,
    steps: [],
    parameters: [],
    attachments: attachments.filter((kept) => kept.step === index).flatMap(copy),
    ...(ended === undefined ? {} : { start: ended.startedAt, stop: ended.endedAt }),
  };
}

const detailsOf = ({ step, reason, verdict, ended }: CareStepResult) => ({
  message: `${step.text}: ${reason?.sv ?? VERDICT_TEXTS[verdict].sv}`,
  ...(ended?.expected === undefined ? {} : { expected: ended.expected }),
  ...(ended?.observed === undefined ? {} : { actual: ended.observed }),
});
