import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { RunHistory } from './history.ts';
import { junitXml } from './junit.ts';
import { readinessFrom } from './readiness.ts';
import { answer, caseOf, deckRun, stop } from './testing/deck.ts';
import { runOf, type SyntheticRun } from './testing/synthetic.ts';
import { summarise } from './verdicts.ts';

const RUN: SyntheticRun = {
  instances: 40,
  faults: [
    { kind: 'order-on-laboratory-worklist', every: 2, verdict: 'fail', observed: 'tom <lista> & mer' },
    { kind: 'book-telephone-time', every: 3, verdict: 'unknown', reason: 'Inget svar.' },
    { kind: 'triage', every: 5, verdict: 'not-covered' },
  ],
};
const xmlOfHistory = (run: RunHistory): string => {
  const summary = summarise([run]);
  return junitXml(summary, readinessFrom(summary));
};
const xmlOf = (run: SyntheticRun): string => xmlOfHistory(runOf(run));
const XUNIT = readFileSync(
  path.join(import.meta.dirname, 'testing/published/jenkins-xunit-junit-10.xsd'),
  'utf8',
);
const mistakes = async (xml: string): Promise<string[]> =>
  (await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema: XUNIT })).errors.map(
    ({ message }) => message,
  );

const casesOf = (xml: string): string[] =>
  [...xml.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"/g)].map(([, of, name]) => `${of} ${name}`);

describe('JUnit', () => {
  it("is as the schema of Jenkins' xUnit plugin says", async () => {
    expect(await mistakes(xmlOf(RUN))).toEqual([]);
  });

  it.each([
    ['an attribute that the schema lacks', 'classname=', 'line="3" classname='],
    ['a count that is missing', /tests="\d+" failures="\d+" errors="\d+" skipped/, 'skipped'],
    ['a result that it does not know', /skipped (message|type)/, 'ignored $1'],
  ])('is not with %s', async (_, from, to) => {
    const broken = xmlOf(RUN).replace(from, to);
    expect(broken).not.toBe(xmlOf(RUN));
    expect(await mistakes(broken)).not.toEqual([]);
  });

  it('has the cases of a deck, those that did not hold as failures with what was said', async () => {
    const answers = [
      answer('harm', 'a', [stop('a')]),
      answer('twin', 'a'),
      answer('harm', 'b'),
      answer('twin', 'b'),
    ];
    const xml = xmlOfHistory(deckRun([caseOf('a'), caseOf('b'), caseOf('c')], answers));
    expect(await mistakes(xml)).toEqual([]);
    expect(xml).toMatch(
      /<testsuite name="Beslutsstödets kontrollfall" tests="3" failures="1" errors="0" skipped="1"/,
    );
    expect(xml).toContain(
      '<failure message="faran missad, tvillingen lämnad i fred" type="fail">b 1 mg</failure>',
    );
    expect(xml).toMatch(/<testsuites [^>]*failures="1"/);
  });

  it('calls a case the same in every run of a plan, and no two alike', () => {
    const cases = casesOf(xmlOf(RUN));
    expect(cases).toHaveLength(47);
    expect(new Set(cases).size).toBe(47);
    expect(casesOf(xmlOf({ ...RUN, run: 'en-annan-korning' }))).toEqual(cases);
  });

  it('calls a scenario of features by its flow and channel alone', () => {
    const run = runOf({ instances: 1 });
    const [instance] = run.instances;
    if (instance === undefined) throw new Error('Nothing was played.');
    const named = { ...instance, instance: `${instance.flow.id}/api` };
    const xml = xmlOfHistory({ ...run, instances: [named] });
    expect(casesOf(xml)[0]).toBe(`${instance.flow.id} api`);
  });

  it('says at which line of Gherkin a step stands that did not pass', () => {
    expect(xmlOf(RUN)).toMatch(
      /<failure [^>]*>[^<]*\n {2}features\/exempel\/brostsmarta\.feature:10<\/failure>/,
    );
  });
});
