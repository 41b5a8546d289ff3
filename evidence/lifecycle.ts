import type { EvidenceEvent } from '../domain/evidence.ts';

/** How a journal ends. A run that was killed leaves no last word; one that was interrupted says so. Both can be resumed. */
export type Ending = 'complete' | 'interrupted' | 'killed';

/** Whether a run's events come in an order in which a run can happen. */
export class Lifecycle {
  #started = false;
  #over: { readonly interrupted: boolean } | undefined;
  readonly #underWay = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #loads = new Map<string, 'under way' | 'ended'>();

  /** Whether nothing more can come. */
  get isComplete(): boolean {
    return this.#over?.interrupted === false;
  }

  get ending(): Ending {
    if (this.#over === undefined) return 'killed';
    return this.#over.interrupted ? 'interrupted' : 'complete';
  }

  /** Why the next event cannot come here, in words; nothing when it can. */
  disorder(event: EvidenceEvent): string | undefined {
    if (event.type === 'run-resumed') return this.#resume();
    if (this.#over !== undefined) return `${event.type} after run-ended`;
    if (event.type === 'run-started') {
      const again = this.#started;
      this.#started = true;
      return again ? 'run-started twice' : undefined;
    }
    if (!this.#started) return `${event.type} before run-started`;
    switch (event.type) {
      case 'run-ended':
        this.#over = event;
        return undefined;
      case 'not-supported':
      case 'clock-measured':
      case 'day-measured':
      case 'lag':
      case 'estimate':
      case 'simulated':
      // Who comes may be made known before, as when a lab looks whether everything is in place, and again.
      case 'introduced':
        return undefined;
      case 'flow-started':
        if (this.#underWay.has(event.instance) || this.#ended.has(event.instance)) {
          return `flow-started twice for ${event.instance}`;
        }
        this.#underWay.add(event.instance);
        return undefined;
      case 'flow-ended':
        this.#ended.add(event.instance);
        return this.#underWay.delete(event.instance)
          ? undefined
          : `flow-ended for ${event.instance}, not under way`;
      case 'step-started':
      case 'step-ended':
        return this.#underWay.has(event.instance)
          ? undefined
          : `${event.type} for ${event.instance}, not under way`;
      case 'load-started':
        if (this.#loads.has(event.load)) return `load-started twice for ${event.load}`;
        this.#loads.set(event.load, 'under way');
        return undefined;
      case 'load-slice':
        return this.#loads.get(event.load) === 'under way'
          ? undefined
          : `load-slice for ${event.load}, not under way`;
      case 'load-ended': {
        const state = this.#loads.get(event.load);
        this.#loads.set(event.load, 'ended');
        return state === 'under way' ? undefined : `load-ended for ${event.load}, not under way`;
      }
      case 'reconciled':
      case 'attachment':
        return this.#underWay.has(event.instance) || this.#ended.has(event.instance)
          ? undefined
          : `${event.type} for ${event.instance}, never started`;
    }
  }

  #resume(): string | undefined {
    if (!this.#started) return 'run-resumed before run-started';
    if (this.isComplete) return 'run-resumed after run-ended';
    this.#over = undefined;
    return undefined;
  }
}
