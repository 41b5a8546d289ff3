import type { SignedIn } from '../workflow.ts';

/** How long what was opened in an emergency stays open to who opened it, milliseconds; an assumption. */
const OPEN_FOR = 2 * 60 * 60 * 1000;

interface Opening {
  /** Where the blocked data lies has been asked for; the data itself is not open yet. */
  readonly step: 'asked' | 'open';
  /** Epoch milliseconds. */
  readonly until: number;
}

/**
 * Who has opened whose blocked data, by the two active steps that it takes (inre spärr: patientdatalagen 2008:355, 4 kap.
 * 5 §; two steps: E-hälsomyndigheten and Socialstyrelsen, "Spärra patientuppgifter mellan vårdgivare"). Forgotten when the
 * environment stops: what is closed can be opened again.
 */
export class Openings {
  readonly #now: () => number;
  readonly #openings = new Map<string, Opening>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The first step: the reader is told where the blocked data lies. */
  ask(by: SignedIn, patient: string): void {
    if (this.stepOf(by, patient) === undefined) this.#keep(by, patient, 'asked');
  }

  /** The second step; false when the first was not taken. */
  open(by: SignedIn, patient: string): boolean {
    if (this.stepOf(by, patient) === undefined) return false;
    this.#keep(by, patient, 'open');
    return true;
  }

  stepOf(by: SignedIn, patient: string): Opening['step'] | undefined {
    const opening = this.#openings.get(keyOf(by, patient));
    return opening !== undefined && opening.until > this.#now() ? opening.step : undefined;
  }

  #keep(by: SignedIn, patient: string, step: Opening['step']): void {
    this.#openings.set(keyOf(by, patient), { step, until: this.#now() + OPEN_FOR });
  }
}

const keyOf = ({ userName }: SignedIn, patient: string): string => `${userName} ${patient}`;
