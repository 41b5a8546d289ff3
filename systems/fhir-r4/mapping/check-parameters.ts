import type { CapabilityStatement, ResourceType } from '@medplum/fhirtypes';
import { InputError, inputErrorOf } from '../../../domain/input-error.ts';
import { listed } from '../../driver/words.ts';
import type { Mapping } from '../../mapping.ts';
import { wordsOf } from './words.ts';

/** @throws InputError when the rules search by what the system does not say that it can be searched by */
export function checkParameters(mapping: Mapping, statement: CapabilityStatement): void {
  const { out } = wordsOf(mapping);
  const rest = statement.rest?.find(({ mode }) => mode === 'server') ?? statement.rest?.[0];
  const mistakes = Object.entries(mapping.activities ?? {}).flatMap(([kind, { search = {} }]) =>
    Object.entries(search).flatMap(([type, { rename = {}, add = {} }]) => {
      const theirs = out.type(type as ResourceType);
      const resource = rest?.resource?.find((each) => each.type === theirs);
      const known = [...(resource?.searchParam ?? []), ...(rest?.searchParam ?? [])].map(({ name }) => name);
      const written = [
        ...Object.entries(rename).map(([name, to]) => [to ?? '', `rename/${name}`] as const),
        ...Object.keys(add).map((name) => [name, `add/${name}`] as const),
      ];
      return written
        .filter(([name]) => !known.includes(name))
        .map(
          ([name, place]) =>
            new InputError(
              `Systemet säger inte att ${theirs} kan sökas på "${name}"; välj bland ${listed(known.map(String)) || 'inget'}.`,
              mapping.places?.[`activities/${kind}/search/${type}/${place}`],
            ),
        );
    }),
  );
  const error = inputErrorOf(mistakes);
  if (error !== undefined) throw error;
}
