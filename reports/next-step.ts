import { act } from './gates/closing.ts';
import type { Act, Reason } from './gates/gate.ts';
import type { GateResult } from './judge-gates.ts';

/** What to do about a reason: by what is likely at fault where a step went wrong, else what closes the gate. */
export function nextStep(
  { failures: [worst], requirement, verdict }: Reason,
  gate: GateResult,
): Act | undefined {
  const again = requirement === undefined ? gate.closedBy?.command : `npx genrep features "@${requirement}"`;
  if (worst === undefined) {
    return verdict === 'not-covered' && requirement !== undefined ? tryByHand(again) : gate.closedBy;
  }
  const { instance } = worst.example;
  switch (worst.attribution.to) {
    case 'system':
      return act(
        `Visa den som ansvarar för systemet exemplet ${instance}, låt rätta felet och pröva igen.`,
        `Show whoever answers for the system the example ${instance}, have it mended and try again.`,
        again,
      );
    case 'data':
      return act(
        'Rätta patienten eller enheterna som systemet inte tog emot, och pröva igen.',
        'Mend the patient or the units that the system did not take, and try again.',
        again,
      );
    case 'test':
      return act(
        'Felet ligger troligen i provet och inte i systemet: pröva igen, och anmäl det om det står kvar.',
        'The fault is likely in the test and not in the system: try again, and report it if it stays.',
        again,
      );
  }
}

const tryByHand = (again: string | undefined): Act =>
  act(
    'Låt systemet visa det, så att det går att pröva, eller pröva det för hand.',
    'Have the system show it, so that it can be tried, or try it by hand.',
    again,
  );
