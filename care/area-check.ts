import path from 'node:path';
import type { ActivityFacts, Area } from '../domain/area.ts';
import { InputError } from '../domain/input-error.ts';
import { didYouMean } from '../input/suggest.ts';

/** How an area is done in a kind of system: by FHIR, in pages. */
export interface WayIn {
  readonly tasks: Readonly<Record<string, unknown>>;
  readonly questions: Readonly<Record<string, unknown>>;
}

/** Areas are written outside this repository too, where no compiler need have read them. */
export function checkArea(file: string, { name, sv, en, activities }: Area): void {
  const refuse = (message: string): never => {
    throw new InputError(message, { file });
  };
  const folder = path.basename(path.dirname(file));
  if (name !== folder)
    refuse(`Vårdområdet heter "${name}" och dess mapp "${folder}"; låt dem heta detsamma.`);
  const wordless = lacking({ sv, en });
  if (wordless !== undefined) refuse(`Vårdområdet saknar ${wordless}; skriv vad det heter i rapporter.`);
  if (!Array.isArray(activities) || activities.length === 0)
    refuse('Vårdområdet har inga steg; berätta om dem i tasks och questions (defineArea).');
  for (const activity of activities) {
    const without = lacking(activity);
    if (without !== undefined)
      refuse(`Steget "${activity.kind}" saknar ${without}; skriv vad det heter i rapporter.`);
  }
}

const LANGUAGES = { sv: 'sitt svenska namn (sv)', en: 'sitt engelska namn (en)' } as const;

const lacking = (words: Partial<Pick<ActivityFacts, 'sv' | 'en'>>): string | undefined => {
  for (const language of ['sv', 'en'] as const)
    if (typeof words[language] !== 'string' || words[language] === '') return LANGUAGES[language];
  return undefined;
};

/** What is done in some way is told of in the area's index, as what it is. */
export function checkWay(file: string, { tasks, questions }: WayIn, area: Area | undefined): void {
  for (const [type, ways] of [
    ['task', tasks],
    ['question', questions],
  ] as const) {
    const known = (area?.activities ?? []).filter((facts) => facts.type === type).map(({ kind }) => kind);
    const stray = Object.keys(ways ?? {}).find((kind) => !known.includes(kind));
    if (stray === undefined) continue;
    throw new InputError(
      `"${stray}" görs här, men index.ts berättar inte om något sådant bland ${WHERE[type]}${didYouMean(stray, known) || '.'}`,
      { file },
    );
  }
}

const WHERE = { task: 'det som görs (tasks)', question: 'det som ses (questions)' } as const;
