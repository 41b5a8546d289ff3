import { InputError, type InputPosition } from '../../domain/input-error.ts';
import { didYouMean } from '../../input/suggest.ts';
import { slugOf } from '../disease/slug.ts';
import type { PopulationData } from '../population-data.ts';

/** What the words of a feature stand for in the modules. */
export interface WantedHistory {
  /** Ids of modules. */
  readonly diseases: readonly string[];
  /** Allergens by name. */
  readonly allergies: readonly string[];
}

const ALLERGY = 'allergi';

/** 'förmaksflimmer' is the module of that name, 'penicillinallergi' an allergy to penicillin; else an InputError. */
export function wantedHistory(
  words: readonly string[],
  { library }: PopulationData,
  where?: InputPosition,
): WantedHistory {
  const diseases: string[] = [];
  const allergies: string[] = [];
  for (const word of words) {
    const slug = slugOf(word.trim().replaceAll(' ', '-'));
    const module = library.modules.find(({ id, name }) => id === slug || slugOf(name.sv) === slug);
    const allergen = [...library.codes.allergens.keys()].find(
      (name) => `${name.toLowerCase()}${ALLERGY}` === word.trim().toLowerCase(),
    );
    if (allergen !== undefined) allergies.push(allergen);
    else if (module !== undefined) diseases.push(module.id);
    else throw unknown(word, library, where);
  }
  return { diseases, allergies };
}

function unknown(word: string, library: PopulationData['library'], where?: InputPosition): InputError {
  const diseases = library.modules.map(({ id, name }) =>
    name.sv.includes(' ') ? id : name.sv.toLowerCase(),
  );
  const allergies = [...library.codes.allergens.keys()].map((name) => `${name.toLowerCase()}${ALLERGY}`);
  return new InputError(
    `Befolkningen har ingen sjukdom eller allergi som heter "${word}"${didYouMean(word, [...diseases, ...allergies]) || ';'} där finns ${[...diseases, ...allergies].join(', ')}.`,
    where,
  );
}
