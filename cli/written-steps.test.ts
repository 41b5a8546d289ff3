import { expect, it } from 'vitest';
import type { DeckAnswered, DeckAsking } from '../domain/deck-evidence.ts';
import { journalOf } from '../evidence/testing/journal.ts';
import { runStarted } from '../evidence/testing/run.ts';
import { writtenStepsOf } from './written-steps.ts';

const asking = (token: string, introduced: readonly string[] = []): DeckAsking => ({
  ...{ type: 'deck-asking', way: 'api', task: 'attempt-to-prescribe', token, introduced },
});
const answered = (token: string, change: Partial<DeckAnswered> = {}): DeckAnswered => ({
  ...{ type: 'deck-answered', way: 'api', kind: 'harm', case: 'njure', token },
  ...{ outcome: 'answered', alerts: [], took: 1 },
  ...change,
});

it('what a deck ordered can be found and cleaned up: what was made, what was refused, what nobody knows', async () => {
  const run = await journalOf([
    runStarted({ flows: [], command: 'deck' }),
    asking('t.1', ['Patient/1', 'Observation/2']),
    answered('t.1', { reference: 'MedicationRequest/3' }),
    asking('t.2'),
    answered('t.2'),
    asking('t.3'),
    answered('t.3', { outcome: 'unknown', reason: 'Inget svar.' }),
    asking('t.4'),
  ]);
  const { steps, introduced } = await writtenStepsOf(run);
  expect(introduced).toEqual(['Patient/1', 'Observation/2']);
  expect(steps.map(({ token, reference, refused }) => [token, reference, refused])).toEqual([
    ['t.1', 'MedicationRequest/3', undefined],
    ['t.2', undefined, true],
    ['t.3', undefined, undefined],
    ['t.4', undefined, undefined],
  ]);
});

it('what a drill and a matrix of access brought in is known by its handles', async () => {
  const wrote = {
    drill: 'd',
    what: 'measurement',
    number: 'r/d/f0',
    patient: 'p0',
    value: 72,
    at: 1,
  } as const;
  const run = await journalOf([
    runStarted({ flows: [], command: 'drill' }),
    { type: 'drill-made', drill: 'd', made: ['Patient/1'] },
    { type: 'drill-wrote', ...wrote, when: 'before', told: 'accepted', reference: 'Observation/2' },
    { type: 'drill-wrote', ...wrote, when: 'edge', told: 'unknown' },
    { type: 'drill-made', drill: 'd', made: ['Observation/2', 'Observation/3'] },
    { type: 'access-made', made: ['Consent/4'] },
  ]);
  expect((await writtenStepsOf(run)).introduced).toEqual([
    'Patient/1',
    'Observation/2',
    'Observation/3',
    'Consent/4',
  ]);
});
