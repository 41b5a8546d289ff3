import type { ResourceType } from '@medplum/fhirtypes';
import type { Of, Question, Task } from '../../domain/activity.ts';
import type { Alert } from '../../domain/deck-evidence.ts';
import type { Workstation } from './workstation.ts';

/** What a step asks of a FHIR server; the server says in its CapabilityStatement whether it has it. */
export interface Needs {
  readonly interactions?: readonly (readonly ['read' | 'create' | 'update', ResourceType])[];
  /** A resource type and the parameters it is searched by. */
  readonly searches?: readonly (readonly [ResourceType, ...string[]])[];
  readonly operations?: readonly (readonly [ResourceType, string])[];
  /** What no plain server does, by the names that areas have for it. */
  readonly workflows?: readonly string[];
  /** The patient does it, signed in as the patient. */
  readonly patientSignsIn?: boolean;
  /** The system knows who reads: what is hidden from one and shown to another is told from what all see. */
  readonly readersToldApart?: boolean;
  /** A modality and an archive of pictures (DICOM), which only Node speaks with. */
  readonly dicom?: boolean;
}

/** All that any of these asks. */
export const everyNeed = (needs: readonly Needs[]): Needs => ({
  interactions: needs.flatMap(({ interactions = [] }) => interactions),
  searches: needs.flatMap(({ searches = [] }) => searches),
  operations: needs.flatMap(({ operations = [] }) => operations),
  workflows: [...new Set(needs.flatMap(({ workflows = [] }) => workflows))],
  readersToldApart: needs.some(({ readersToldApart = false }) => readersToldApart),
  dicom: needs.some(({ dicom = false }) => dicom),
});

/** What a task made. */
export interface Made {
  /** 'ServiceRequest/17' */
  readonly reference?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** What a report should tell of how it was done, as a sentence. */
  readonly remark?: string;
}

/** What was seen: whether it was as expected, and how it looked, in Swedish. */
export interface Sight {
  readonly seen: boolean;
  readonly observed: string;
  /** What decision support said, where the question is about that. */
  readonly advice?: readonly Alert[];
}

export interface TaskWay<T extends Task> {
  readonly needs: Needs;
  readonly perform: (task: T, at: Workstation) => Promise<Made>;
}

export interface QuestionWay<Q extends Question> {
  readonly needs: Needs;
  /** What this very question needs, where not every one of its kind needs all. */
  readonly needsOf?: (question: Q) => Needs;
  /** What should be seen, in Swedish. */
  readonly expected: (question: Q, at: Workstation) => string;
  readonly look: (question: Q, at: Workstation) => Promise<Sight>;
}

/** How a kind of step is done; `plainly` on a server that stores and searches, and says of itself that it does no more. */
export interface TaskHandler<T extends Task> extends TaskWay<T> {
  readonly plainly?: TaskWay<T>;
}

/** How a kind of step is seen; `plainly` tells in words what was tried and what was not. */
export interface QuestionHandler<Q extends Question> extends QuestionWay<Q> {
  readonly plainly?: QuestionWay<Q>;
}

/** The tasks of one care area, each kind with its handler. */
export type TaskTable<T extends Task> = { readonly [K in T['kind']]: TaskHandler<Of<T, K>> };

/** The questions of one care area, each kind with its handler. */
export type QuestionTable<Q extends Question> = {
  readonly [K in Q['kind']]: QuestionHandler<Of<Q, K>>;
};

/** What a care system does by itself, and a plain FHIR server does not; a step that needs it is not covered without. */
export interface Workflow {
  /** The end of 'Systemet säger inte att det …': 'tilldelar en vårdplats vid inläggning'. */
  readonly sv: string;
  /** It is about who sees what: where nobody is told from anybody else it shows nothing. */
  readonly tellsReadersApart?: true;
}

/** How one area of care is said in FHIR R4, by kind of activity. */
export interface FhirArea {
  /** Those that the area understands, by name; a profile or the server itself says that the system does them. */
  readonly workflows?: Readonly<Record<string, Workflow>>;
  readonly tasks: Readonly<Record<string, TaskHandler<never>>>;
  readonly questions: Readonly<Record<string, QuestionHandler<never>>>;
}
