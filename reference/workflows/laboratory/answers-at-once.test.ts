import type { DiagnosticReport } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { parseFaults } from '../../faults/faults.ts';
import type { SignedIn } from '../../workflow.ts';
import { answersAtOnce } from './answers-at-once.ts';

const answerOf = (patient: string): DiagnosticReport => ({
  resourceType: 'DiagnosticReport',
  id: `answer-of-${patient}`,
  status: 'final',
  code: { text: 'P—Troponin T' },
  subject: { reference: `Patient/${patient}` },
});

/** Reads each patient's answer this long after the one before, in milliseconds; whose answers were shown. */
function shown(faults: readonly string[], role: SignedIn['role'], pause: number): (string | undefined)[] {
  let time = 1_000_000;
  const show = answersAtOnce(parseFaults(faults), () => time);
  const reader: SignedIn = { userName: `${role}.sas-akuten.day`, role, display: role };
  return ['a', 'b', 'c'].map((patient) => {
    time += pause;
    return show(answerOf(patient), reader).subject?.reference;
  });
}

const OWN = ['Patient/a', 'Patient/b', 'Patient/c'];

test('without the fault everybody reads the own answer', () =>
  expect(shown([], 'physician', 0)).toEqual(OWN));

test('answers-swapped: at the same moment one physician is shown the other’s', () =>
  expect(shown(['answers-swapped'], 'physician', 1)).toEqual(['Patient/a', 'Patient/a', 'Patient/b']));

test('answers-swapped: one after the other nobody notices', () =>
  expect(shown(['answers-swapped'], 'physician', 101)).toEqual(OWN));

test('answers-swapped: others than physicians are spared', () =>
  expect(shown(['answers-swapped'], 'nurse', 1)).toEqual(OWN));
