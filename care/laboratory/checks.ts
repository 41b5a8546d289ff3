import type { Of } from '../../domain/activity.ts';
import { decimal, implausible } from '../../domain/plausible.ts';
import { allSaid, eachStep, type FlowCheck, saidIn } from '../../flows/checks/check.ts';
import type { LaboratoryTask } from './activities.ts';
import { plausibleAnswer } from './words.ts';

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
    const { word, unit } = test;
    const range = plausibleAnswer(word);
    if (unit === null)
      yield `${word} besvaras med ord och inte med ${decimal(answer.value)} ${answer.unit}; skriv "… svarar på "${order.ref}" som "…" med orden:" och svaret mellan """`;
    else if (answer.unit !== unit) yield `${word} besvaras i ${unit}, inte i ${answer.unit}`;
    else if (range !== undefined) yield implausible(answer.value, { sv: word, unit, step: 1, ...range });
  }
});

export const checks: readonly FlowCheck[] = [answersCanBeTrue];
