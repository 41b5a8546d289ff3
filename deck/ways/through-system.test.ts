import { beforeEach, expect, it } from 'vitest';
import type { Patient } from '../../domain/patient.ts';
import type { Answer, CareSystem, TaskOutcome } from '../../systems/care-system.ts';
import { SystemError } from '../../systems/care-system.ts';
import { loadDeck } from '../load-deck.ts';
import { throughSystem } from './through-system.ts';
import type { Intend } from './way.ts';

const { questions } = loadDeck('ordination');
const questionOf = (id: string, kind = 'harm') => {
  const found = questions.find((each) => each.case === id && each.kind === kind);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};
const KIDNEY = questionOf('metformin-njure');
const TWIN = questionOf('metformin-njure', 'twin');

/** A system that says so of an attempt, and then so of what it warns of. */
function saying(outcome: TaskOutcome | SystemError, answers: readonly Partial<Answer>[] = []) {
  const left = [...answers];
  const ended: string[] = [];
  const system: CareSystem = {
    name: 'prov',
    channel: 'api',
    connect: async () => ({ name: 'prov', software: 'prov', version: '1' }),
    capability: (kind) =>
      kind === 'no-early-warning'
        ? { supported: false, reason: 'Systemet varnar inte.' }
        : { supported: true },
    introduce: async () => ['Patient/1'],
    perform: async () => {
      if (outcome instanceof SystemError) throw outcome;
      return outcome;
    },
    ask: async () => ({
      seen: false,
      expected: '',
      observed: '',
      ...(left.length > 1 ? left.shift() : left[0]),
    }),
    endFlow: async ({ instance }) => {
      ended.push(instance);
      return [];
    },
    close: async () => {},
  };
  let now = 0;
  const clock = {
    now: () => now,
    async pause(milliseconds: number) {
      now += milliseconds;
    },
  };
  const of = (way: 'api' | 'page') =>
    throughSystem({
      ...{ way, system, clock, run: 'r', units: {}, atOnce: 1 },
      patientFor: () => ({}) as Patient,
    });
  return { api: of('api'), page: of('page'), ended, waited: () => now };
}

const intended: Parameters<Intend>[0][] = [];
const intend: Intend = async (intent) => void intended.push(intent);
beforeEach(() => intended.splice(0));

const DONE: TaskOutcome = { status: 'done', reference: 'MedicationRequest/1' };
const WARNED = { advice: [{ strength: 'warn', text: 'Njurar' }] } as const;
const SILENT = { seen: true, advice: [] } as const;

it('a no by a rule is a stop; any other no says nothing of decision support', async () => {
  const stopped = saying({ status: 'refused', reason: 'eGFR 25', refusal: 'rule' });
  expect(await stopped.api.ask(KIDNEY, intend)).toEqual({
    outcome: 'answered',
    alerts: [{ strength: 'stop', text: 'eGFR 25' }],
    token: 'r.api-metformin-njure-harm.1',
  });
  expect(stopped.ended).toEqual(['api-metformin-njure-harm']);
  const denied = saying({ status: 'refused', reason: 'Nej', refusal: 'authority' });
  expect(await denied.api.ask(KIDNEY, intend)).toMatchObject({
    outcome: 'unknown',
    reason: expect.stringContaining('annat skäl'),
  });
});

it('a warning of a harm is waited for, of its twin it is not', async () => {
  const late = saying(DONE, [SILENT, SILENT, WARNED]);
  expect(await late.api.ask(KIDNEY, intend)).toMatchObject({
    outcome: 'answered',
    alerts: [{ text: 'Njurar' }],
  });
  expect(late.waited()).toBe(1_000);
  const never = saying(DONE, [SILENT]);
  expect(await never.api.ask(KIDNEY, intend)).toMatchObject({ outcome: 'answered', alerts: [] });
  expect(never.waited()).toBe(5_000);
  const twin = saying(DONE, [SILENT]);
  expect(await twin.api.ask(TWIN, intend)).toMatchObject({ outcome: 'answered', alerts: [] });
  expect(twin.waited()).toBe(0);
});

it.each([
  ['what cannot be told', saying(DONE, [{ doubt: 'Listan är kapad.' }]), 'Listan är kapad.'],
  ['what is not there', saying(DONE, [{ observed: 'Ordinationen finns inte.' }]), 'Ordinationen finns inte.'],
  ['a lost answer', saying({ status: 'unknown', reason: 'Inget svar.' }), 'Inget svar.'],
  ['a system that is late', saying(new SystemError('timeout', 'För sent.')), 'För sent.'],
])('%s is unknown and never silence', async (_what, { api }, reason) => {
  expect(await api.ask(KIDNEY, intend)).toMatchObject({ outcome: 'unknown', reason });
});

it.each([
  ['api', 'metotrexat-dagligen', 'twin', /för varje dygn/],
  ['api', 'kritiskt-hogt-kalium', 'harm', /CDS Hooks \(patient-view\)/],
  ['api', 'news2-sju', 'harm', /^Systemet varnar inte\.$/],
  ['page', 'metotrexat-dagligen', 'harm', /vanliga intervall/],
  ['page', 'paracetamol-barn', 'twin', undefined],
  ['page', 'ibuprofen-barn', 'harm', undefined],
] as const)('by %s %s (%s)', async (way, id, kind, reason) => {
  const said = await saying(DONE, [SILENT])[way].ask(questionOf(id, kind), intend);
  if (reason === undefined) expect(said.outcome).toBe('answered');
  else expect(said).toMatchObject({ outcome: 'not-covered', reason: expect.stringMatching(reason) });
});

it('what is written is recorded before it is sent, and known by its number afterwards', async () => {
  const { api } = saying(DONE, [SILENT]);
  expect(await api.ask(TWIN, intend)).toMatchObject({
    reference: 'MedicationRequest/1',
    token: intended[0]?.token,
  });
  expect(intended).toEqual([
    { token: 'r.api-metformin-njure-twin.1', task: 'attempt-to-prescribe', introduced: ['Patient/1'] },
  ]);
  intended.splice(0);
  await api.ask(questionOf('kritiskt-hogt-kalium'), intend);
  expect(intended).toEqual([]);
});

it('a system that breaks has broken', async () => {
  const { api } = saying(new SystemError('broken-answer', 'HTML i stället för FHIR.'));
  expect(await api.ask(KIDNEY, intend)).toEqual({ outcome: 'error', reason: 'HTML i stället för FHIR.' });
});
