/**
 * A disease (or another course of care, as child health or background mortality) told as data: when it begins, which
 * states it passes through, what each state leaves in the record. The files are generators/modules/*.yaml, their form
 * is modules/module.schema.json, and the codes they use by name are generators/modules/codes/*.yaml.
 */
export interface DiseaseModule {
  /** The name of its file, without ending. */
  readonly id: string;
  readonly name: { readonly sv: string; readonly en: string };
  /** Where the numbers come from; a number of its own may say so itself. */
  readonly basis: Basis;
  readonly onset: Onset;
  /** The state that onset leads to. */
  readonly start: string;
  readonly states: Readonly<Record<string, ModuleState>>;
  /** What the checked population must show on the last day. */
  readonly prevalence?: PrevalenceTarget;
}

/** A published source by title and organisation, or an assumption that somebody should confirm. */
export type Basis = { readonly source: string } | { readonly assumption: string };

export type Onset =
  /** Anybody who meets `who` may get it at any time. */
  | {
      /** New cases per 1,000 person-years. */
      readonly per1000: BySex<ByAge>;
      readonly who?: Who;
      readonly factors?: readonly Factor[];
      /** Relative rate of each month, January first; their mean is 1. */
      readonly months?: readonly number[];
      /** After a state that has `ended`, it may begin again. */
      readonly recurs?: boolean;
    }
  /** Those who meet `who` get it at an age: vaccinations, health visits. */
  | { readonly atAge: Delay; readonly share: number; readonly who?: Who };

/** Steps: each value holds from its age (years) until the next; below the first it is 0. */
export type ByAge = Readonly<Record<string, number>>;
export type BySex<T> = T | { readonly female: T; readonly male: T };

/** Multiplies a rate while the person has another disease of the modules (by id). */
export interface Factor {
  readonly while: string;
  readonly times: number;
}

/** Whom something concerns. Every part that is given must hold. */
export interface Who {
  readonly sex?: 'female' | 'male';
  /** Completed years, both included. */
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly bornFrom?: number;
  readonly bornTo?: number;
  /** Has (has not) a disease of the modules, by id, at that time. */
  readonly has?: string;
  readonly hasNot?: string;
}

export interface ModuleState {
  /** The contact with care that this state is met in; all that is written belongs to it. */
  readonly contact?: Contact;
  readonly writes?: readonly Write[];
  /** Nothing: the state lasts for life. */
  readonly then?: readonly Transition[];
  /** The disease is over: its diagnoses abate and its drugs are stopped. */
  readonly ended?: boolean;
}

export interface Transition {
  readonly to: string;
  /** Share of those in the state; all shares of a state sum to 1, or less where rates take the rest. */
  readonly share?: number;
  /** Instead of a share: a rate that competes with the others, per 1,000 person-years; the earliest wins. */
  readonly per1000?: number | BySex<ByAge>;
  readonly after?: Delay;
  /** Instead of `after`: not before this age. */
  readonly atAge?: Delay;
  /** Shares are among those transitions that the person meets. */
  readonly who?: Who;
  readonly factors?: readonly Factor[];
}

/** One unit only: `{ days: 14 }`, `{ days: [7, 21] }` (uniform), `{ weeks: { median: 6, p90: 14 } }` (log-normal). */
export type Delay = Readonly<Partial<Record<DelayUnit, Spread>>>;
export type DelayUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';
export type Spread =
  | number
  | readonly [from: number, to: number]
  | { readonly median: number; readonly p90: number };

export const SETTINGS = {
  'primary-care': 'vårdcentral',
  emergency: 'akutmottagning',
  ward: 'vårdavdelning',
  outpatient: 'specialistmottagning',
  municipality: 'hemsjukvård',
  'child-health': 'barnavårdscentral',
  maternity: 'barnmorskemottagning',
  delivery: 'förlossning',
  'school-health': 'elevhälsa',
} as const;
export type Setting = keyof typeof SETTINGS;

export const SPECIALTIES = [
  'medicin',
  'kardiologi',
  'neurologi',
  'lungmedicin',
  'njurmedicin',
  'geriatrik',
  'onkologi',
  'kirurgi',
  'urologi',
  'ortopedi',
  'kvinnosjukvård',
  'barnmedicin',
  'psykiatri',
  'beroendevård',
  'palliativ',
  'hud',
  'öron-näsa-hals',
  'infektion',
] as const;
export type Specialty = (typeof SPECIALTIES)[number];

export interface Contact {
  readonly setting: Setting;
  /** planned: booked a while before; inpatient: with bed, days. */
  readonly form: 'planned' | 'acute' | 'phone' | 'home' | 'inpatient';
  /** Needed at outpatient and ward. */
  readonly specialty?: Specialty;
  readonly by?: 'physician' | 'nurse' | 'district-nurse' | 'midwife' | 'school-nurse' | 'physiotherapist';
  /** What the patient comes for, in Swedish. */
  readonly reason: string;
  /** From booking to the planned time; the state is entered at booking. Only for planned. */
  readonly booked?: Delay;
  /** From arrival to discharge. Default: 20–40 minutes; 2–6 hours at emergency; 2–7 days inpatient. */
  readonly length?: Delay;
}

/** One of the keys, and `who` or `share` (0–1) where it does not concern everybody. */
export type Write = { readonly who?: Who; readonly share?: number } & (
  | { readonly diagnosis: string; readonly problem?: boolean }
  | { readonly abate: string }
  | { readonly test: string; readonly value?: BySex<Distribution> }
  | { readonly bloodPressure: { readonly systolic: Distribution; readonly diastolic: Distribution } }
  | { readonly report: string; readonly tests: readonly ReportedTest[] }
  | {
      readonly prescribe: string | readonly DrugChoice[];
      readonly for?: Delay;
      readonly indication: string;
      readonly conflict?: Conflict;
    }
  | { readonly stop: string }
  | { readonly procedure: string }
  | { readonly referral: Specialty; readonly question: string }
  | { readonly vaccine: string; readonly dose: number }
  | { readonly allergy: string }
  | { readonly death: string }
);

interface ReportedTest {
  readonly test: string;
  readonly value?: BySex<Distribution>;
}

/** The first that fits allergy, age, sex, pregnancy and current drugs is taken, in an order drawn by `share`. */
export interface DrugChoice {
  readonly drug: string;
  readonly share: number;
  readonly dose?: number;
  readonly perDay?: number;
}

/** A prescription that should not have been: labelled, so that a check and a test of decision support know it. */
export type Conflict = 'allergy' | 'duplicate' | 'pregnancy' | 'age';

/** Values of one person vary around the person's own level. `perDecade` is added for each ten years above 50. */
export type Distribution =
  | { readonly mean: number; readonly sd: number; readonly perDecade?: number }
  | { readonly median: number; readonly p90: number }
  /** A growth curve of codes/growth.yaml; the person keeps to a channel, `shift` standard deviations from it. */
  | { readonly curve: string; readonly shift?: number }
  | { readonly text: string };

/** Share in per cent who have the disease on the last day, by age. */
export interface PrevalenceTarget {
  readonly basis: Basis;
  /** In these states; absent: in any state that has not ended. */
  readonly states?: readonly string[];
  readonly percent: BySex<ByAge>;
}
