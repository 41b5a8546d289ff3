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
  readonly timesPerDay: number;
}

/** What somebody can be allergic to, and the ATC group it shuts. */
export interface Allergen {
  /** As it is called in sentences: 'penicillin'. */
  readonly word: string;
  readonly snomed: string;
  readonly display: string;
  readonly atcPrefix: string;
}
