import type { Role, Shift, UnitKind } from '../../domain/role.ts';
import { Failure } from './fhir/errors.ts';

/** The units of the house with who can sign in there, and some of the people: what anybody may know. */
export interface Directory {
  readonly units: readonly DirectoryUnit[];
  readonly people: readonly Person[];
}

export interface DirectoryUnit {
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly hsaId: string;
  /** 'Organization/sas-lab' */
  readonly reference: string;
  readonly accounts: readonly Account[];
}

interface Account {
  readonly userName: string;
  /** 'Alva Provlund' */
  readonly name: string;
  readonly role: Role;
  readonly shift: Shift;
}

export interface Person {
  /** The identity number. */
  readonly userName: string;
  readonly name: string;
  readonly birthDate?: string;
}

export async function readDirectory(): Promise<Directory> {
  const response = await fetch('/directory');
  if (!response.ok) throw new Failure(`/directory: ${response.status}`);
  return (await response.json()) as Directory;
}

/** Back to the state that was saved when the environment began, or later; false where there is none. */
export async function restoreSavedState(): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/saved-state/restore', { method: 'POST', headers, body: '{}' });
  if (!response.ok && response.status !== 409) throw new Failure(`/saved-state: ${response.status}`);
  return response.ok;
}
