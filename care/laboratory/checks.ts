import type { Of } from '../../domain/activity.ts';
import { LABORATORY_TESTS } from '../../domain/codes/laboratory-tests.ts';
import { decimal, implausible, PLAUSIBLE_ANSWERS } from '../../domain/plausible.ts';
import { allSaid, eachStep, type FlowCheck, saidIn } from '../../flows/checks/check.ts';
import type { LaboratoryTask } from './activities.ts';

/** A test is answered in its own unit, or in words, and with what can be true. */
const answersCanBeTrue = eachStep(function* (step, recording) {
  const answered = saidIn<Of<LaboratoryTask, 'answer-order'>>(step, 'answer-order');
  if (answered === undefined) return;
  const { order, answer } = answered;
  if ('text' in answer) {
    if (answer.text.trim() === '') yield `svaret på "${order.ref}" är tomt; skriv svarets ord mellan """`;
    return;
  }
  const ordered = allSaid<Of<LaboratoryTask, 'order-test'>>(recording, 'order-test');
  for (const { test } of ordered.filter((each) => each.as === order.ref)) {
    const { unit } = LABORATORY_TESTS[test];
    const range = PLAUSIBLE_ANSWERS[test];
    if (unit === null)
      yield `${test} besvaras med ord och inte med ${decimal(answer.value)} ${answer.unit}; skriv "… svarar på "${order.ref}" som "…" med orden:" och svaret mellan """`;
    else if (answer.unit !== unit) yield `${test} besvaras i ${unit}, inte i ${answer.unit}`;
    else if (range !== undefined) yield implausible(answer.value, range);
  }
});

export const checks: readonly FlowCheck[] = [answersCanBeTrue];
