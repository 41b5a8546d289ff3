import { expect, it } from 'vitest';
import type { PlannedFlow } from '../domain/care-day.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import { HOUR, MINUTE } from '../domain/time.ts';
import { Ahead } from './ahead.ts';
import { whatIsOpen } from './open-work.ts';
import { deal, openedLab } from './testing/lab-of.ts';

const task = (role: string) => ({
  actor: { role, unit: 'emergency' },
  activity: { type: 'task', kind: 'triage' },
});
const ask = { actor: { role: 'nurse', unit: 'emergency' }, activity: { type: 'question', kind: 'sees' } };
const flow = {
  id: 'akut',
  steps: [task('nurse'), ask, task('physician'), task('nurse')],
} as unknown as CareFlow;
const visit = (instance: string, at: number): PlannedFlow =>
  ({ instance, at, flow: 'akut', units: { emergency: 'sas-akuten' } }) as unknown as PlannedFlow;
const ahead = () =>
  new Ahead(
    [visit('f-1', 9 * HOUR), visit('f-2', 9 * HOUR + 20 * MINUTE), visit('f-3', 11 * HOUR)],
    new Map([['akut', flow]]),
  );
const textOf = ({ step }: { readonly step: number }) => ({
  ...{ who: 'Test Person', number: '', what: `Du gör uppgift ${step + 1}.`, where: '' },
  ...{ byWhen: '', details: [], waits: undefined },
});

async function withNurse() {
  const { lab } = await openedLab();
  await lab.record({ type: 'lab-person', seat: 'plats-1', change: 'joined' });
  return lab;
}
const steps = (of: Ahead, lab: Awaited<ReturnType<typeof withNurse>>) =>
  of.upcoming(lab.state, 9 * HOUR).map(({ instance, step, givenTo }) => [instance, step, givenTo]);

it('is the next task in each flow that somebody here could do, of those who come soon', async () => {
  const lab = await withNurse();
  const flows = ahead();
  expect(steps(flows, lab)).toEqual([
    ['f-1', 0, undefined],
    ['f-2', 0, undefined],
  ]);
  flows.reached('f-1', 0);
  flows.ended('f-2');
  expect(steps(flows, lab)).toEqual([['f-1', 3, undefined]]);
  await lab.record({ type: 'lab-handed', visit: 'f-1', step: 3 });
  expect(steps(flows, lab)).toEqual([['f-1', 3, 'robot']]);
  await lab.record({ type: 'lab-handed', visit: 'f-1', step: 3, seat: 'plats-1' });
  expect(steps(flows, lab)).toEqual([['f-1', 3, 'plats-1']]);
});

it('is nothing when nobody here does such tasks', async () => {
  expect(steps(ahead(), (await openedLab()).lab)).toEqual([]);
});

it('lists what a jump would leave behind: cards, what is expected, and what a robot is doing', async () => {
  const lab = await withNurse();
  const flows = ahead();
  await deal(lab, 0);
  const inject = {
    id: 'nat',
    method: 'device',
    sv: 'Nere.',
    expected: 'Papper.',
    within: 5 * MINUTE,
  } as const;
  await lab.record({ type: 'lab-injected', inject, change: 'sent' });
  await lab.record({ type: 'lab-injected', inject, change: 'acknowledged', seat: 'plats-1' });
  await flows.doing('f-2', 2, async () => {
    expect(whatIsOpen(lab.state, flows, textOf)).toEqual([
      'Sjuksköterska 1 har ett kort: Du gör uppgift 1 (Test Person)',
      'till 09.05 väntas: Papper.',
      'en robot gör just nu: Du gör uppgift 3 (Test Person)',
    ]);
  });
  await lab.tell('f-1.1', 'shown');
  await lab.record({ type: 'lab-expected', inject: 'nat', change: 'met', verdict: 'pass' });
  expect(whatIsOpen(lab.state, flows, textOf)).toEqual([]);
});
