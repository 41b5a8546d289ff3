import { setImmediate } from 'node:timers/promises';
import type { Timekeeper } from '../../../domain/time.ts';

/** Real time that passes only by the latest pause, and things that happen when their time has come. */
export class Clockwork implements Timekeeper {
  private time = 0;
  private pauses = 0;
  private readonly planned: { readonly at: number; readonly happen: () => void }[] = [];

  now(): number {
    return this.time;
  }

  async pause(milliseconds: number): Promise<void> {
    const pause = ++this.pauses;
    await setImmediate(); // What is under way in no time comes before any time passes.
    if (pause !== this.pauses) return;
    const end = this.time + milliseconds;
    for (const { at, happen } of this.takeUntil(end)) {
      this.time = at;
      happen();
      await setImmediate();
      if (pause !== this.pauses) return;
    }
    this.time = end;
  }

  /** Time that is lost to something else. */
  lose(milliseconds: number): void {
    this.time += milliseconds;
  }

  at(at: number, happen: () => void): void {
    this.planned.push({ at, happen });
    this.planned.sort((a, b) => a.at - b.at);
  }

  private *takeUntil(end: number): Generator<{ readonly at: number; readonly happen: () => void }> {
    for (let next = this.planned[0]; next !== undefined && next.at <= end; next = this.planned[0]) {
      this.planned.shift();
      yield next;
    }
  }
}
