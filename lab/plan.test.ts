import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { CareFlow } from '../domain/care-flow.ts';
import { HOUR, MINUTE } from '../domain/time.ts';
import { loadDay } from '../scenarios/load-day.ts';
import { excerptOf, loadLabPlan, soloPlan } from './plan.ts';

const day = loadDay('sas-vardag');
const step = (role: 'nurse' | 'physician') => ({
  actor: { role, unit: 'emergency' },
  activity: { type: 'task', kind: 'triage' },
});
const flows = [{ steps: [step('nurse'), step('physician')] }] as unknown as readonly CareFlow[];

async function planned(text: string) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-lab-')), 'labb.yaml');
  await writeFile(file, text);
  return loadLabPlan(file, day, flows, ({ fault }) =>
    fault === 'finns-inte' ? 'Det finns inget sådant fel.' : undefined,
  );
}
const HOURS = 'from: "09:00"\nuntil: "11:00"\n';
const SEATS = 'seats: [{ role: nurse, unit: sas-akuten, count: 2 }, { role: physician, unit: sas-akuten }]\n';

it('has places with names that are nobody’s, and injects for those who have the role', async () => {
  const plan = await planned(
    `${HOURS}${SEATS}injects: [{ id: ringer, at: "09:20", method: phone, sv: Det ringer., role: nurse }]\n`,
  );
  expect(plan.seats.map(({ id, pseudonym }) => [id, pseudonym])).toEqual([
    ['plats-1', 'Sjuksköterska 1'],
    ['plats-2', 'Sjuksköterska 2'],
    ['plats-3', 'Läkare 1'],
  ]);
  expect(plan.injects).toMatchObject([{ plannedAt: 9 * HOUR + 20 * MINUTE, to: ['plats-1', 'plats-2'] }]);
});

it.each([
  ['an unknown role', `${HOURS}seats: [{ role: tomte, unit: sas-akuten }]`, 'ingen roll "tomte"'],
  ['an unknown unit', `${HOURS}seats: [{ role: nurse, unit: rymden }]`, 'ingen enhet "rymden"'],
  [
    'a role that has nothing to do there',
    `${HOURS}seats: [{ role: pharmacist, unit: sas-akuten }]`,
    'Ingen uppgift',
  ],
  ['hours that end before they begin', `from: "11:00"\nuntil: "09:00"\n${SEATS}`, 'före det börjar'],
  [
    'an inject outside the hours',
    `${HOURS}${SEATS}injects: [{ id: sent, at: "12:00", method: paper, sv: Hej. }]`,
    'utanför labbets timmar',
  ],
  [
    'an inject for a role that nobody has',
    `${HOURS}${SEATS}injects: [{ id: sent, at: "10:00", method: paper, sv: Hej., role: pharmacist }]`,
    'som ingen plats har',
  ],
  [
    'two injects of one name',
    `${HOURS}${SEATS}injects: [{ id: a, at: "10:00", method: paper, sv: Hej. }, { id: a, at: "10:10", method: paper, sv: Hej. }]`,
    'Två händelser heter "a"',
  ],
  [
    'a fault that is not told which',
    `${HOURS}${SEATS}injects: [{ id: a, at: "10:00", method: device, sv: Hej., act: { kind: fault } }]`,
    'fault hör till act',
  ],
  [
    'what cannot be done beneath',
    `${HOURS}${SEATS}injects: [{ id: a, at: "10:00", method: device, sv: Hej., act: { kind: fault, fault: finns-inte } }]`,
    '"a" kan inte göras: Det finns inget sådant fel.',
  ],
  [
    'an unknown way to be told',
    `${HOURS}${SEATS}injects: [{ id: a, at: "10:00", method: duva, sv: Hej. }]`,
    'duva',
  ],
  [
    'the same questionnaire twice',
    `${HOURS}${SEATS}questionnaires: [nasa-tlx, nasa-tlx]`,
    'nasa-tlx ställs två gånger',
  ],
  [
    'an unknown questionnaire',
    `${HOURS}${SEATS}questionnaires: [tlx]`,
    'ordalydelse av ett frågeformulär "tlx"',
  ],
])('refuses %s in one sentence', async (_, text, sentence) => {
  await expect(planned(text)).rejects.toThrow(sentence);
});

it('reads what an inject does, how long, and what is expected within which time', async () => {
  const act = '{ kind: network, minutes: 10 }';
  const plan = await planned(
    `${HOURS}${SEATS}injects: [{ id: nat, at: "09:20", method: device, sv: Nere., expected: Papper., within: 5, act: ${act} }]`,
  );
  expect(plan.injects).toMatchObject([
    { expected: 'Papper.', within: 5 * MINUTE, act: { kind: 'network', lasts: 10 * MINUTE } },
  ]);
});

it('plays those who come while it is open, all by api', () => {
  const at = (hour: number) => ({ at: hour * HOUR, channel: 'ui' });
  const plan = { flows: [at(8), at(9), at(10)] } as never;
  expect(excerptOf(plan, soloPlan(day, flows))).toEqual({ flows: [{ at: 9 * HOUR, channel: 'api' }] });
  expect(() => excerptOf({ flows: [] }, soloPlan(day, flows))).toThrow('Ingen patient kommer');
});
