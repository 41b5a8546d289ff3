import { expect, it } from 'vitest';
import type { Stage } from '../domain/stage.ts';
import { loadStage } from '../scenarios/load-stage.ts';
import { readinessOf } from './readiness.ts';
import { summaryText } from './terminal.ts';
import { accessRun, tried } from './testing/access.ts';
import { STAGE } from './testing/stage.ts';
import { runOf } from './testing/synthetic.ts';

const withGates = (...gates: Stage['gates']): Stage => ({ ...STAGE, gates: [...STAGE.gates, ...gates] });
const gate = (id: string, of: Stage['gates'][number]['gate']) => ({
  ...{ id, sv: 'Prov.', en: 'Test.', source: 'assumption', gate: of },
});
const CROSSING = withGates(
  gate('A', { kind: 'access-matrix', atMost: 0 }),
  gate('D', { kind: 'drill-data', of: ['system'] }),
);

it('a day ends by naming what the stage lacks beside its flows, and how each is shown', () => {
  const text = summaryText(readinessOf([runOf({ stage: CROSSING })]));
  expect(text).toContain(
    [
      '  Utanför flödena saknar etappen 2 delar',
      '      – Åtkomst: 0 av 1 grindar (npx genrep access)',
      '      – Driftstopp och återgång: 0 av 1 grindar (npx genrep drill)',
    ].join('\n'),
  );
});

it('what has been shown is not lacking, and what went wrong is', () => {
  const shown = accessRun([tried('must', 'shown')], { stage: CROSSING });
  const { crossing } = readinessOf([runOf({ stage: CROSSING }), shown], { scope: 'stage' });
  expect(crossing.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['access', 'pass'],
    ['downtime', 'not-covered'],
  ]);
  const wrong = accessRun([tried('must', 'kept')], { stage: CROSSING });
  expect(readinessOf([wrong], { scope: 'stage' }).crossing[0]).toMatchObject({
    verdict: 'fail',
    passed: 0,
    all: 1,
  });
});

it('a stage without such gates lacks nothing, and nothing is said', () => {
  const readiness = readinessOf([runOf()]);
  expect(readiness.crossing).toEqual([]);
  expect(summaryText(readiness)).not.toContain('Utanför flödena');
});

it('the first stage has gates for all of them', () => {
  const { crossing } = readinessOf([runOf({ stage: loadStage('1-sodra') })], { scope: 'stage' });
  expect(crossing.map(({ id }) => id)).toEqual([
    'access',
    'migration',
    'downtime',
    'training',
    'approval',
    'weeks',
  ]);
});
