import { ROLES, UNIT_KINDS } from '../domain/role.ts';

/** As much of a parameter type of cucumber-js as its words need. */
export interface ParameterTypeOfStep {
  readonly name?: string;
  readonly regexpStrings: readonly string[];
}

/** What a parameter stands for, in words for a test lead, and one that fits. */
interface Meaning {
  readonly sv: string;
  readonly example: string;
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  actor: { sv: 'en yrkesroll och en enhet', example: 'sjuksköterskan på akuten' },
  person: { sv: 'vem patienten är', example: 'en kvinna' },
  municipality: { sv: 'en kommun', example: 'Borås' },
  history: { sv: 'sjukdomar och allergier', example: 'hypertoni och penicillinallergi' },
  test: { sv: 'ett prov', example: 'Troponin T' },
  drug: { sv: 'ett läkemedel', example: 'Cefotaxim' },
  allergen: { sv: 'ett allergen', example: 'penicillin' },
  colour: { sv: 'en triagefärg', example: 'orange' },
  message: { sv: 'ett meddelande', example: 'inskrivningsmeddelande' },
  document: { sv: 'en utskrift', example: 'kallelsebrevet' },
  surface: { sv: 'en plats där identiteten kan synas', example: 'i journalen' },
  duration: { sv: 'en tid', example: '5 sekunder' },
  quantity: { sv: 'en mängd med enhet och decimalkomma', example: '4,1 mmol/L' },
  bloodPressure: { sv: 'ett blodtryck', example: '142/86' },
  device: { sv: 'en apparat', example: 'patientmonitor' },
  metric: { sv: 'något som apparater mäter', example: 'syremättnad' },
  level: { sv: 'en medvetandegrad (ACVPU)', example: 'A' },
  oxygen: { sv: 'med eller utan syrgas', example: 'utan' },
  name: { sv: 'ett namn inom raka citattecken', example: '"provet"' },
  int: { sv: 'ett heltal', example: '65' },
};

/** 'en tid, till exempel "5 sekunder"' */
export function meaningOf({ name = '' }: ParameterTypeOfStep): string {
  const meaning = MEANINGS[name];
  if (meaning === undefined) return name;
  const example = meaning.example.replaceAll('"', '');
  return name === 'name'
    ? `${meaning.sv}, till exempel ${meaning.example}`
    : `${meaning.sv}, till exempel "${example}"`;
}

/** A sentence that fits a pattern of step definitions, as a test lead would write it; `said` are words to use in it. */
export function exampleOf(pattern: string, said: readonly (string | undefined)[] = []): string {
  let place = 0;
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const own = said[place];
    place += 1;
    return own ?? MEANINGS[name]?.example ?? whole;
  });
}

/** Every word that may stand in a place; nothing where they cannot be counted. */
export function allowedWords({ name, regexpStrings }: ParameterTypeOfStep): readonly string[] | undefined {
  if (name === 'actor') return undefined;
  const words = regexpStrings.flatMap((source) => source.split('|'));
  const plain = words.map((word) => word.replace(/\\(.)/g, '$1'));
  return words.every((word) => /^(?:[^()[\]{}?*+.\\^$]|\\[^\w])+$/.test(word)) ? plain : undefined;
}

export const ROLE_WORDS = Object.values(ROLES).map(({ sv }) => sv);
export const PLACE_PHRASES = Object.values(UNIT_KINDS).map(({ phrase }) => phrase);

/** The word of an actor that is not known, and the words that may stand in its place. */
export function unknownInActor(word: string): {
  readonly unknown: string;
  readonly allowed: readonly string[];
} {
  const role = ROLE_WORDS.find((known) => word.includes(known));
  const place = PLACE_PHRASES.find((known) => word.endsWith(known));
  if (place !== undefined) return { unknown: word.slice(0, -place.length).trim(), allowed: ROLE_WORDS };
  if (role === undefined) return { unknown: word.split(/ (?=på |i )/)[0] ?? word, allowed: ROLE_WORDS };
  return { unknown: word.slice(word.indexOf(role) + role.length).trim() || word, allowed: PLACE_PHRASES };
}
