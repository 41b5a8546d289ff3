/** A drug as the flows prescribe it: one substance, one dose, one route. */
export interface Drug {
  /** As it is called in sentences and in lists to choose from. */
  readonly word: string;
  readonly atc: string;
  readonly substance: string;
  readonly dose: number;
  /** UCUM */
  readonly unit: string;
  /** In Swedish: 'intravenöst' */
  readonly route: string;
  /** How often, where it is given every day. */
  readonly timesPerDay?: number;
  /** Instead, where it is not: methotrexate once a week. */
  readonly timesPerWeek?: number;
  /** Given when needed, for this: 'smärta'; the times are then the most. */
  readonly asNeededFor?: string;
}

/** How often a drug is to be given, as FHIR's Timing says it. */
export interface Schedule {
  readonly frequency: number;
  readonly periodUnit: 'd' | 'wk';
  readonly asNeeded: boolean;
}

export const scheduleOf = ({ timesPerDay, timesPerWeek, asNeededFor }: Drug): Schedule => ({
  frequency: timesPerWeek ?? timesPerDay ?? 1,
  periodUnit: timesPerWeek === undefined ? 'd' : 'wk',
  asNeeded: asNeededFor !== undefined,
});

const PERIODS = { d: 'per dygn', wk: 'i veckan' } as const;

/** 'en gång i veckan', '3 gånger per dygn', 'vid behov, högst 4 gånger per dygn' */
export function scheduleText({ frequency, periodUnit, asNeeded }: Schedule): string {
  const times = `${frequency === 1 ? 'en gång' : `${frequency} gånger`} ${PERIODS[periodUnit]}`;
  return asNeeded ? `vid behov, högst ${times}` : times;
}

const HOURS = { d: 24, wk: 168 } as const;

/** Where a prescription says how often it is given. */
interface Timed {
  readonly dosageInstruction?: readonly {
    readonly timing?: { readonly repeat?: { readonly frequency?: number; readonly periodUnit?: string } };
  }[];
}

/** How far apart the doses of a prescription are, in hours; a day where it does not say how often. */
export function hoursBetween({ dosageInstruction: [first] = [] }: Timed): number {
  const { frequency = 1, periodUnit = 'd' } = first?.timing?.repeat ?? {};
  return (periodUnit === 'wk' ? HOURS.wk : HOURS.d) / frequency;
}

/** What somebody can be allergic to, and the ATC group it shuts. */
export interface Allergen {
  /** As it is called in sentences: 'penicillin'. */
  readonly word: string;
  readonly snomed: string;
  readonly display: string;
  readonly atcPrefix: string;
}
