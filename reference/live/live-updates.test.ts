import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { makePatient } from '../testing/people.ts';
import { startTestReference, type TestPerson, type TestReference } from '../testing/reference-client.ts';
import type { LiveUpdate } from './live-updates.ts';

let reference: TestReference;

beforeAll(async () => {
  reference = await startTestReference();
});
afterAll(() => reference.close());

/** Opens the stream; `next` waits for an update of a type. */
async function listen({ token }: TestPerson) {
  const stopping = new AbortController();
  const answer = await fetch(`${reference.ui}/events?access_token=${token}`, { signal: stopping.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  const seen: LiveUpdate[] = [];
  const next = async (type: string): Promise<LiveUpdate> => {
    for (;;) {
      const chunk = await reader?.read();
      unread += chunk?.value ?? '';
      for (let end = unread.indexOf('\n\n'); end >= 0; end = unread.indexOf('\n\n')) {
        const block = unread.slice(0, end);
        unread = unread.slice(end + 2);
        if (!block.startsWith('data: ')) continue;
        const update: LiveUpdate = JSON.parse(block.slice(6));
        seen.push(update);
        if (update.type === type) return update;
      }
    }
  };
  return { next, seen, stop: () => stopping.abort() };
}

it('tells each reader of what they may read', async () => {
  const registry = await reference.as('registry');
  const own = await makePatient(registry, '191212121212');
  const other = await makePatient(registry, '189002029800');
  const nurse = await reference.as('nurse.sas-medicin-3.day');
  const ofNurse = await listen(nurse);
  const ofPatient = await listen(await reference.as('191212121212'));
  for (const { id } of [other, own]) {
    await nurse.post('Encounter', {
      resourceType: 'Encounter',
      status: 'arrived',
      class: { system: SYSTEMS.actCode, code: 'AMB' },
      subject: { reference: `Patient/${id}` },
      serviceProvider: { reference: 'Organization/sas-medicin-3' },
    });
  }
  expect(await ofNurse.next('Encounter')).toEqual({
    type: 'Encounter',
    reference: expect.stringMatching(/^Encounter\//),
    interaction: 'create',
    patient: `Patient/${other.id}`,
    unit: 'Organization/sas-medicin-3',
  });
  expect(await ofPatient.next('Encounter')).toMatchObject({ patient: `Patient/${own.id}` });
  expect(ofPatient.seen).toHaveLength(1);
  ofNurse.stop();
  ofPatient.stop();
});

it('is shut for those who are not signed in', async () => {
  expect((await fetch(`${reference.ui}/events?access_token=nobody`)).status).toBe(401);
});
