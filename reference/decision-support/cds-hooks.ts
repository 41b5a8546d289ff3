/** The parts of CDS Hooks 2.0 (cds-hooks.hl7.org/2.0) that the environment speaks. */
export const HOOKS = ['order-select', 'order-sign', 'patient-view', 'vital-signs-recorded'] as const;

/** All but `vital-signs-recorded` are of the standard; that is our own, and its context holds one `observation`. */
export type Hook = (typeof HOOKS)[number];

export const INDICATORS = ['critical', 'warning', 'info'] as const;
export type Indicator = (typeof INDICATORS)[number];

/** Advice of one service; the texts are read by people. */
export interface Card {
  readonly uuid: string;
  /** Under 140 characters. */
  readonly summary: string;
  readonly detail?: string;
  readonly indicator: Indicator;
  readonly source: { readonly label: string };
  /** Present where the user may go on against a critical card, with one of these reasons. */
  readonly overrideReasons?: readonly { readonly code: string; readonly display: string }[];
}

export interface CdsRequest {
  readonly hook: Hook;
  readonly hookInstance: string;
  readonly context: Readonly<Record<string, unknown>>;
  /** By the keys of {@link ServiceDescription.prefetch}. */
  readonly prefetch?: Readonly<Record<string, unknown>>;
}

/** What a service says of itself at `GET /cds-services`. */
export interface ServiceDescription {
  readonly id: string;
  readonly hook: Hook;
  readonly title: string;
  readonly description: string;
  /** FHIR searches that the caller does beforehand; {{context.patientId}} stands for the patient. */
  readonly prefetch?: Readonly<Record<string, string>>;
}

export interface CdsService extends ServiceDescription {
  evaluate(request: CdsRequest): readonly Card[];
}
