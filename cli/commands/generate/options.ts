import { type Command, InvalidArgumentError, Option } from 'commander';
import { REFERENCE_DATE } from '../../../generators/people/ages.ts';
import type { ChosenPeople } from '../../actions/generate/sources.ts';
import { count, seedOption } from '../options.ts';

const LONGEST = 120;

/** Adds the options of {@link ChosenPeople}. */
export const choosingPeople = (command: Command): Command =>
  command
    .addOption(seedOption())
    .addOption(
      new Option('--people <number>', 'antal personer (annars alla invånare i det valda området)').argParser(
        count(1),
      ),
    )
    .addOption(regionOption())
    .addOption(
      new Option('--kommun <kommun...>', 'bara invånare i dessa kommuner, med kod eller namn').conflicts(
        'stage',
      ),
    )
    .option('--stage <stage>', 'bara invånare i etappens kommuner: en etapp i scenarios/stages, eller en fil')
    .addOption(modulesOption())
    .addOption(testNumbersOption())
    .addOption(
      new Option('--until <date>', 'historien slutar före den dagen').default(REFERENCE_DATE).argParser(date),
    )
    .addOption(
      new Option('--years <number>', `historien börjar så många år före ${REFERENCE_DATE}`)
        .default(10)
        .argParser(years),
    )
    .addOption(
      new Option('--since <date>', 'bara det som är nytt eller ändrat från den dagen').argParser(date),
    );

export const regionOption = (): Option =>
  new Option('--region <file>', 'regionens kommuner (annars Västra Götaland)');

export const modulesOption = (): Option =>
  new Option('--modules <folder>', 'sjukdomsmodulerna (annars generators/modules)');

export const testNumbersOption = (): Option =>
  new Option('--test-numbers <file>', 'en officiell lista med testpersonnummer');

function date(text: string): string {
  const time = new Date(`${text}T00:00:00Z`);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time.getTime());
  // JavaScript takes the 31st of February for the 3rd of March.
  if (!isDate || !time.toISOString().startsWith(text))
    throw new InvalidArgumentError('Ange ett datum, ÅÅÅÅ-MM-DD.');
  return text;
}

function years(text: string): number {
  const value = count(0)(text);
  if (value > LONGEST) throw new InvalidArgumentError(`Ange högst ${LONGEST} år.`);
  return value;
}
