import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readinessFrom, readinessOf } from '../readiness.ts';
import sarifSchema from '../testing/published/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { STAGE } from '../testing/stage.ts';
import { runOf, type SyntheticRun } from '../testing/synthetic.ts';
import { summarise } from '../verdicts.ts';
import { azureCsv } from './azure-csv.ts';
import { csv } from './csv.ts';
import { cucumberMessages } from './cucumber-messages.ts';
import { githubAnnotations } from './github-annotations.ts';
import { sarif } from './sarif.ts';
import { stepsNdjson } from './steps-ndjson.ts';
import { xrayJson } from './xray-json.ts';

const RUN: SyntheticRun = {
  instances: 40,
  faults: [
    {
      kind: 'order-on-laboratory-worklist',
      every: 2,
      verdict: 'fail',
      expected: 'Troponin T, på listan: 100 %',
      observed: 'tom\nlista',
      reason: 'Syntes inte inom 5 s.',
    },
    { kind: 'book-telephone-time', every: 3, verdict: 'unknown', reason: 'Inget svar.' },
    { kind: 'triage', every: 5, verdict: 'not-covered' },
  ],
};
const summary = summarise([runOf(RUN)]);
const readiness = readinessFrom(summary);
const lines = (text: string) => text.trimEnd().split('\n');

describe('cucumber messages', () => {
  const messages = lines(cucumberMessages(summary)).map((line) => JSON.parse(line));
  const schema = JSON.parse(
    readFileSync(
      path.join(import.meta.dirname, '../../node_modules/@cucumber/messages/messages.schema.json'),
      'utf8',
    ),
  );

  it('are as the schema of @cucumber/messages says, and a broken one is not', () => {
    const ajv = new Ajv2020({ strict: false });
    const validate = ajv.compile(schema);
    for (const message of messages) expect(validate(message), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ testCaseStarted: { id: 'x' } })).toBe(false);
  });

  it('hang together: every case has its pickle and ends, with the worst result of a failing step', () => {
    const of = (kind: string) => messages.flatMap((message) => message[kind] ?? []);
    const pickles = new Set(of('pickle').map(({ id }: { id: string }) => id));
    expect(of('testCase')).toHaveLength(40);
    expect(of('testCase').every(({ pickleId }: { pickleId: string }) => pickles.has(pickleId))).toBe(true);
    expect(of('testCaseFinished')).toHaveLength(40);
    const failed = of('testStepFinished').filter(
      ({ testStepResult }: { testStepResult: { status: string } }) => testStepResult.status === 'FAILED',
    );
    expect(failed).toHaveLength(2);
    expect(failed[0].testStepResult.message).toContain('Sett: tom\nlista');
    expect(of('testRunFinished')[0].success).toBe(false);
  });
});

