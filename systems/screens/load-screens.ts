import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaObject } from 'ajv';
import { InputError, type InputPosition, inputErrorOf } from '../../domain/input-error.ts';
import { checkSchema, type Wording } from '../../input/schema-check.ts';
import { readYaml, type YamlPath } from '../../input/yaml-source.ts';
import {
  isDoing,
  type Look,
  type Part,
  type PartRole,
  type Screens,
  type WrittenScreens,
} from './screens.ts';
import { namesIn } from './values.ts';
import { allSteps, partsIn, textsIn, verbOf } from './walk.ts';

const SCHEMA: SchemaObject = JSON.parse(
  readFileSync(join(import.meta.dirname, 'screens.schema.json'), 'utf8'),
);

const ONE_KEY = 'Ett steg har en nyckel; skriv varje sak som görs på en egen rad som börjar med streck.';
const WORDING: Wording = {
  sentence: ({ keyword }) => (keyword === 'maxProperties' ? ONE_KEY : undefined),
};

/**
 * A file of screens.
 * @param named from where the mistake is told that there is no such file
 * @throws InputError with every mistake, each at its place
 */
export function loadScreens(file: string, named: InputPosition): WrittenScreens {
  if (!existsSync(file)) {
    throw new InputError(`Det finns ingen fil ${file}; rätta "screens" i systemprofilen.`, named);
  }
  const source = readYaml(file);
  const screens = checkSchema<Screens>(source, SCHEMA, WORDING);
  const error = inputErrorOf(
    mistakesIn(screens).map(
      ({ sentence, path, atKey }) =>
        new InputError(sentence, atKey === true ? source.positionOfKey(path) : source.positionOf(path)),
    ),
  );
  if (error !== undefined) throw error;
  return { file: source.file, screens, placeOf: (path) => source.positionOfKey(path) };
}

interface Mistake {
  readonly sentence: string;
  readonly path: YamlPath;
  readonly atKey?: true;
}

const mistakesIn = (screens: Screens): Mistake[] => [
  ...partsIn(screens).flatMap(({ value, path }) => partMistakes(value, path)),
  ...stepMistakes(screens),
  ...Object.entries(screens.activities).flatMap(([kind, activity]) => {
    const path = ['activities', kind];
    return isDoing(activity)
      ? lookMistakes(activity.readBack, [...path, 'readBack'])
      : lookMistakes(activity, path);
  }),
  ...patientMistakes(screens),
  ...textMistakes(screens),
];

/** Whoever is found must be told to be the one who was sought. */
const patientMistakes = ({ patient: { found } }: Screens): Mistake[] =>
  textsIn(found).some(({ value }) => value.includes('{patient.identifier}'))
    ? []
    : [
        {
          sentence: '"found" visar inte vem det är; skriv {patient.identifier} där numret står på sidan.',
          path: ['patient', 'found'],
          atKey: true,
        },
      ];

/** What there is one of on a page, so that it needs no name. */
const NAMELESS: ReadonlySet<PartRole> = new Set([
  ...(['alert', 'alertdialog', 'dialog', 'main', 'navigation', 'search', 'status', 'table'] as const),
]);

function partMistakes({ role, name, label, text }: Part, path: YamlPath): Mistake[] {
  const told = [role ?? name, label, text].filter((each) => each !== undefined);
  if (told.length !== 1) {
    const what = told.length === 0 ? 'inte vad' : 'vad på flera sätt';
    return [
      {
        sentence: `"${path.at(-1)}" säger ${what}; skriv role och name, eller label${'text' in PART_OF(path) ? ', eller text' : ''}.`,
        path,
        atKey: true,
      },
    ];
  }
  if (name !== undefined && role === undefined) {
    return [
      {
        sentence: `"name" utan "role"; skriv vilken roll ”${name}” har, som role: button.`,
        path: [...path, 'name'],
        atKey: true,
      },
    ];
  }
  if (role !== undefined && name === undefined && !NAMELESS.has(role)) {
    return [
      {
        sentence: `Rollen ${role} behöver ett namn; lägg till name, orden som de står på sidan.`,
        path: [...path, 'role'],
      },
    ];
  }
  return [];
}

