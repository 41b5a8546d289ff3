import type { Drug } from './codes/drugs.ts';

/** An identity number with the system it belongs to. Only numbers that can belong to no living person are ever used. */
export interface PersonIdentifier {
  readonly system: string;
  readonly value: string;
}

/** A synthetic person, as flows need to know them. */
export interface Patient {
  /** Stable within a seed: 'p-000042'. */
  readonly key: string;
  readonly identifier: PersonIdentifier;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: 'female' | 'male';
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly address: { readonly line: string; readonly postalCode: string; readonly city: string };
  /** Kommunkod of Statistics Sweden, four digits. */
  readonly municipalityCode: string;
  /** Skyddade personuppgifter: name and address must not be shown. */
  readonly protectedIdentity: boolean;
  /** What the record tells from before the flow; absent where it tells nothing. */
  readonly history?: PatientHistory;
}

/** Diseases that the person has, what the person is allergic to, takes and measures; dates are YYYY-MM-DD. */
export interface PatientHistory {
  readonly problems: readonly { readonly icd10: string; readonly display: string; readonly since: string }[];
  readonly allergies: readonly {
    readonly snomed: string;
    readonly display: string;
    readonly since: string;
  }[];
  readonly measurements?: readonly {
    readonly system: string;
    readonly code: string;
    readonly display: string;
    readonly value: number;
    /** UCUM */
    readonly unit: string;
    readonly category: 'vital-signs' | 'laboratory';
    readonly at: string;
  }[];
  /** What the person takes already; `weekly` is once a week instead of so many times a day. */
  readonly drugs?: readonly { readonly drug: Drug; readonly weekly: boolean; readonly since: string }[];
}

/** Who a flow can happen to. */
export interface PatientCriteria {
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly sex?: 'female' | 'male';
  readonly protectedIdentity: boolean;
  /** Name of the kommun where the person lives; absent: where the flow's units are. */
  readonly municipality?: string;
  /** Diseases and allergies in the words of a feature: 'förmaksflimmer', 'penicillinallergi'. */
  readonly history?: readonly string[];
}
