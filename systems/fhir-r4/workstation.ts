import type { Practitioner, Reference } from '@medplum/fhirtypes';
import type { TaskKind, TaskOf } from '../../domain/activity.ts';
import type { Ref } from '../../domain/ref.ts';
import type { Actor, Role, UnitKind } from '../../domain/role.ts';
import { type Bound, boundOf, type StepContext, unitOf } from '../care-system.ts';
import type { Accounts } from '../driver/account.ts';
import { colleague } from '../driver/colleagues.ts';
import { Refused } from '../driver/outcome.ts';
import { createClient, type FhirClient } from './client.ts';
import type { Directory } from './directory.ts';
import type { Exchange } from './exchange.ts';
import { signature } from './signature.ts';
import type { Resending } from './write.ts';

/** Where a step is done: the actor signed in, the patient's chart open. */
export interface Workstation {
  readonly context: StepContext;
  /** The patient of the flow, as 'Patient/17'. */
  readonly patient: string;
  readonly client: FhirClient;
  /** Who acts, as it is written into what they make. */
  readonly me: Reference<Practitioner>;
  /** Real time, with zone offset. */
  now(): string;
  /** FHIR as somebody else in this flow: the one of this role. */
  as(role: Role): FhirClient;
  /** 'Organization/3' of the flow's unit of this kind; undefined when the flow has none. */
  unit(kind: UnitKind | null): Promise<string | undefined>;
}

export async function openWorkstation(
  context: StepContext,
  parts: {
    readonly exchange: Exchange;
    readonly accounts: Accounts;
    readonly directory: Directory;
    readonly now: () => number;
    /** For a step that may have been done in part before. */
    readonly resending?: Resending;
  },
): Promise<Workstation> {
  const { exchange, accounts, directory, now, resending } = parts;
  const patient = await directory.patient(context.patient);
  const clientOf = (actor: Actor): FhirClient =>
    createClient(
      exchange,
      accounts.of(actor, unitOf({ ...context, actor }), context.patient.identifier),
      patient,
      resending,
    );
  return {
    context,
    patient,
    client: clientOf(context.actor),
    me: signature(context, patient),
    now: () => new Date(now()).toISOString(),
    as: (role) => clientOf(colleague(role, context)),
    async unit(kind) {
      const unit = kind === null ? undefined : context.units[kind];
      return unit === undefined ? undefined : directory.unit(unit);
    },
  };
}

/** The handle on what an earlier step made; a step that was refused made nothing. */
export function madeBy({ context }: Workstation, { ref }: Ref): string {
  const { reference } = boundOf(context, ref);
  if (reference === undefined) throw new Refused(`”${ref}” blev aldrig sparat i systemet.`);
  return reference;
}

/** What an earlier step of the flow did, when it was of this kind and was done; the latest such. */
export function latest<K extends TaskKind>(
  { context }: Workstation,
  kind: K,
): (Bound & { readonly task: TaskOf<K> }) | undefined {
  return all(context, kind).at(-1);
}

/** All that earlier steps of this kind did, in order. */
export function all<K extends TaskKind>(
  context: StepContext,
  kind: K,
): readonly (Bound & { readonly task: TaskOf<K> })[] {
  const isKind = (bound: Bound): bound is Bound & { readonly task: TaskOf<K> } =>
    bound.task.kind === kind && bound.outcome === 'done';
  return [...context.bound.values()].filter(isKind);
}

/** The stay or visit that the flow is in: the ward's when admitted, else the arrival. */
export function encounterOf(at: Workstation): string | undefined {
  return (latest(at, 'admit') ?? latest(at, 'register-arrival'))?.reference;
}
