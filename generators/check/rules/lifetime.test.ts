import { describe, expect, it } from 'vitest';
import { certificate, condition, encounter, patient, prescription } from '../testing/resources.ts';
import { FILE, watch } from '../testing/watch.ts';
import { LIFETIME } from './lifetime.ts';

/** Half past midnight in Sweden is the day before in UTC. */
const dead = patient({ birthDate: '1940-05-05', died: '2020-06-02T00:30:00+02:00' });

describe('lifetime', () => {
  it('holds everything between birth and death, both days included, and the certificate after', async () => {
    const lines = [
      dead,
      condition('c', 'I10.9', '1940-05-05T00:10:00+01:00'),
      encounter('e', '2020-06-01T10:00:00+02:00', '2020-06-02T00:30:00+02:00'),
      prescription('m', 'Enalapril', 'C09AA02', { from: '2020-01-01', to: '2020-06-02' }),
      certificate('d', '2020-06-02T00:30:00+02:00'),
      { ...certificate('d2', '2020-06-03T09:00:00+02:00') },
    ];
    expect(await watch(LIFETIME, lines)).toEqual([]);
  });

  it('holds nothing before birth', async () => {
    expect(await watch(LIFETIME, [dead, condition('c', 'I10.9', '1940-05-04T23:00:00+01:00')])).toMatchObject(
      [
        { place: { file: FILE, line: 2 }, sv: expect.stringContaining('före födelsen 1940-05-05') },
        { place: { file: FILE, line: 2 } },
      ],
    );
  });

  it('holds nothing after death', async () => {
    const found = await watch(LIFETIME, [
      dead,
      encounter('e', '2020-06-01T10:00:00+02:00', '2020-06-02T00:31:00+02:00'),
      prescription('m', 'Enalapril', 'C09AA02', { from: '2020-01-01', to: '2020-06-03' }),
    ]);
    expect(found.map(({ place }) => place.line)).toEqual([2, 3]);
    expect(found[0]?.sv).toContain('efter döden 2020-06-02');
  });

  it('lets a booking stand that death cancelled, and no other', async () => {
    const booking = (status: string) => ({
      resourceType: 'Appointment',
      id: status,
      status,
      start: '2020-07-01T08:00:00+02:00',
      participant: [{ actor: { reference: 'Patient/p-1' } }],
    });
    const found = await watch(LIFETIME, [dead, booking('cancelled'), booking('booked')]);
    expect(found.map(({ place }) => place.line)).toEqual([3]);
  });
});
