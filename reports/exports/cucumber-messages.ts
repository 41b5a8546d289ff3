import {
  type Envelope,
  StepKeywordType,
  type Tag,
  TestStepResultStatus,
  TimeConversion,
} from '@cucumber/messages';
import type { CareFlow, CareStep } from '../../domain/care-flow.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { VERDICT_TEXTS } from '../../pages/verdict.ts';
import type { InstanceResult, StepResult } from '../instances.ts';
import type { Summary } from '../verdicts.ts';

const STATUSES: Readonly<Record<Verdict, TestStepResultStatus>> = {
  pass: TestStepResultStatus.PASSED,
  fail: TestStepResultStatus.FAILED,
  error: TestStepResultStatus.FAILED,
  unknown: TestStepResultStatus.UNKNOWN,
  'not-covered': TestStepResultStatus.SKIPPED,
};

/**
 * What was played as Cucumber messages, one JSON a line, for every tool that reads them: the features as they were when
 * the run began, a pickle a flow, a test case an instance. Made from evidence, so it is the same whoever played it.
 */
export const cucumberMessages = (summary: Summary): string =>
  [...messagesOf(summary)].map((message) => `${JSON.stringify(message)}\n`).join('');

function* messagesOf({ runs, instances }: Summary): Generator<Envelope> {
  const [run] = runs;
  if (run === undefined) return;
  const { started, beganAt, lastAt } = run;
  yield {
    meta: {
      protocolVersion: '34.2.1',
      implementation: { name: 'genrep', version: started.genrep },
      runtime: { name: 'genrep' },
      os: { name: 'evidence' },
      cpu: { name: 'evidence' },
    },
  };
  for (const [uri, flows] of Map.groupBy(started.flows, ({ location }) => location.file)) {
    yield { gherkinDocument: documentOf(uri, flows) };
  }
  for (const flow of started.flows) yield { pickle: pickleOf(flow) };
  const timestamp = TimeConversion.millisecondsSinceEpochToTimestamp(beganAt);
  yield { testRunStarted: { id: started.run, timestamp } };
  for (const instance of instances) yield* caseOf(instance, started.run);
  yield {
    testRunFinished: {
      testRunStartedId: started.run,
      success: instances.every(({ verdict }) => verdict === 'pass'),
      timestamp: TimeConversion.millisecondsSinceEpochToTimestamp(lastAt),
    },
  };
}

const stepId = (flow: CareFlow, index: number): string => `${flow.id}/${index}`;
const column = 1;

function documentOf(uri: string, flows: readonly CareFlow[]): NonNullable<Envelope['gherkinDocument']> {
  return {
    uri,
    comments: [],
    feature: {
      location: { line: 1, column },
      tags: [],
      language: 'sv',
      keyword: 'Egenskap',
      name: flows[0]?.feature ?? uri,
      description: '',
      children: flows.map((flow) => ({
        scenario: {
          id: flow.id,
          location: { line: flow.location.line, column },
          tags: flow.tags.map(
            (name): Tag => ({
              name,
              location: { line: flow.location.line, column },
              id: `${flow.id} ${name}`,
            }),
          ),
          keyword: 'Scenario',
          name: flow.name,
          description: '',
          examples: [],
          steps: flow.steps.map((step, index) => ({
            id: stepId(flow, index),
            location: { line: step.location.line, column },
            keyword: `${step.keyword} `,
            keywordType: keywordType(step),
            text: step.text,
          })),
        },
      })),
    },
  };
}

const keywordType = ({ activity }: CareStep): StepKeywordType =>
  activity.type === 'question' ? StepKeywordType.OUTCOME : StepKeywordType.ACTION;

const pickleOf = (flow: CareFlow): NonNullable<Envelope['pickle']> => ({
  id: `pickle ${flow.id}`,
  uri: flow.location.file,
  location: { line: flow.location.line, column },
  name: flow.name,
  language: 'sv',
  astNodeIds: [flow.id],
  tags: flow.tags.map((name) => ({ name, astNodeId: `${flow.id} ${name}` })),
  steps: flow.steps.map((step, index) => ({
    id: `pickle ${stepId(flow, index)}`,
    astNodeIds: [stepId(flow, index)],
    text: step.text,
  })),
});

function* caseOf(instance: InstanceResult, run: string): Generator<Envelope> {
  const { flow, steps } = instance;
  const id = `${run} ${instance.instance}`;
  const begun = steps.flatMap(({ ended }) => ended ?? []);
  const from = Math.min(...begun.map(({ startedAt }) => startedAt), Number.MAX_SAFE_INTEGER);
  const to = Math.max(...begun.map(({ endedAt }) => endedAt), 0);
  yield {
    testCase: {
      id,
      pickleId: `pickle ${flow.id}`,
      testRunStartedId: run,
      testSteps: steps.map(({ index }) => ({
        id: `${id} ${index}`,
        pickleStepId: `pickle ${stepId(flow, index)}`,
        stepDefinitionIds: [],
        stepMatchArgumentsLists: [],
      })),
    },
  };
  const started = `${id} 1`;
  const at = (epoch: number) =>
    TimeConversion.millisecondsSinceEpochToTimestamp(begun.length === 0 ? 0 : epoch);
  yield { testCaseStarted: { id: started, attempt: 0, testCaseId: id, timestamp: at(from) } };
  for (const step of steps) yield* stepOf(step, id, started, at(to));
  yield { testCaseFinished: { testCaseStartedId: started, timestamp: at(to), willBeRetried: false } };
}

function* stepOf(
  { index, verdict, ended, reason }: StepResult,
  id: string,
  testCaseStartedId: string,
  otherwise: { seconds: number; nanos: number },
): Generator<Envelope> {
  const at = (epoch: number | undefined) =>
    epoch === undefined ? otherwise : TimeConversion.millisecondsSinceEpochToTimestamp(epoch);
  const said = [
    reason?.sv,
    ended?.expected && `Förväntat: ${ended.expected}`,
    ended?.observed && `Sett: ${ended.observed}`,
  ];
  const message = said.filter((part) => part !== undefined && part !== '').join('\n');
  const base = { testCaseStartedId, testStepId: `${id} ${index}` };
  yield { testStepStarted: { ...base, timestamp: at(ended?.startedAt) } };
  yield {
    testStepFinished: {
      ...base,
      timestamp: at(ended?.endedAt),
      testStepResult: {
        status: STATUSES[verdict],
        duration: TimeConversion.millisecondsToDuration(
          ended === undefined ? 0 : ended.endedAt - ended.startedAt,
        ),
        ...(verdict === 'pass' ? {} : { message: message === '' ? VERDICT_TEXTS[verdict].sv : message }),
      },
    },
  };
}