describe('SARIF', () => {
  const [run] = JSON.parse(sarif(readiness)).runs;

  it('has a finding a failing step and requirement, at its line, with a fingerprint that stays', () => {
    const finding = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'KRAV-LAB-01');
    expect(finding).toMatchObject({
      level: 'error',
      message: { text: expect.stringContaining('Förväntat: Troponin T') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'features/exempel/brostsmarta.feature' },
            region: { startLine: 10 },
          },
        },
      ],
      partialFingerprints: { 'genrepStep/v1': 'brostsmarta/brostsmarta 4 fail' },
    });
  });

  it('has a place for every finding: a step its line, a gate its line in the stage file, or that file', () => {
    const places = run.results.map(
      ({ locations }: { locations?: { physicalLocation: { region: { startLine: number } } }[] }) =>
        locations?.[0]?.physicalLocation.region.startLine,
    );
    expect(places.filter((line: number | undefined) => line === undefined)).toEqual([]);
    const [gate] = STAGE.gates;
    if (gate === undefined) throw new Error('The stage has no gate.');
    const location = { file: 'scenarios/stages/etapp 1.yaml', line: 17 };
    const stage = { ...STAGE, gates: [{ ...gate, location }] };
    const [placed] = JSON.parse(sarif(readinessOf([runOf({ ...RUN, stage })]))).runs;
    const found = placed.results.find(({ ruleId }: { ruleId: string }) => ruleId === gate.id);
    expect(found.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'scenarios/stages/etapp%201.yaml' },
          region: { startLine: 17 },
        },
      },
    ]);
  });

  it('is as the whole schema of SARIF 2.1.0 says, and a broken one is not', () => {
    const formats = {
      uri: (text: string) => URL.canParse(text),
      'uri-reference': (text: string) => encodeURI(decodeURI(text)) === text,
      'date-time': true,
    } as const;
    // Draft 4, of which the schema uses nothing that later drafts read otherwise but how it names itself; one of its
    // patterns has a bracket too many, which only regular expressions without Unicode let pass.
    const { $schema: _, id: __, ...schema } = sarifSchema;
    const validate = new Ajv({ formats, strict: false, unicodeRegExp: false }).compile(schema);
    const log = JSON.parse(sarif(readiness));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const breakings: ((first: Record<string, unknown>) => void)[] = [
      (first) => Object.assign(first, { level: 'fatal' }),
      (first) => Object.assign(first, { severity: 'high' }),
      (first) => Object.assign(first, { ruleIndex: -2 }),
      (first) => Reflect.deleteProperty(first, 'message'),
      (first) => Object.assign(first, { partialFingerprints: { 'genrepStep/v1': 4 } }),
      (first) => Object.assign(first, { locations: [{ physicalLocation: { region: { startLine: 1 } } }] }),
    ];
    for (const spoil of breakings) {
      const broken = structuredClone(log);
      spoil(broken.runs[0].results[0]);
      expect(validate(broken), spoil.toString()).toBe(false);
    }
  });

  it('names a rule for every finding', () => {
    const rules = new Set(run.tool.driver.rules.map(({ id }: { id: string }) => id));
    expect(run.results.length).toBeGreaterThan(2);
    expect(run.results.filter(({ ruleId }: { ruleId: string }) => !rules.has(ruleId))).toEqual([]);
  });
});

it('GitHub annotations stand at the line of Gherkin, with what would break them escaped', () => {
  const [told, first] = lines(githubAnnotations(readiness));
  expect(told).toBe(`::notice title=${readiness.conclusion.headline.sv}::${readiness.conclusion.stage.sv}`);
  expect(first).toBe(
    '::error file=features/exempel/brostsmarta.feature,line=10,title=KRAV-LAB-01 Bröstsmärta på akuten::' +
      'Bröstsmärta på akuten: biomedicinska analytikern ser ordinationen på arbetslistan inom 5 s (2 av 5). ' +
      'Syntes inte inom 5 s. Förväntat: Troponin T, på listan: 100 %25. Sett: tom%0Alista.',
  );
});

it('Xray has a test a flow with its status and its requirements', () => {
  const { info, tests } = JSON.parse(xrayJson(summary));
  expect(info.startDate).toMatch(/^2026-11-23T05:00:00Z$/);
  expect(tests).toHaveLength(8);
  expect(tests[0]).toMatchObject({
    status: 'FAILED',
    testInfo: {
      definition: 'brostsmarta/brostsmarta',
      labels: expect.arrayContaining(['KRAV-LAB-01', 'klass-1']),
    },
  });
});

it('Azure DevOps has a case a flow, with its steps numbered', () => {
  const rows = azureCsv(summary).split('\r\n');
  expect(rows[0]).toBe('\uFEFFID,Work Item Type,Title,Test Step,Step Action,Step Expected');
  expect(rows.filter((row) => row.includes('Test Case'))).toHaveLength(8);
  expect(rows[3]).toBe(',,,2,Se efter,Så sjuksköterskan på akuten ser patienten i enhetens lista');
});

it('CSV quotes what it must and lets no cell become a formula', () => {
  expect(csv([['a"b', 'c,d', '=HYPERLINK(1)', -1, undefined]])).toBe(
    '\uFEFF"a""b","c,d",\'=HYPERLINK(1),-1,\r\n',
  );
});

it('NDJSON has a flat row a step, every column in every row', () => {
  const rows = lines(stepsNdjson(summary)).map((line) => JSON.parse(line));
  expect(rows).toHaveLength(summary.instances.flatMap(({ steps }) => steps).length);
  const columns = new Set(rows.map((row) => Object.keys(row).join()));
  expect(columns.size).toBe(1);
  expect(rows.find(({ verdict }) => verdict === 'fail')).toMatchObject({
    kind: 'order-on-laboratory-worklist',
    requirements: ['KRAV-LAB-01'],
    limit_ms: 5_000,
  });
});
