import type { ResourceType } from '@medplum/fhirtypes';

/** Letters that SMART App Launch 2 has for what is done with a resource. */
const LETTERS = { create: 'c', read: 'r', update: 'u', 'search-type': 's' } as const;

/** Version 1 of the same. */
const WORDS: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };

const SCOPE = /^(patient|user|system)\/([A-Za-z]+|\*)\.(read|write|\*|c?r?u?d?s?)(?:\?.*)?$/;

/**
 * The scope that is missing for something to be done with a type: 'system/Patient.c'; undefined where nothing is. Scopes
 * that say nothing of resources (openid, a word of the system's own) tell nothing, so then nothing is missing.
 */
export function missingScope(
  scopes: readonly string[] | undefined,
  interaction: keyof typeof LETTERS,
  type: ResourceType,
): string | undefined {
  if (scopes === undefined) return undefined;
  const granted = scopes.flatMap((scope) => {
    const [, context, of, how] = SCOPE.exec(scope) ?? [];
    return context === undefined || of === undefined || how === undefined
      ? []
      : [{ context, of, letters: WORDS[how] ?? how }];
  });
  const letter = LETTERS[interaction];
  if (granted.some(({ of, letters }) => (of === type || of === '*') && letters.includes(letter))) {
    return undefined;
  }
  return `${granted[0]?.context ?? 'system'}/${type}.${letter}`;
}

/** Whether any of them is about resources, as SMART writes it. */
export const tellOfResources = (scopes: readonly string[]): boolean =>
  scopes.some((scope) => SCOPE.test(scope));
