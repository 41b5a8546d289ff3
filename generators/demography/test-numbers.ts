import { readFileSync } from 'node:fs';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { isSafe, isWellFormed } from '../../domain/identifiers.ts';
import { InputError } from '../../domain/input-error.ts';
import type { PersonIdentifier } from '../../domain/patient.ts';

/** Identity numbers that an authority has set aside for tests, by birth date and sex. */
export interface TestNumbers {
  of(birthDate: string, sex: 'female' | 'male'): readonly PersonIdentifier[];
  has(value: string): boolean;
}

/** Published as fictitious by Skatteverket; what domain/identifiers.ts lets through as personnummer. */
const PUBLISHED = [
  '189001019802',
  '189001029819',
  '189002029800',
  '191212121212',
  '199001012385',
  '200001052380',
];

export const publishedTestNumbers = (): TestNumbers => index(PUBLISHED.map(identifierOf).filter(isSafe));

/** Reads an official list: one number of twelve digits a line, or a JSON array with `testpersonnummer`. */
export function readTestNumbers(file: string): TestNumbers {
  const text = readText(file);
  const numbers: PersonIdentifier[] = [];
  text.split('\n').forEach((line, place) => {
    for (const [value] of line.matchAll(/\b\d{12}\b/g)) {
      const identifier = identifierOf(value);
      if (!isWellFormed(identifier)) {
        throw new InputError(`${value} är inget person- eller samordningsnummer; ta bort det ur listan.`, {
          file,
          line: place + 1,
        });
      }
      numbers.push(identifier);
    }
  });
  if (numbers.length === 0)
    throw new InputError(`Listan ${file} innehåller inga nummer med tolv siffror.`, { file });
  return index(numbers);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new InputError(
      `Listan ${file} går inte att läsa (${cause instanceof Error ? cause.message : cause}).`,
    );
  }
}

function identifierOf(value: string): PersonIdentifier {
  const isCoordination = Number(value.slice(6, 8)) > 60;
  return { system: isCoordination ? SYSTEMS.samordningsnummer : SYSTEMS.personnummer, value };
}

function index(numbers: readonly PersonIdentifier[]): TestNumbers {
  const byBirth = Map.groupBy(numbers, ({ value }) => keyOf(birthDateOf(value), sexOf(value)));
  const all = new Set(numbers.map(({ value }) => value));
  return {
    of: (birthDate, sex) => byBirth.get(keyOf(birthDate, sex)) ?? NONE,
    has: (value) => all.has(value),
  };
}

const NONE: readonly PersonIdentifier[] = [];
const keyOf = (birthDate: string, sex: string): string => birthDate + sex;
const sexOf = (value: string): 'female' | 'male' => (Number(value.charAt(10)) % 2 === 0 ? 'female' : 'male');

function birthDateOf(value: string): string {
  const day = Number(value.slice(6, 8)) % 60;
  return `${value.slice(0, 4)}-${value.slice(4, 6)}-${`${day}`.padStart(2, '0')}`;
}
