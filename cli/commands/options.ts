import { type Command, InvalidArgumentError, Option } from 'commander';

/** Options that several commands share, each with its own check of what the user wrote. */

export const systemOption = (): Option =>
  new Option(
    '--system <profile>',
    'systemet under test: en profil i systems/profiles, med namn eller sökväg',
  ).default('reference');

export const seedOption = (): Option =>
  new Option('--seed <number>', 'frö: samma frö ger samma dag och samma personer')
    .default(1)
    .argParser(number('ett heltal från 0', (value) => Number.isSafeInteger(value) && value >= 0));

export const speedOption = (): Option =>
  new Option(
    '--speed <times>',
    'hur många gånger fortare än verkligheten dagens klocka går; systemets gränser rörs inte',
  )
    .default(720)
    .argParser(number('ett tal över 0', (value) => value > 0));

export const shareOption = (): Option =>
  new Option('--ui-share <0..1>', 'andel av flödena som går genom webbläsare')
    .default(0.045)
    .argParser(number('ett tal mellan 0 och 1', (value) => value >= 0 && value <= 1));

export const faultOption = (): Option =>
  new Option('--fault <name>', 'planterar ett fel i referensmiljön, NAMN eller NAMN=1/n; får upprepas')
    .default([], 'inga')
    .argParser((name: string, names: readonly string[]) => [...names, name]);

/** What can be started beside the reference environment, and what it is. */
const PARTS = {
  imaging: 'bildarkivet Orthanc',
  sdc: 'en monitor som talar IEEE 11073 SDC (hämtas från PyPI)',
} as const;
type Part = keyof typeof PARTS;

export const withOption = (...parts: readonly Part[]): Option =>
  new Option(
    '--with <part>',
    `startar också den här delen: ${parts.map((part) => `${part} är ${PARTS[part]}`).join(', ')}; får upprepas`,
  )
    .default([], 'ingen')
    .argParser((given: string, before: readonly string[]) => {
      if (!parts.some((part) => part === given))
        throw new InvalidArgumentError(`Ange ${parts.join(' eller ')}.`);
      return [...before, given];
    });

export const drawsOption = (): Option =>
  new Option(
    '--draws <how>',
    'hur värden väljs: written som de står i flödena, limits dragna vid sina gränser med fröet',
  ).choices(['written', 'limits']);

export const allureOption = (): Option =>
  new Option('--no-allure', 'gör ingen Allure-sida, bara dess resultatfiler (sparar några sekunder)');

export const outOption = (): Option => new Option('--out <folder>', 'körningens mapp (annars en ny i runs/)');

export const replaceOption = (): Option =>
  new Option('--replace', 'ersätter den avslutade körning som står i --out');

export const shardOption = (): Option =>
  new Option('--shard <i/n>', 'bara den i:te av n delar').argParser((text: string) => {
    const [, part = 0, parts = 0] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
    if (part < 1 || part > parts)
      throw new InvalidArgumentError('Ange vilken del och av hur många, till exempel 1/4.');
    return text;
  });

export const resumeOption = (): Option =>
  new Option(
    '--resume <run>',
    'fortsätter en avbruten körning i dess egen mapp, med de växlar som den började med',
  ).conflicts('out');

export const signOption = (): Option =>
  new Option('--sign <file>', 'signerar underlaget med nyckeln i filen (annars den i GENREP_SIGNING_KEY)');

export const count = (least: number) =>
  number(`ett heltal från ${least}`, (value) => Number.isInteger(value) && value >= least);

export const positive = number('ett tal över 0', (value) => value > 0);

function number(expected: string, fits: (value: number) => boolean): (text: string) => number {
  return (text) => {
    const value = Number(text.replace(',', '.'));
    if (text.trim() === '' || Number.isNaN(value) || !fits(value))
      throw new InvalidArgumentError(`Ange ${expected}.`);
    return value;
  };
}

export const previousOption = (): Option =>
  new Option(
    '--previous <run...>',
    'tidigare körningar, eller en mapp med körningar, att jämföra med: nytt, stadigt eller ibland',
  ).default([], 'inga');

export const stageOption = (): Option =>
  new Option('--stage <stage>', 'etappen som körningen hör till').default('1-sodra');

/** What a command takes of which the run is evidence: its seed, how its outcome is told, and where and how the evidence is kept. */
export const withEvidenceOptions = (command: Command): Command =>
  [seedOption(), jsonOption(), signOption(), outOption(), replaceOption()].reduce(
    (taking, option) => taking.addOption(option),
    command,
  );

const jsonOption = (): Option => new Option('--json', 'skriv utfallet som JSON på standard ut');
