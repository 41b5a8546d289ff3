import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../cli/project.ts';
import type { CareFlow } from '../../../domain/care-flow.ts';
import { InputError } from '../../../domain/input-error.ts';
import { compileFlows } from '../../../flows/compile.ts';
import { loadSteps } from '../../../flows/steps.ts';
import { namesOf } from '../../../scenarios/find-scenario.ts';
import { prepareSimulation } from '../prepare.ts';
import { loadFactors } from './load-factor.ts';
import { capacityChanges, workedShifts } from './shifts.ts';
import { HOUR } from './time.ts';

const text = readFileSync(path.join(ROOT, 'scenarios/simulation/sas-vardag.yaml'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'genrep-model-'));
let flows: CareFlow[];
beforeAll(async () => {
  flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
});
afterAll(() => rmSync(folder, { recursive: true }));

function refusalOf(day: string, whatIfs: readonly string[] = []): string {
  try {
    prepareSimulation(day, whatIfs, flows);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('The day was accepted.');
}

function changed(from: string, to: string): string {
  expect(text).toContain(from);
  return written('dag.yaml', text.replace(from, to));
}

function written(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const question = (change: string): string =>
  written(
    'fraga.yaml',
    `name: q\nsv: q\nen: q\nvariants:\n  - sv: a\n    en: a\n    changes:\n      - ${change}\n`,
  );

it('builds the weekday and every question to it', () => {
  const { model, questions } = prepareSimulation('sas-vardag', namesOf('what-if'), flows);
  expect(questions).toHaveLength(6);
  expect(model.streams.filter(({ variants }) => variants.every(({ steps }) => steps.length === 0))).toEqual(
    [],
  );
});

describe('what nobody can do is refused before anything is played', () => {
  it('a step of a flow whose role nobody fills, pointing at the flow in the day', () => {
    const from = text.slice(text.indexOf('  - unit: sas-farmaci\n'), text.indexOf('  - unit: vc-ekbacken\n'));
    const message = refusalOf(changed(from, ''));
    expect(message).toMatch(
      /sas-vardag\.yaml:\d+:\d+: .*behöver rollen farmaceut på sas-farmaci, som ingen fyller/,
    );
  });

  it('a step that no role of the unit may do', () => {
    const message = refusalOf(
      changed(
        'handle-rack:\n    - { roles: [biomedical-scientist]',
        'handle-rack:\n    - { roles: [pharmacist]',
      ),
    );
    expect(message).toMatch(/dag\.yaml:\d+:\d+: .*"handle-rack" på sas-lab får ingen roll på enheten göra/);
  });

  it('a step that another role may do', () => {
    const message = refusalOf(
      changed('- { task: clinic-visit, role: nurse }', '- { task: clinic-visit, role: assistant-nurse }'),
    );
    expect(message).toContain('får inte göras av rollen undersköterska, bara av sjuksköterska, läkare');
  });

  it('a queue that can only grow, with its load factor', () => {
    const message = refusalOf(changed('curve: akuten, perDay: 140', 'curve: akuten, perDay: 400'));
    expect(message).toMatch(
      /dag\.yaml:\d+:\d+: Kön till läkare på sas-akuten kan bara växa: .* belastning \d{3} %; bemanna mer/,
    );
  });

  it('a question in which a queue can only grow, pointing at the variant', () => {
    expect(
      refusalOf('sas-vardag', [question('{ kind: pace, roles: [physician], factor: 3, assumption: true }')]),
    ).toMatch(/fraga\.yaml:5:\d+: I "a" kan kön till läkare på .* bara växa/);
  });

  it.each([
    '{ kind: pace, factor: 1, assumption: true }',
    '{ kind: pace, tasks: [finns-inte], factor: 2, assumption: true }',
    '{ kind: staffing, unit: sas-akuten, role: pharmacist, shift: day, change: 1, assumption: true }',
    '{ kind: staffing, unit: sas-akuten, role: nurse, shift: day, change: 0, assumption: true }',
    '{ kind: arrivals, pathways: [finns-inte], factor: 2, assumption: true }',
    '{ kind: beds, unit: sas-lab, change: 2, assumption: true }',
    '{ kind: closed-ward, unit: sas-medicin-5, to: sas-medicin-3, moved: 0.2, assumption: true }',
    '{ kind: downtime, from: "10:00", to: "10:00", paper: 2, backEntry: { kind: constant, value: 1 }, assumption: true }',
  ])('a change that changes nothing: %s', (change) => {
    expect(refusalOf('sas-vardag', [question(change)])).toMatch(/fraga\.yaml:8:\d+: .*ändrar ingenting/);
  });
});

it('knows the load of everybody, by means', () => {
  const { model } = prepareSimulation('sas-vardag', [], flows);
  const rack = loadFactors({
    ...model,
    streams: model.streams.filter(({ key }) => key === 'provstall'),
  }).find(({ staff }) => staff.unit === 'sas-lab');
  expect(rack?.work).toBeCloseTo((140 * (8 + 14 + 25)) / 3, 6);
});

it('cuts shifts to the day that begins at the census', () => {
  const night = { shift: 'night', from: '21:00', to: '07:30', overnight: true, count: 2 } as const;
  const worked = workedShifts(night, 7 * 60);
  expect(worked.map(({ from, to }) => [from / HOUR, to / HOUR])).toEqual([
    [0, 0.5],
    [14, 24],
  ]);
  expect(capacityChanges(worked).map(({ at, capacity }) => [at / HOUR, capacity])).toEqual([
    [0, 2],
    [0.5, 0],
    [14, 2],
    [24, 0],
  ]);
});
