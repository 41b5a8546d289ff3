import type { Milliseconds } from '../../../domain/time.ts';
import type { Tick } from '../../kernel/index.ts';
import { TICK } from './lag.ts';

/** By how much staff are late with their next task, since the system took their time. */
export class Owed {
  readonly #owed = new Map<string, Milliseconds>();

  add(staff: string, milliseconds: Milliseconds): void {
    this.#owed.set(staff, (this.#owed.get(staff) ?? 0) + milliseconds);
  }

  /** Whole ticks of it; what is less than one goes on being owed. */
  take(staff: string): Tick {
    const owed = this.#owed.get(staff);
    if (owed === undefined || owed < TICK) return 0;
    const ticks = Math.floor(owed / TICK);
    this.#owed.set(staff, owed - ticks * TICK);
    return ticks;
  }
}
