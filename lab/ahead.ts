import type { PlannedFlow } from '../domain/care-day.ts';
import type { CareFlow, CareStep } from '../domain/care-flow.ts';
import { MINUTE, type Milliseconds } from '../domain/time.ts';
import { takesPart } from './lab.ts';
import { cardId, type LabState, type SeatState } from './state.ts';

/** A task that nobody has begun, and that a robot will do unless somebody is given it. */
export interface Upcoming {
  readonly instance: string;
  readonly step: number;
  readonly planned: PlannedFlow;
  readonly flow: CareFlow;
  /** Who can be given it, and who has been: a place, or `robot`; absent while nobody has said. */
  readonly takers: readonly SeatState[];
  readonly givenTo: string | undefined;
}

/** So far ahead of the day's clock, and no more of them, are shown: what is further away is nobody's concern yet. */
const LOOKS_AHEAD: Milliseconds = 30 * MINUTE;
const MOST_SHOWN = 8;
export const A_ROBOT = 'robot';

/** How far each flow of a lab has come, and what comes next in it. */
export class Ahead {
  readonly #planned: readonly PlannedFlow[];
  readonly #flows: ReadonlyMap<string, CareFlow>;
  /** By instance: the step that it is at, or came to last. */
  readonly #reached = new Map<string, number>();
  readonly #ended = new Set<string>();
  /** What robots are doing at this moment, by step. */
  readonly #underWay = new Map<string, { readonly instance: string; readonly step: number }>();

  constructor(planned: readonly PlannedFlow[], flows: ReadonlyMap<string, CareFlow>) {
    this.#planned = planned;
    this.#flows = flows;
  }

  /** A flow has come to a step: what was before it is no longer to come. */
  reached(instance: string, step: number): void {
    this.#reached.set(instance, Math.max(step, this.#reached.get(instance) ?? -1));
  }

  ended(instance: string): void {
    this.#ended.add(instance);
  }

  /** A robot does something in the system for as long as it takes. */
  async doing<T>(instance: string, step: number, what: () => Promise<T>): Promise<T> {
    const id = cardId(instance, step);
    this.#underWay.set(id, { instance, step });
    try {
      return await what();
    } finally {
      this.#underWay.delete(id);
    }
  }

  get underWay(): readonly { readonly instance: string; readonly step: number }[] {
    return [...this.#underWay.values()];
  }

  /** The next tasks of each flow that is under way, or soon will be, which somebody who is here could be given. */
  upcoming(state: LabState, dayTime: Milliseconds): readonly Upcoming[] {
    const found: Upcoming[] = [];
    for (const planned of this.#planned) {
      if (found.length >= MOST_SHOWN) break;
      const { instance, at } = planned;
      const flow = this.#flows.get(planned.flow);
      if (flow === undefined || this.#ended.has(instance) || at > dayTime + LOOKS_AHEAD) continue;
      const next = this.#nextIn(flow, planned, state);
      if (next !== undefined) found.push({ instance, planned, flow, ...next });
    }
    return found;
  }

  #nextIn(
    flow: CareFlow,
    planned: PlannedFlow,
    state: LabState,
  ): Pick<Upcoming, 'step' | 'takers' | 'givenTo'> | undefined {
    const from = this.#reached.get(planned.instance);
    for (const [step, each] of flow.steps.entries()) {
      if (from !== undefined && step <= from) continue;
      const takers = takersOf(each, planned, state);
      if (takers.length === 0) continue;
      const id = cardId(planned.instance, step);
      const givenTo = state.handed.has(id) ? (state.handed.get(id) ?? A_ROBOT) : undefined;
      return { step, takers, givenTo };
    }
    return undefined;
  }
}

function takersOf(
  { activity, actor }: CareStep,
  planned: PlannedFlow,
  state: LabState,
): readonly SeatState[] {
  if (activity.type !== 'task' || actor === undefined || actor.unit === null) return [];
  const unit = planned.units[actor.unit];
  return state.seats.filter((place) => takesPart(place, actor, unit));
}
