import { CONFLICT_TAG, HISTORY_SYSTEMS } from '../../../fhir/systems.ts';
import { codeOf, listAt, textAt } from '../../json.ts';
import { instantOf } from '../../read/instant.ts';
import type { Person } from '../../read/person.ts';
import type { Place, ResourceLine } from '../../rule.ts';

/** A MedicationRequest as the rules about drugs see it. */
export interface Prescription {
  readonly id: string;
  readonly place: Place;
  readonly person: Person;
  readonly atc: string;
  /** As the drug file calls it. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly from: number;
  /** Epoch milliseconds of the end of its last day; infinite while it is used. */
  readonly to: number;
  readonly authoredOn: string;
  /** What it is labelled as going against on purpose. */
  readonly conflict: string | undefined;
}

export function prescriptionOf(line: ResourceLine): Prescription | undefined {
  if (line !== latest?.line) latest = { line, prescription: prescriptionIn(line) };
  return latest.prescription;
}

/** Several rules ask of the same line, one after another. */
let latest: { readonly line: ResourceLine; readonly prescription: Prescription | undefined } | undefined;

function prescriptionIn({ type, id, resource, person, place }: ResourceLine): Prescription | undefined {
  if (type !== 'MedicationRequest' || person === undefined) return undefined;
  const { medicationCodeableConcept: drug, authoredOn } = resource;
  const end = textAt(resource, 'dosageInstruction', 0, 'timing', 'repeat', 'boundsPeriod', 'end');
  const written = typeof authoredOn === 'string' ? authoredOn : '';
  return {
    id,
    place,
    person,
    atc: codeOf(drug, HISTORY_SYSTEMS.atc) ?? '',
    name: textAt(drug, 'coding', 0, 'display') ?? '',
    from: instantOf(written),
    to: end === undefined ? Number.POSITIVE_INFINITY : instantOf(end),
    authoredOn: written,
    conflict: conflictOf(resource.meta),
  };
}

function conflictOf(meta: ResourceLine['resource'][string]): string | undefined {
  for (const tag of listAt(meta, 'tag')) {
    const code = textAt(tag, 'code');
    if (code?.startsWith(`${CONFLICT_TAG}-`)) return code.slice(CONFLICT_TAG.length + 1);
  }
  return undefined;
}
