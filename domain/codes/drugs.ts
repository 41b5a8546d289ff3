/** A drug as the flows prescribe it: one substance, one dose, one route. ATC codes: WHO Collaborating Centre. */
export interface Drug {
  readonly atc: string;
  readonly substance: string;
  readonly dose: number;
  /** UCUM */
  readonly unit: string;
  readonly route: 'intravenöst' | 'peroralt';
  readonly timesPerDay: number;
}

export const DRUGS = {
  Bensylpenicillin: {
    atc: 'J01CE01',
    substance: 'bensylpenicillin',
    dose: 3,
    unit: 'g',
    route: 'intravenöst',
    timesPerDay: 3,
  },
  Klindamycin: {
    atc: 'J01FF01',
    substance: 'klindamycin',
    dose: 600,
    unit: 'mg',
    route: 'intravenöst',
    timesPerDay: 3,
  },
  Cefotaxim: {
    atc: 'J01DD01',
    substance: 'cefotaxim',
    dose: 2,
    unit: 'g',
    route: 'intravenöst',
    timesPerDay: 3,
  },
  Furosemid: {
    atc: 'C03CA01',
    substance: 'furosemid',
    dose: 40,
    unit: 'mg',
    route: 'peroralt',
    timesPerDay: 1,
  },
  Paracetamol: {
    atc: 'N02BE01',
    substance: 'paracetamol',
    dose: 1,
    unit: 'g',
    route: 'peroralt',
    timesPerDay: 4,
  },
} as const satisfies Record<string, Drug>;

export type DrugName = keyof typeof DRUGS;

/** What somebody can be allergic to, and the ATC group it shuts. SNOMED CT codes are assumptions to be confirmed. */
export const ALLERGENS = {
  penicillin: { snomed: '91936005', display: 'Penicillinallergi', atcPrefix: 'J01C' },
  paracetamol: { snomed: '293584003', display: 'Paracetamolallergi', atcPrefix: 'N02BE' },
} as const;

export type AllergenName = keyof typeof ALLERGENS;
