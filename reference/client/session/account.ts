import { ROLES, type Role } from '../../../domain/role.ts';
import { Failure } from '../fhir/errors.ts';

/** Who is signed in, and where. */
export interface Account {
  readonly role: Role;
  readonly display: string;
  readonly hsaId?: string;
  /** The acts that the server lets this person do. */
  readonly may: readonly string[];
  readonly unit?: Unit;
  /** 'Patient/<id>' of a signed-in patient. */
  readonly patient?: string;
}

interface Unit {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly hsaId: string;
  /** 'Organization/<id>' */
  readonly reference: string;
}

/** Reads the provider's claims; throws when they do not say who it is. */
export function accountFrom(claims: unknown): Account {
  const { role, display, name, hsaId, unit, patient, may } = claims as Record<string, unknown>;
  if (typeof role !== 'string' || !(role in ROLES)) throw new Failure(`role: ${String(role)}`);
  return {
    role: role as Role,
    may: Array.isArray(may) ? may.map(String) : [],
    display: typeof display === 'string' ? display : String(name ?? ''),
    ...(typeof hsaId === 'string' ? { hsaId } : {}),
    ...(typeof unit === 'object' && unit !== null ? { unit: unit as Unit } : {}),
    ...(typeof patient === 'string' ? { patient } : {}),
  };
}
