import type { Colour } from '../../../scenarios/day-simulation/colour.ts';
import type { Share } from '../../../scenarios/day-simulation/day-simulation.ts';
import { type Body, type Effect, hold, type Outcome } from '../../kernel/index.ts';
import type { ModelStep } from '../model/day-model.ts';
import { admit } from './admit.ts';
import type { Hospital } from './hospital.ts';
import { arrive, leave, leavePlace, takePlace, urgencyOf, type Visit } from './visit.ts';
import { work } from './work.ts';

/** One visit from a step on, which for those of the census is not the first. */
export function* patient(hospital: Hospital, visit: Visit, steps: readonly ModelStep[], from = 0): Body {
  arrive(hospital, visit);
  for (const step of steps.slice(0, from)) {
    if (step.kind === 'take-place') yield* takePlace(hospital, visit);
    if (step.kind === 'work') note(hospital, visit, step.task);
  }
  yield* follow(hospital, visit, steps.slice(from));
  yield* leavePlace(hospital, visit);
  leave(hospital, visit, 'discharged');
}

type Part = Generator<Effect, void, Outcome>;

function* follow(hospital: Hospital, visit: Visit, steps: readonly ModelStep[]): Part {
  const { draws } = hospital;
  // One generator for all steps: every one that an effect has to pass through costs.
  for (const step of steps) {
    switch (step.kind) {
      case 'work': {
        const unit = visit.places[step.unit] ?? step.unit;
        const asked = { role: step.role, task: step.task, unit, step: step.number };
        const begins = () => note(hospital, visit, step.task);
        yield* work(hospital, asked, visit.entity, urgencyOf(visit), { begins });
        break;
      }
      case 'wait':
        yield hold(draws.ticks(step.time, visit.entity, 'wait', step.number));
        break;
      case 'take-place':
        yield* takePlace(hospital, visit);
        break;
      case 'admit':
        yield* admit(hospital, visit, step.number);
        break;
      case 'some': {
        const share = shareOf(step.share, visit.colour);
        const isAmong = draws.chance(visit.entity, 'share', step.number) < share;
        yield* follow(hospital, visit, isAmong ? step.steps : step.otherwise);
        break;
      }
    }
  }
}

const shareOf = (share: Share, colour: Colour | undefined): number => {
  if (typeof share === 'number') return share;
  return colour === undefined ? 0 : share[colour];
};

/** What the limits are about: when triage and when a doctor began. Whom a doctor sees at once is triaged by that. */
function note({ simulation }: Hospital, { record }: Visit, task: string): void {
  if (record === undefined) return;
  if (task === 'triage' || task === 'assess') record.triagedAt ??= simulation.now;
  if (task === 'assess') record.doctorAt ??= simulation.now;
}
