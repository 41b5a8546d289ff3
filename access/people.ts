import type { AccessCell, Block, ConsentGiven, Standing } from '../domain/access-evidence.ts';
import type { Patient } from '../domain/patient.ts';

/** What somebody is in a matrix; each kind is made in every state of consent and block that its cells need. */
export const KINDS = {
  adult: { age: 54, isProtected: false },
  acts: { age: 47, isProtected: false },
  blocks: { age: 45, isProtected: false },
  child: { age: 8, isProtected: false },
  teenager: { age: 15, isProtected: false },
  protected: { age: 39, isProtected: true },
  guardian: { age: 41, isProtected: false },
  stranger: { age: 33, isProtected: false },
  snooped: { age: 61, isProtected: false },
  colleague: { age: 29, isProtected: false },
} as const;
export type Kind = keyof typeof KINDS;

/** Makes somebody of an age, the same for the same key. */
export type PersonFor = (key: string, age: number, isProtected: boolean) => Patient;

/** Somebody's state, as the cells of a matrix tell people apart. */
export interface State {
  readonly kind: Kind;
  readonly consent: ConsentGiven;
  readonly block: Block;
}

/** Whose data a cell is about. */
export function stateOf({ what, way, consent, block }: AccessCell, { relation }: Standing): State {
  if (what === 'protected-identity') return { kind: 'protected', consent, block };
  if (relation === 'guardian') return { kind: 'child', consent, block };
  if (relation === 'guardian-of-teenager') return { kind: 'teenager', consent, block };
  // Who blocks something changes what others may do with it.
  if (what === 'record-block') return { kind: 'blocks', consent, block };
  return { kind: way === 'do' ? 'acts' : 'adult', consent, block };
}

export const keyOf = ({ kind, consent, block }: State): string => `${kind} ${consent} ${block}`;
