import { describe, expect, it } from 'vitest';
import { allergy, condition, patient, prescription } from '../../testing/resources.ts';
import { watch } from '../../testing/watch.ts';
import { DOUBLED_DRUGS } from './doubled-drugs.ts';
import { DRUG_ALLERGIES } from './drug-allergies.ts';
import { DRUG_FIT } from './drug-fit.ts';

const from = '2024-03-04';
const woman = patient({ birthDate: '1990-01-01' });
const pregnant = condition('g', 'Z34.9', '2024-02-01T09:00:00+01:00', '2024-09-01T09:00:00+02:00');
const linesOf = (found: Awaited<ReturnType<typeof watch>>) => found.map(({ place }) => place.line);

describe('drugs', () => {
  it('that fit pass', async () => {
    const enalapril = prescription('m', 'Enalapril', 'C09AA02', { from, to: '2024-06-01' });
    expect(await watch(DRUG_FIT, [woman, enalapril])).toEqual([]);
  });

  it('are found with the wrong sex, at the wrong age, in pregnancy and unknown', async () => {
    const bicalutamide = prescription('a', 'Bikalutamid', 'L02BB03', { from });
    const enalapril = prescription('b', 'Enalapril', 'C09AA02', { from: '2023-01-01', to: '2024-06-01' });
    const syrup = prescription('c', 'Penicillin V oral lösning', 'J01CE02', { from });
    const nonsense = prescription('d', 'Mirakelmedel', 'C09AA02', { from });
    const found = await watch(DRUG_FIT, [woman, pregnant, bicalutamide, enalapril, syrup, nonsense]);
    expect(found.map(({ sv }) => sv)).toEqual([
      'a: Bikalutamid ges till en kvinna',
      'b: Enalapril ges till en gravid',
      'c: Penicillin V oral lösning ges vid 34 års ålder',
      'd: läkemedlet Mirakelmedel finns inte i drugs.yaml',
    ]);
  });

  it('that go against pregnancy on purpose are labelled, and labels do not lie', async () => {
    const meant = prescription('b', 'Enalapril', 'C09AA02', { from, conflict: 'pregnancy' });
    expect(await watch(DRUG_FIT, [woman, pregnant, meant])).toEqual([]);
    expect(linesOf(await watch(DRUG_FIT, [woman, meant]))).toEqual([2]);
  });
});

describe('drugs and allergies', () => {
  const known = allergy('a', '91936005', '2020-01-01T09:00:00+01:00');
  const penicillin = (conflict?: string) =>
    prescription('m', 'Penicillin V', 'J01CE02', {
      from,
      to: '2024-03-09',
      ...(conflict ? { conflict } : {}),
    });

  it('may meet where nobody knew yet, or on purpose', async () => {
    const later = allergy('a', '91936005', '2024-03-05T09:00:00+01:00');
    expect(await watch(DRUG_ALLERGIES, [woman, later, penicillin()])).toEqual([]);
    expect(await watch(DRUG_ALLERGIES, [woman, known, penicillin('allergy')])).toEqual([]);
  });

  it('are found where they meet, and where a label says so falsely', async () => {
    const [found] = await watch(DRUG_ALLERGIES, [woman, known, penicillin()]);
    expect(found?.sv).toBe('m: Penicillin V ges trots Penicillinallergi');
    expect(linesOf(await watch(DRUG_ALLERGIES, [woman, penicillin('allergy')]))).toEqual([2]);
  });
});

describe('drugs of one subgroup', () => {
  const first = prescription('a', 'Enalapril', 'C09AA02', { from, to: '2024-06-01' });

  it('may follow one another', async () => {
    const next = prescription('b', 'Ramipril', 'C09AA05', { from: '2024-06-02' });
    const other = prescription('c', 'Losartan', 'C09CA01', { from });
    expect(await watch(DOUBLED_DRUGS, [woman, next, other, first])).toEqual([]);
  });

  it('are found at the same time, unless that is meant', async () => {
    const doubled = prescription('b', 'Ramipril', 'C09AA05', { from: '2024-05-01' });
    const meant = prescription('b', 'Ramipril', 'C09AA05', { from: '2024-05-01', conflict: 'duplicate' });
    const [found] = await watch(DOUBLED_DRUGS, [woman, first, doubled]);
    expect(found?.sv).toBe('b: Ramipril ges medan Enalapril (a) fortfarande används');
    expect(await watch(DOUBLED_DRUGS, [woman, first, meant])).toEqual([]);
  });
});
