import { create, type XMLElement } from 'xmlbuilder';
import type { Verdict } from '../domain/verdict.ts';
import type { Bilingual } from '../pages/bilingual.ts';
import { VERDICT_TEXTS } from '../pages/verdict.ts';
import type { Suite } from './aspects/aspect.ts';
import { ASPECTS } from './aspects/index.ts';
import { findingText } from './exports/sarif.ts';
import type { InstanceResult, StepResult } from './instances.ts';
import type { GateResult } from './judge-gates.ts';
import type { MonitorResult } from './monitors.ts';
import type { Readiness } from './readiness.ts';
import type { Summary } from './verdicts.ts';

/**
 * The run as JUnit XML, as Jenkins' xUnit plugin takes it (junit-10.xsd): a suite a flow, a case an instance, called the
 * same in every run of the same plan. What runs were about beside flows has suites of its own. `error` and `unknown` are errors, `not-covered` is skipped. A suite of its own has
 * the gates of the stage, so that a run of which nothing failed still shows those that are open.
 */
export function junitXml(summary: Summary, readiness: Readiness): string {
  const { conclusion, gates, elsewhere } = readiness;
  const { instances, flows, monitors } = summary;
  const beside = ASPECTS.flatMap((aspect) => aspect.suite(readiness) ?? []);
  const { skipped: _, ...all } = totals(
    instances,
    [...gates, ...elsewhere],
    monitors,
    ...beside.map(suiteTotals),
  );
  const root = create('testsuites', { encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' })
    .att('name', summary.runs.map(({ started }) => started.title).join(', '))
    .att(all);
  for (const { flow } of flows) {
    const own = instances.filter((instance) => instance.flow.id === flow.id);
    const suite = root.ele('testsuite', {
      name: flow.name,
      ...totals(own),
      file: flow.location.file,
    });
    const properties = suite.ele('properties');
    properties.ele('property', { name: 'safetyClass', value: flow.safetyClass });
    for (const id of flow.requirements) properties.ele('property', { name: 'requirement', value: id });
    for (const instance of own) {
      const { verdict } = instance;
      const testcase = suite.ele('testcase', {
        classname: flow.id,
        name: nameOf(instance),
        time: seconds(instance),
      });
      const outcome = OUTCOMES[verdict];
      if (outcome === undefined) continue;
      testcase.ele(outcome, { message: messageOf(instance), type: verdict }, textOf(instance));
    }
  }
  monitorSuite(root, monitors);
  for (const suite of beside) besideSuite(root, suite);
  gateSuite(root, summary.stage.title, [...gates, ...elsewhere]).ele(
    'system-out',
    {},
    `${conclusion.headline.sv}. ${conclusion.stage.sv}`,
  );
  return `${root.end({ pretty: true })}\n`;
}

/** Of what a run was about beside flows. */
function besideSuite(root: XMLElement, beside: Suite): void {
  const suite = root.ele('testsuite', { name: beside.name, ...suiteTotals(beside), time: '0.000' });
  for (const { classname, name, verdict, message, text } of beside.cases) {
    const testcase = suite.ele('testcase', { classname, name, time: '0.000' });
    const outcome = OUTCOMES[verdict];
    if (outcome === undefined) continue;
    if (text === undefined) testcase.ele(outcome, { message, type: verdict });
    else testcase.ele(outcome, { message, type: verdict }, text);
  }
}

function suiteTotals({ cases }: Suite): SuiteTotals {
  const count = (outcome: string) => cases.filter(({ verdict }) => OUTCOMES[verdict] === outcome).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

/** What was seen beside the steps: a case a monitor; one that had nothing to look at, or could not, is skipped. */
function monitorSuite(root: XMLElement, monitors: readonly MonitorResult[]): void {
  if (monitors.length === 0) return;
  const count = (outcome: string) => monitors.filter((each) => monitorOutcome(each) === outcome).length;
  const suite = root.ele('testsuite', {
    name: 'Vad som hände utöver stegen',
    ...{
      tests: monitors.length,
      failures: count('failure'),
      errors: 0,
      skipped: count('skipped'),
      time: '0.000',
    },
  });
  for (const monitor of monitors) {
    const testcase = suite.ele('testcase', {
      classname: 'övervakare',
      name: `${monitor.id}: ${monitor.sv}`,
      time: '0.000',
    });
    const outcome = monitorOutcome(monitor);
    if (outcome === undefined) continue;
    const lines = monitor.failures.map(findingText);
    const message = lines[0] ?? monitor.reason ?? 'Ingenting hände som den kunde pröva.';
    testcase.ele(outcome, { message, ...(outcome === 'failure' ? { type: 'fail' } : {}) }, lines.join('\n'));
  }
}

const monitorOutcome = ({ verdict }: MonitorResult): 'failure' | 'skipped' | undefined =>
  verdict === 'pass' ? undefined : verdict === 'fail' ? 'failure' : 'skipped';

/** A gate that failed is told by the flows that failed; it is open here, and is no failure of a test a second time. */
function gateSuite(root: XMLElement, stage: string, gates: readonly GateResult[]): XMLElement {
  const open = gates.filter(({ verdict }) => verdict !== 'pass');
  const suite = root.ele('testsuite', {
    name: `Grindar: ${stage}`,
    ...{ tests: gates.length, failures: 0, errors: 0, skipped: open.length, time: '0.000' },
  });
  for (const { id, sv, verdict, owner, closedBy } of gates) {
    const testcase = suite.ele('testcase', { classname: 'grindar', name: `${id}: ${sv}`, time: '0.000' });
    if (verdict === 'pass') continue;
    const message = [VERDICT_TEXTS[verdict].sv, owner?.sv, closedBy?.sv].filter((part) => part !== undefined);
    testcase.ele('skipped', { message: message.join('. ') });
  }
  return suite;
}

/** An instance of `features` is named by its flow and channel already. */
const nameOf = ({ flow, instance, channel }: InstanceResult): string =>
  instance === `${flow.id}/${channel}` ? channel : `${instance} (${channel})`;

const OUTCOMES: Readonly<Partial<Record<Verdict, 'failure' | 'error' | 'skipped'>>> = {
  fail: 'failure',
  error: 'error',
  unknown: 'error',
  'not-covered': 'skipped',
};

/** How many cases a suite of its own has, and how they ended. */
interface SuiteTotals {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function totals(
  instances: readonly InstanceResult[],
  gates: readonly GateResult[] = [],
  monitors: readonly MonitorResult[] = [],
  ...others: readonly SuiteTotals[]
) {
  const sum = (key: keyof SuiteTotals) => others.reduce((total, one) => total + one[key], 0);
  const seen = (outcome: string) => monitors.filter((each) => monitorOutcome(each) === outcome).length;
  const count = (outcome: string) => instances.filter(({ verdict }) => OUTCOMES[verdict] === outcome).length;
  return {
    tests: instances.length + gates.length + monitors.length + sum('tests'),
    failures: count('failure') + seen('failure') + sum('failures'),
    errors: count('error') + sum('errors'),
    skipped:
      sum('skipped') +
      count('skipped') +
      seen('skipped') +
      gates.filter(({ verdict }) => verdict !== 'pass').length,
    time: instances.reduce((sum, instance) => sum + Number(seconds(instance)), 0).toFixed(3),
  };
}

/** Real time between the first step's beginning and the last step's end. */
function seconds({ steps }: InstanceResult): string {
  const ended = steps.flatMap((step) => step.ended ?? []);
  const from = Math.min(...ended.map(({ startedAt }) => startedAt));
  const to = Math.max(...ended.map(({ endedAt }) => endedAt));
  return ended.length === 0 ? '0.000' : ((to - from) / 1_000).toFixed(3);
}

const notPassed = ({ steps }: InstanceResult): StepResult[] =>
  steps.filter(({ verdict }) => verdict !== 'pass');

function messageOf(instance: InstanceResult): string {
  const step = notPassed(instance).find(({ verdict }) => verdict === instance.verdict);
  return step === undefined ? VERDICT_TEXTS[instance.verdict].sv : `${step.step.text}: ${saidOf(step)}`;
}

const textOf = (instance: InstanceResult): string =>
  notPassed(instance)
    .map(({ step, verdict, ...result }) => {
      const { file, line } = step.location;
      const said = saidOf({ step, verdict, ...result });
      return `${VERDICT_TEXTS[verdict].symbol} ${step.keyword} ${step.text}: ${said}\n  ${file}:${line}`;
    })
    .join('\n');

function saidOf({ verdict, reason, ended }: StepResult): string {
  const parts: (Bilingual | string | undefined)[] = [
    reason ?? VERDICT_TEXTS[verdict],
    ended?.expected && `Förväntat: ${ended.expected}.`,
    ended?.observed && `Sett: ${ended.observed}.`,
  ];
  return parts
    .flatMap((part) => (part === undefined || part === '' ? [] : typeof part === 'string' ? part : part.sv))
    .join(' ');
}
