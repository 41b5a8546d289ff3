import type { SafetyClass } from '../../domain/care-flow.ts';
import type { FirstWeeks } from '../../domain/first-weeks.ts';
import { InputError } from '../../domain/input-error.ts';
import { didYouMean } from '../../input/suggest.ts';
import type { Place, ReportedDeviation } from '../deviation.ts';
import { dayOf, momentIn } from '../swedish-time.ts';
import { refuseIdentity } from './identity.ts';

/** What a file says of one deviation, in words still; an empty word is none. */
export interface DeviationWords {
  readonly id: string;
  readonly reported: string;
  readonly class: string;
  readonly unit: string;
  readonly text: string;
  readonly closed?: string;
  readonly owner?: string;
  readonly cause?: string;
  readonly patient?: string;
  readonly updated?: string;
}

/** What each word is called in the file that it stands in, for messages. */
export type Called = (word: keyof DeviationWords) => string;

/**
 * A deviation of what a file says, whatever kind of file. Throws InputError with file and line for what cannot be counted: a
 * deviation that is left out without a word would make the weeks look calmer than they are.
 */
export function deviationOf(
  words: DeviationWords,
  { units }: FirstWeeks,
  from: Place,
  called: Called,
): ReportedDeviation {
  const refuse = (sentence: string): InputError => new InputError(sentence, from);
  for (const word of ['id', 'reported', 'class', 'unit', 'text'] as const)
    if (words[word] === '') throw refuse(`Avvikelsen saknar ${called(word)}; fyll i uppgiften.`);
  for (const word of Object.values(words)) refuseIdentity(word, from);
  const moment = (word: 'reported' | 'closed' | 'updated'): number | undefined => {
    const text = words[word] ?? '';
    if (text === '') return undefined;
    const found = momentIn(text);
    if (found === undefined)
      throw refuse(`"${text}" i ${called(word)} är ingen tidpunkt; skriv ÅÅÅÅ-MM-DD HH:MM.`);
    return found;
  };
  const unit = units.find(({ key, sv }) => key === words.unit || sv === words.unit);
  if (unit === undefined) {
    const known = units.map(({ key }) => key);
    throw refuse(
      `Enheten "${words.unit}" finns inte i planen${didYouMean(words.unit, known) || '.'} Den har ${known.join(', ')}.`,
    );
  }
  const reported = moment('reported') ?? 0;
  const closed = moment('closed');
  if (closed !== undefined && closed < reported)
    throw refuse(`Avvikelsen ${words.id} är stängd innan den är anmäld; rätta den ena tiden.`);
  return {
    id: words.id,
    reported,
    day: dayOf(reported),
    updated: moment('updated') ?? closed ?? reported,
    class: classIn(words.class, refuse, called),
    unit: unit.key,
    text: words.text,
    ...(closed === undefined ? {} : { closed }),
    ...given('owner', words.owner),
    ...given('cause', words.cause),
    ...given('patient', words.patient),
    from,
  };
}

function classIn(text: string, refuse: (sentence: string) => InputError, called: Called): SafetyClass {
  const found = /^(?:klass\s*)?([123])$/i.exec(text)?.[1];
  if (found === undefined)
    throw refuse(
      `"${text}" i ${called('class')} är ingen klass; skriv 1 (kan kosta liv), 2 (kan skada) eller 3 (hindrar arbetet).`,
    );
  return Number(found) as SafetyClass;
}

const given = <K extends string>(key: K, word: string | undefined): { readonly [key in K]?: string } =>
  word === undefined || word === '' ? {} : ({ [key]: word } as { readonly [key in K]: string });
