import { formatDuration, type Milliseconds, SECOND, type Timekeeper } from '../../domain/time.ts';
import { SystemError } from '../care-system.ts';
import type { TransportResponse } from './transport.ts';

/** How long a system that is too often asked and does not say until when is left in peace; an assumption. */
const UNTOLD: Milliseconds = 1 * SECOND;

/** Who waits: for what step and until when at most (epoch milliseconds). */
export interface Waiting {
  readonly until?: number | undefined;
}

/** Whether a system asks to be asked again later (RFC 6585, 4; RFC 9110, 15.6.4), which of 503 only Retry-After tells. */
export const asksToWait = (response: TransportResponse): boolean =>
  response.status === 429 || (response.status === 503 && response.header('retry-after') !== undefined);

/** What systems have asked steps to wait for, so that the steps can tell it. */
export class Waits {
  readonly #clock: Timekeeper;
  /** Absent until somebody waits, as nearly nobody does. */
  #told: WeakMap<Waiting, { times: number; total: Milliseconds }> | undefined;

  constructor(clock: Timekeeper) {
    this.#clock = clock;
  }

  /**
   * Sends again what a system was too busy for, when it wants it, until it takes it. Nothing that is answered so has been
   * done, so a write is no exception.
   * @param longest how long to wait at most, where the step does not say until when
   * @throws SystemError `busy` when it wants it later than the step can use it
   */
  async out(
    first: TransportResponse,
    send: () => Promise<TransportResponse>,
    longest: Milliseconds,
    step: Waiting | undefined,
  ): Promise<TransportResponse> {
    const start = this.#clock.now();
    const until = step?.until ?? start + longest;
    for (let response = first, waited = 0, untold = UNTOLD; ; untold *= 2) {
      const now = Math.max(this.#clock.now(), start + waited);
      const wait = askedFor(response, now) ?? untold;
      if (now + wait > until) throw busy(response.status, wait);
      waited += wait;
      if (step !== undefined) this.#note(step, wait);
      await this.#clock.pause(wait);
      response = await send();
      if (!asksToWait(response)) return response;
    }
  }

  /** ' Systemet bad om väntan 2 gånger, 3 s.'; nothing of a step that did not wait. */
  toldOf(step: Waiting): string {
    const told = this.#told?.get(step);
    if (told === undefined) return '';
    const times = told.times === 1 ? 'en gång' : `${told.times} gånger`;
    return ` Systemet bad om väntan ${times}, sammanlagt ${formatDuration(told.total)}, och fick den.`;
  }

  #note(step: Waiting, wait: Milliseconds): void {
    this.#told ??= new WeakMap();
    const { times, total } = this.#told.get(step) ?? { times: 0, total: 0 };
    this.#told.set(step, { times: times + 1, total: total + wait });
  }
}

/** Milliseconds; a time of the day is read on the system's own clock, which the same answer tells. */
function askedFor(response: TransportResponse, now: number): Milliseconds | undefined {
  const told = response.header('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(told)) return Number(told) * SECOND;
  const at = Date.parse(told);
  if (Number.isNaN(at)) return undefined;
  const here = Date.parse(response.header('date') ?? '');
  return Math.max(0, at - (Number.isNaN(here) ? now : here));
}

const busy = (status: number, wait: Milliseconds): SystemError =>
  new SystemError(
    'busy',
    `Systemet är upptaget (${status}) och vill bli frågat igen om ${formatDuration(wait)}; så länge kan steget inte vänta.`,
  );
