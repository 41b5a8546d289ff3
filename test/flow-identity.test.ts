import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { compileFlows } from '../flows/compile.ts';
import { loadSteps, type Steps } from '../flows/steps.ts';
import { readHistory } from '../reports/history.ts';
import { runOf, type SyntheticRun } from '../reports/testing/synthetic.ts';
import { trendOf } from '../reports/trend.ts';

const root = path.resolve(import.meta.dirname, '..');
let steps: Steps;
beforeAll(async () => {
  steps = await loadSteps(root);
});

const HEAD = '# language: sv\nEgenskap: Prov\n';
const ORDER = `
  @klass-1
  Scenario: Provet ordineras
    Givet en patient mellan 20 och 30 år
    När läkaren på akuten ordinerar och signerar Kalium som "provet"
    Så ser biomedicinska analytikern på laboratoriet "provet" på arbetslistan inom 5 sekunder
`;
const ARRIVAL = `
  @klass-1
  Scenario: Patienten kommer
    Givet en patient mellan 20 och 30 år
    När medicinska sekreteraren på akuten registrerar patienten för "Hosta"
    Så ser sjuksköterskan på akuten patienten i enhetens lista inom 5 sekunder
`;

async function day(number: number, text: string, options: SyntheticRun = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-identity-'));
  const file = path.join(folder, 'prov.feature');
  await writeFile(file, text);
  const compiled = await compileFlows({ root, steps, paths: [file] });
  const flows = compiled.map((flow) => ({ ...flow, id: `prov/${flow.id.split('/').at(-1)}` }));
  return { ...runOf({ run: `dag-${number}`, flows, ...options }), beganAt: number };
}

it('calls no flow flaky because the scenario above it was removed', async () => {
  const lost = { kind: 'order-on-laboratory-worklist', every: 1, verdict: 'fail' } as const;
  const before = await day(1, HEAD + ORDER + ARRIVAL, { faults: [lost] });
  const trend = trendOf([before, await day(2, HEAD + ARRIVAL)]);
  expect(trend.flaky).toEqual([]);
  expect(trend.findings).toMatchObject([{ flow: 'Provet ordineras', open: true, lastSeen: 'dag-1' }]);
});

it('follows a flow from a run of the time when flows were numbered', async () => {
  const old = await readHistory(path.join(root, 'evidence', 'testing', 'version-2'));
  const [flow] = await compileFlows({
    root,
    steps,
    paths: ['features/akutsjukvard/sepsislarm.feature'],
  }).then((flows) => flows.filter(({ name }) => name === 'Sju poäng räcker för larm'));
  if (flow === undefined) throw new Error('The flow is gone.');
  const now = { ...runOf({ run: 'nu', flows: [flow] }), beganAt: old.beganAt + 1 };
  expect(trendOf([old, now]).flaky).toMatchObject([{ flow: flow.id, name: flow.name, runs: 2, passed: 1 }]);
});
