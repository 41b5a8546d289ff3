import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../cli/project.ts';
import { compileFlows } from '../../../flows/compile.ts';
import { loadSteps } from '../../../flows/steps.ts';
import { loadDay } from '../../../scenarios/load-day.ts';
import { interval } from '../../kernel/index.ts';
import { type PreparedSimulation, prepareSimulation } from '../prepare.ts';
import { type SimulationResult, simulationResult } from '../result.ts';
import { simulate } from '../simulate.ts';
import { resultText } from '../terminal.ts';
import { simulationPage } from './page.ts';

let result: SimulationResult;
let prepared: PreparedSimulation;
beforeAll(async () => {
  const flows = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  prepared = prepareSimulation('sas-vardag', ['driftstopp'], flows);
  result = await simulationResult(prepared, { replications: 5, seed: 1 });
});

describe('the page', () => {
  it('is one file that needs nothing else, with every figure in both languages', () => {
    const page = simulationPage(result);
    expect(page).not.toMatch(/(src|href)=|url\((?!#)|@import/);
    expect(page).not.toMatch(/undefined|NaN/);
    expect(page).toContain('Driftstopp i fyra timmar med papper och efterregistrering');
    expect(page).toContain('Downtime of four hours with paper and back-entry');
    expect(page.match(/<svg /g)).toHaveLength(result.bands.length);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same for the same result, wherever and whenever it is made', () => {
    expect(simulationPage(result)).toBe(simulationPage(result));
  });

  it('escapes what it is given', () => {
    expect(simulationPage({ ...result, title: '<b>' })).not.toContain('<b>');
  });
});

it('shows a band for the queue of every staffed unit and the places of three', () => {
  const of = (group: string) => result.bands.filter((band) => band.group === group);
  expect([of('queues').length, of('beds').length]).toEqual([loadDay('sas-vardag').units.length, 3]);
  for (const { hours } of result.bands) {
    expect(hours).toHaveLength(24);
    for (const { low, mean, high } of hours) {
      expect(low).toBeLessThanOrEqual(mean + 1e-9);
      expect(mean).toBeLessThanOrEqual(high * 5 + 1e-9);
    }
  }
});

it('says in the terminal what differs and that the rest cannot be told from luck', () => {
  const text = resultText(result);
  expect(text).toContain('Vad händer om: Driftstopp i fyra timmar');
  expect(text).toMatch(/Klockan 10–14: \d+ verkliga skillnader; \d+ mått går inte att skilja från slumpen/);
  expect(text).toMatch(/Efterregistreringar gjorda +0,0 → [\d\s]+,\d/);
});

it('calls nothing measured no figure, rather than a 0 that keeps within every limit', async () => {
  const played = simulate(prepared.model, { replications: 2, seed: 1 });
  const estimates = { ...played.estimates, 'wait/to-triage/red': interval([]) };
  const nobody = { ...played, estimates };
  const told = await simulationResult(
    { ...prepared, questions: [] },
    { replications: 2, seed: 1 },
    async () => [nobody],
  );
  expect(told.estimates.find(({ id }) => id === 'wait/to-triage/red')?.mean).toBeNaN();
  expect(resultText(told)).toMatch(/Väntan till triage, röd +–\n/);
});

it('says so when nothing can be told from luck', () => {
  const nothing = {
    ...result,
    questions: result.questions.map((question) => ({
      ...question,
      variants: question.variants.map((variant) => ({
        ...variant,
        differences: variant.differences.map((each) => ({ ...each, isReal: false })),
      })),
    })),
  };
  expect(resultText(nothing)).toContain('ingen skillnad går att skilja från slumpen');
  expect(simulationPage(nothing)).toContain('Ingen skillnad går att skilja från slumpen.');
});