/** Fields are told by what they are called, never by words that stand somewhere. */
const PART_OF = (path: YamlPath): { readonly text?: true } =>
  ['fill', 'choose', 'press'].includes(String(path.at(-1))) ? {} : { text: true };

function stepMistakes(screens: Screens): Mistake[] {
  return allSteps(screens).flatMap(({ value: steps, path }) => {
    const verbs = steps.map(verbOf);
    const sends = verbs.filter((verb) => verb === 'send').length;
    const writes = path.at(-1) === 'do';
    const mistakes: Mistake[] = [];
    if (path[0] !== 'signIn' && !['go', 'find'].includes(verbs[0] ?? '')) {
      mistakes.push({
        sentence: 'Det första steget ska vara go eller find: ingen vet på vilken sida den som gör det står.',
        path: [...path, 0],
      });
    }
    if (path[0] === 'patient' && verbs.includes('find')) {
      mistakes.push({
        sentence: 'find: patient kan inte stå i det som säger hur patienten hittas; skriv stegen i stället.',
        path: [...path, verbs.indexOf('find')],
      });
    }
    if (writes && sends !== 1) {
      mistakes.push({
        sentence: `"do" har ${sends === 0 ? 'inget' : 'flera'} send; skriv send i stället för click för den knapp som sparar, och bara för den.`,
        path,
        atKey: true,
      });
    }
    if (!writes && sends > 0) {
      mistakes.push({
        sentence: '"send" sparar något, och här skrivs inget; skriv click.',
        path: [...path, verbs.indexOf('send')],
      });
    }
    return mistakes;
  });
}

function lookMistakes(look: Look & { readonly keep?: string }, path: YamlPath): Mistake[] {
  const { rows, shows, absent, whole } = look;
  const ways = [rows, shows, absent].filter((each) => each !== undefined).length;
  const mistakes: Mistake[] = [];
  if (ways !== 1) {
    const choices = path.at(-1) === 'readBack' ? 'rows eller shows' : 'rows, shows eller absent';
    mistakes.push({
      sentence: `"${path.at(-1)}" säger ${ways === 0 ? 'inte vad som ska synas' : 'på flera sätt vad som ska synas'}; skriv ett av ${choices}.`,
      path,
      atKey: true,
    });
  }
  for (const key of ['cells', 'count', 'keep'] as const) {
    if (look[key] !== undefined && rows === undefined) {
      mistakes.push({
        sentence: `"${key}" gäller rader; lägg till rows, som säger vilka.`,
        path: [...path, key],
        atKey: true,
      });
    }
  }
  if (whole.counts !== undefined && rows === undefined) {
    mistakes.push({
      sentence: '"counts" räknar rader; skriv seen, som säger vad som står på sidan när den är hel.',
      path: [...path, 'whole', 'counts'],
      atKey: true,
    });
  }
  if (whole.counts === undefined && whole.seen === undefined) {
    mistakes.push({
      sentence: '"whole" säger inte när sidan är hel; skriv counts eller seen.',
      path: [...path, 'whole'],
      atKey: true,
    });
  }
  return mistakes;
}

const SECRET: ReadonlySet<string> = new Set(['account', 'password']);

function textMistakes({ signIn, patient, activities }: Screens): Mistake[] {
  return textsIn({ signIn, patient, activities }).flatMap(({ value, path }) => {
    const names = namesIn(value);
    if (names === undefined) {
      return [
        {
          sentence: `${JSON.stringify(value)} har en klammer för mycket eller för litet; skriv {patient.identifier}.`,
          path,
        },
      ];
    }
    const other = names.find((name) => !SECRET.has(name));
    if (path[0] === 'signIn' && other !== undefined) {
      return [
        { sentence: `{${other}} finns inte när någon loggar in; skriv {account} eller {password}.`, path },
      ];
    }
    const secret = names.find((name) => SECRET.has(name));
    return secret === undefined || path[0] === 'signIn'
      ? []
      : [{ sentence: `{${secret}} finns bara när någon loggar in, under signIn.`, path }];
  });
}
