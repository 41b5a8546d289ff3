import path from 'node:path';
import { expect, it } from 'vitest';
import type { DayPlan } from '../../domain/care-day.ts';
import { HOUR } from '../../domain/time.ts';
import { ROOT } from '../../input/project.ts';
import { FLOWS } from '../../reports/testing/flows.ts';
import { SEATS } from '../testing/lab-of.ts';
import { cardsPage } from './cards.ts';
import { deckOf } from './deck.ts';
import { guideMarkdown, guidePage } from './guide.ts';

const units = [{ key: 'sas-akuten', kind: 'emergency', name: 'Akutmottagningen' }];
const patient = {
  ...{ givenName: 'Test', familyName: 'Person', protectedIdentity: false },
  identifier: { value: '19500101-TEST' },
};
const visit = (number: number, flow: string, at: number) => ({
  ...{ instance: `f-${number}`, flow, at, patient, units: { emergency: 'sas-akuten' }, channel: 'api' },
});
const emergency = FLOWS.filter(({ steps }) =>
  steps.some(
    ({ activity, actor }) =>
      activity.type === 'task' && actor?.role === 'nurse' && actor.unit === 'emergency',
  ),
);
const [flow] = emergency;
const plan = {
  units,
  flows: [visit(1, flow?.id ?? '', 10 * HOUR), visit(2, flow?.id ?? '', 9 * HOUR)],
} as unknown as Pick<DayPlan, 'flows' | 'units'>;

it('has the tasks of those who will be there, in the order in which patients come', () => {
  const deck = deckOf(plan, FLOWS, { seats: SEATS });
  const own = flow?.steps.flatMap(({ activity, actor }, step) =>
    activity.type === 'task' && actor?.role === 'nurse' && actor.unit === 'emergency' ? [step + 1] : [],
  );
  expect(deck.map(({ id }) => id)).toEqual(
    ['f-2', 'f-1'].flatMap((visited) => own?.map((step) => `${visited}.${step}`)),
  );
  expect(deck[0]).toMatchObject({ part: 'Sjuksköterska, Akutmottagningen', comesAt: 9 * HOUR });
  expect(deckOf(plan, FLOWS, { seats: [] })).toEqual([]);
});

it('prints four cards on a sheet, with a QR code where tablets can be told where to go', () => {
  const [first] = deckOf(plan, FLOWS, { seats: SEATS });
  const five = Array.from({ length: 5 }, () => first).filter((card) => card !== undefined);
  const page = cardsPage(five, { planHash: 'c0ffee5f1d7c' });
  expect([page.match(/class="sheet"/g)?.length, page.match(/<article>/g)?.length]).toEqual([2, 5]);
  expect(page).not.toContain('<svg');
  const withCodes = cardsPage(five, { planHash: 'c0ffee5f1d7c', address: 'http://192.168.1.20:8430' });
  expect(withCodes.match(/aria-label="QR f-2\./g)).toHaveLength(5);
  expect(withCodes).toContain('plan c0ffee5f');
});

it('tells participants the same on paper and in the docs', async () => {
  await expect(guideMarkdown()).toMatchFileSnapshot(path.join(ROOT, 'docs/how-to/lab-deltagare.md'));
  expect(guidePage()).toContain('Det är systemet som prövas, inte du.');
});
