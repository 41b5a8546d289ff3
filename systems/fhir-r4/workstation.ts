import type { Practitioner, Reference, Resource } from '@medplum/fhirtypes';
import type { Ref } from '../../domain/ref.ts';
import type { Actor, Role, UnitKind } from '../../domain/role.ts';
import type { Milliseconds, Timekeeper } from '../../domain/time.ts';
import { boundOf, type StepContext } from '../care-system.ts';
import { patientOfStudy } from '../dicom/dicom-web.ts';
import type { Modality } from '../dicom/modality.ts';
import type { Account, Accounts } from '../driver/account.ts';
import { colleague } from '../driver/colleagues.ts';
import { Refused } from '../driver/outcome.ts';
import { type Created, createClient, type FhirClient } from './client.ts';
import type { Directory } from './directory.ts';
import type { Exchange } from './exchange.ts';
import type { Dialect } from './mapping/dialect.ts';
import { signature } from './signature.ts';
import { type Whose, whose } from './whose.ts';
import type { Writing } from './writing.ts';

/** What a workstation is put together from. */
export interface WorkstationParts {
  readonly exchange: Exchange;
  readonly accounts: Accounts;
  readonly directory: Directory;
  readonly clock: Timekeeper;
  /** How long something that a task works by may take to turn up in its list. */
  readonly listsLag: Milliseconds;
  readonly writing: Writing;
  /** How the step is said where the system says it otherwise than we do. */
  readonly dialect?: Dialect | undefined;
  /** How far the system's clock is ahead of this one; 0 where it does not tell. */
  readonly clockAhead: Milliseconds;
  /** Where pictures are made and seen; what needs it is not covered without. */
  readonly imaging?: ImagingParts | undefined;
}

export interface ImagingParts {
  readonly modality: Modality;
  /** Address of the archive's DICOMweb service. */
  readonly dicomWeb: string;
}

/** Where a step is done: the actor signed in, the patient's chart open. */
export class Workstation {
  readonly context: StepContext;
  /** The patient of the flow, as 'Patient/17'. */
  readonly patient: string;
  readonly client: FhirClient;
  readonly #parts: WorkstationParts;

  constructor(context: StepContext, patient: string, parts: WorkstationParts) {
    this.context = context;
    this.patient = patient;
    this.#parts = parts;
    this.client = this.#clientOf(context.actor, patient);
  }

  /** Who acts, as it is written into what they make. */
  get me(): Reference<Practitioner> {
    return signature(this.context, this.patient);
  }

  /** Makes what a task makes, marked with the step's token. */
  make<R extends Resource>(resource: R): Promise<Created> {
    return this.client.create(resource, this.context.token);
  }

  /** The same of what the system passes on before it stores it: it is for the receiver to look for. */
  sendOn<R extends Resource>(resource: R): Promise<Created> {
    return this.client.create(resource, this.context.token, 'later');
  }

  /** Real time, with zone offset. */
  now(): string {
    return new Date(this.#parts.clock.now()).toISOString();
  }

  /** Whether something in a list came of this flow. */
  whose(resource: Resource, time: string | undefined): Whose {
    return whose(resource, time, this.context, this.#parts.clockAhead);
  }

  /**
   * What is looked for in a list, as soon as it is there: lists may lag, and whoever works by one looks again.
   * @returns undefined when it has not turned up for as long as lists may lag
   */
  async await<R>(look: () => Promise<R | undefined>): Promise<R | undefined> {
    const { clock, listsLag } = this.#parts;
    for (let left = listsLag, pause = 100; ; left -= pause, pause *= 2) {
      const found = await look();
      if (found !== undefined || left <= 0) return found;
      await clock.pause(Math.min(pause, left));
    }
  }

  /** The modality beside the workstation. */
  get modality(): Modality {
    return this.#imaging().modality;
  }

  /** Whose study the archive says that this is; undefined when it shows the one who acts no such study. */
  archivedPatientOf(studyUid: string): Promise<string | undefined> {
    const { exchange } = this.#parts;
    return patientOfStudy(exchange, this.#accountOf(this.context.actor), this.#imaging().dicomWeb, studyUid);
  }

  #imaging(): ImagingParts {
    const { imaging } = this.#parts;
    if (imaging === undefined) throw new Error('A step that needs an archive was tried without one.');
    return imaging;
  }

  /** FHIR as somebody else in this flow: the one of this role. */
  as(role: Role): FhirClient {
    return this.#clientOf(colleague(role, this.context), this.patient);
  }

  /** 'Organization/3' of the flow's unit of this kind; undefined when the flow has none. */
  unit(kind: UnitKind | null): Promise<string | undefined> {
    const unit = kind === null ? undefined : this.context.units[kind];
    return unit === undefined ? NO_UNIT : this.#parts.directory.unit(unit);
  }

  /** FHIR about somebody else than the patient of the flow; about nobody in particular without. */
  about(person: string | undefined): FhirClient {
    return this.#clientOf(this.context.actor, person);
  }

  #clientOf(actor: Actor, about: string | undefined): FhirClient {
    const { exchange, writing, dialect } = this.#parts;
    return createClient(exchange, this.#accountOf(actor), about, writing, dialect);
  }

  #accountOf(actor: Actor): Account {
    const { context } = this;
    const unit = actor.unit === null ? undefined : context.units[actor.unit];
    return this.#parts.accounts.of(actor, unit, context.patient.identifier);
  }
}

const NO_UNIT = Promise.resolve(undefined);

/** The handle on what an earlier step made; a step that was refused made nothing. */
export function madeBy({ context }: Workstation, { ref }: Ref): string {
  const { reference } = boundOf(context, ref);
  if (reference === undefined) throw new Refused(`”${ref}” blev aldrig sparat i systemet.`, 'absence');
  return reference;
}

/** The stay or visit that the flow is in: the last one that was begun in it. */
export function encounterOf({ context }: Workstation): string | undefined {
  let latest: string | undefined;
  context.bound.forEach(({ reference }) => {
    if (reference?.startsWith('Encounter/') === true) latest = reference;
  });
  return latest;
}
