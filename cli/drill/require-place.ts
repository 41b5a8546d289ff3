import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import type { Drill } from '../../downtime/drill.ts';
import { startsItself } from '../system-under-test.ts';

/** Throws InputError where people would have to shut a door and nobody is there, and where there is nothing to go back to. */
export function requirePlace(
  { what }: Pick<Drill, 'what'>,
  { system, back }: { readonly system: string; readonly back?: string },
): void {
  if (startsItself(system)) return;
  if (what === 'roll-back' && back === undefined)
    throw new InputError(
      'Ange systemet som det gås tillbaka till med --back PROFIL, en testmiljö av det gamla.',
    );
  if ((what === 'laboratory' || what === 'failover') && !process.stdin.isTTY)
    throw new InputError(
      'Genrep stänger inget av i ett system som det inte startat: människor gör det, och trycker Enter. Kör övningen i en terminal.',
    );
}
