import { eachStep, type FlowCheck } from './check.ts';

/** What a step does or sees is told of by some area; what nobody tells of would be left out of every report. */
export const areasTellOfKinds: FlowCheck = (recording, known) =>
  eachStep(function* ({ text, activity }) {
    if (activity.type === 'wait' || known.areaOf(activity.kind) !== undefined) return;
    yield `steget "${text}" är "${activity.kind}", som inget vårdområde berättar om: skriv det i index.ts i det område vars steps.ts har meningen`;
  })(recording, known);
