import { SYSTEMS } from '../../domain/codes/systems.ts';
import { isSafe, isWellFormed } from '../../domain/identifiers.ts';
import { InputError } from '../../domain/input-error.ts';
import type { Place } from '../deviation.ts';

/** Ten or twelve digits that may be a personnummer or samordningsnummer, however they are parted. */
const CANDIDATE = /(?<!\d)(\d{2})?(\d{6})[-+ ]?(\d{4})(?!\d)/g;

/**
 * Refuses a word that holds the identity number of somebody who may live: a command centre counts patients and need not know
 * who they are.
 */
export function refuseIdentity(word: string, from: Place): void {
  for (const [, century, date, last] of word.matchAll(CANDIDATE)) {
    const centuries = century === undefined ? ['19', '20'] : [century];
    const numbers = centuries.map((each) => `${each}${date}${last}`);
    const isOfPerson = [SYSTEMS.personnummer, SYSTEMS.samordningsnummer].some((system) =>
      numbers.some((value) => isWellFormed({ system, value }) && !isSafe({ system, value })),
    );
    if (!isOfPerson) continue;
    throw new InputError(
      'Här står ett personnummer som kan tillhöra någon; byt det mot en nyckel som bara skiljer patienter åt.',
      from,
    );
  }
}
