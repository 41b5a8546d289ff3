import { KeyedStream } from '../../../domain/random.ts';
import type { Duration } from '../../../scenarios/day-simulation/day-simulation.ts';
import { drawOnce, type Sampler, type Tick } from '../../kernel/index.ts';
import { MINUTE } from '../model/time.ts';

/** Whom something is drawn for. */
export interface Entity {
  readonly purpose: string;
  readonly number: number;
}

/**
 * The draws of one replication. Each is keyed by its purpose, by the person and by the step it is for, so that a variant
 * moves no draw but those it changes.
 */
export class Draws {
  readonly #seed: number;
  readonly #streams = new Map<string, Map<string, KeyedStream>>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Uniform in [0, 1). */
  chance({ purpose, number }: Entity, what: string, index = 0): number {
    return this.#stream(purpose, what).at(number, index).next();
  }

  /** A length of time drawn anew, in ticks. */
  ticks(duration: Duration, entity: Entity, what: string, index = 0, factor = 1): Tick {
    return Math.round(Math.max(0, this.#draw(duration, entity, what, index) * factor * MINUTE));
  }

  /** A draw in the distribution's own unit. */
  value(duration: Duration, entity: Entity, what: string): number {
    return this.#draw(duration, entity, what, 0);
  }

  /** Uniform draws that go on and on. */
  source(purpose: string): Sampler {
    const stream = new KeyedStream(this.#seed, purpose).at(0);
    return () => stream.next();
  }

  #draw(duration: Duration, { purpose, number }: Entity, what: string, index: number): number {
    if (duration.kind === 'constant') return duration.value;
    return drawOnce(duration, this.#stream(purpose, what).at(number, index).source);
  }

  #stream(purpose: string, what: string): KeyedStream {
    let streams = this.#streams.get(purpose);
    if (streams === undefined) {
      streams = new Map();
      this.#streams.set(purpose, streams);
    }
    let stream = streams.get(what);
    if (stream === undefined) {
      stream = new KeyedStream(this.#seed, `${purpose} ${what}`);
      streams.set(what, stream);
    }
    return stream;
  }
}
