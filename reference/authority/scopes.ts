import type { Resource } from '@medplum/fhirtypes';
import { Refusal, type SignedIn } from '../workflow.ts';
import type { Authority, Interaction } from './authority.ts';

/** Scopes about resources as SMART App Launch writes them, version 1 and 2; without its searches. */
const SCOPE = /^(?:patient|user|system)\/([A-Za-z]+|\*)\.(read|write|\*|c?r?u?d?s?)$/;

/** Version 1 of the letters. */
const WORDS: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };

/** What is done that has a letter of its own; the rest is as an update. */
const LETTERS: Readonly<Partial<Record<Interaction, string>>> = { create: 'c', delete: 'd', print: 'r' };

/** Those of a token's scopes that are about resources; what is not understood gives nothing. */
export const resourceScopes = (scope = ''): readonly string[] =>
  scope.split(' ').filter((word) => SCOPE.test(word));

/** The authority of a house whose tokens may have less than their person may: never more. */
export const withinScopes = (authority: Authority): Authority => ({
  ...authority,
  checkWrite(by, interaction, resource, previous) {
    if (!isWithin(by, resource.resourceType, LETTERS[interaction] ?? 'u')) throw tooNarrow(resource);
    authority.checkWrite(by, interaction, resource, previous);
  },
  readable: (by, type) =>
    isWithin(by, type, 'r') && isWithin(by, type, 's') ? authority.readable(by, type) : undefined,
});

function isWithin({ scopes }: SignedIn, type: string, letter: string): boolean {
  if (scopes === undefined) return true;
  return scopes.some((scope) => {
    const [, of = '', how = ''] = SCOPE.exec(scope) ?? [];
    return (of === '*' || of === type) && (WORDS[how] ?? how).includes(letter);
  });
}

const tooNarrow = ({ resourceType }: Resource): Refusal =>
  new Refusal(403, `Inloggningens behörighet räcker inte till att skriva ${resourceType}.`);
