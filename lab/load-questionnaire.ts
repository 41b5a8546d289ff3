import { InputError } from '../domain/input-error.ts';
import {
  INSTRUMENTS,
  type Instrument,
  type Questionnaire,
  type QuestionnaireItem,
  type QuestionnaireWording,
} from '../domain/questionnaire.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml } from '../input/yaml-source.ts';
import { findScenario } from '../scenarios/find-scenario.ts';
import schema from '../scenarios/schema/questionnaire.schema.json' with { type: 'json' };

interface WrittenItem {
  readonly text: string;
  readonly low?: string;
  readonly high?: string;
  readonly perfect?: string;
  readonly failure?: string;
}

interface WrittenWording {
  readonly title: string;
  readonly low?: string;
  readonly high?: string;
  readonly items: readonly WrittenItem[];
}

interface Written extends Omit<Questionnaire, 'sv' | 'en'> {
  readonly sv: WrittenWording;
  readonly en?: WrittenWording;
}

/** The fourth scale of NASA-TLX, Performance, runs from perfect to failure: the one that is scored the wrong way round. */
const PERFORMANCE = { instrument: 'nasa-tlx', item: 3 } as const;

/** Reads a questionnaire by its path or name. Throws InputError for one that could not be scored as it was published. */
export function loadQuestionnaire(pathOrName: string): Questionnaire {
  const file = findScenario('questionnaires', pathOrName);
  const { sv, en, ...written } = checkSchema<Written>(readYaml(file), schema);
  const { instrument } = written;
  return {
    ...written,
    sv: wordingOf(sv, 'sv', instrument, file),
    ...(en === undefined ? {} : { en: wordingOf(en, 'en', instrument, file) }),
  };
}

function wordingOf(
  { title, items, low, high }: WrittenWording,
  language: 'sv' | 'en',
  instrument: Instrument,
  file: string,
): QuestionnaireWording {
  const wrong = (what: string): never => {
    throw new InputError(what, { file });
  };
  const wanted = INSTRUMENTS[instrument].items;
  if (items.length !== wanted)
    wrong(
      `${instrument} har ${wanted} frågor, men under ${language} står ${items.length}; skriv in alla ordagrant.`,
    );
  return {
    title,
    items: items.map((item, index): QuestionnaireItem => {
      const nth = `Fråga ${index + 1} under ${language}`;
      const { text, perfect, failure } = item;
      if (instrument === PERFORMANCE.instrument && index === PERFORMANCE.item) {
        if (
          perfect === undefined ||
          failure === undefined ||
          item.low !== undefined ||
          item.high !== undefined
        )
          return wrong(
            `${nth} går från perfekt (0) till misslyckat (100); skriv perfect och failure i stället för low och high.`,
          );
        return { text, low: perfect, high: failure };
      }
      if (perfect !== undefined || failure !== undefined)
        wrong(`${nth} är inte frågan om hur man lyckades i NASA-TLX; skriv low och high.`);
      const ends = { low: item.low ?? low, high: item.high ?? high };
      if (ends.low === undefined || ends.high === undefined)
        return wrong(`${nth} säger inte vad dess ändar heter; lägg till low och high, där eller för alla.`);
      return { text, low: ends.low, high: ends.high };
    }),
  };
}
