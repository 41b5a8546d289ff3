import './native-indices.ts';
import { defineParameterType } from '@cucumber/cucumber';
import {
  type Actor,
  ROLES,
  type Role,
  SHIFTS,
  type Shift,
  UNIT_KINDS,
  type UnitKind,
} from '../../domain/role.ts';
import { DAY, HOUR, MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';
import { either, keyOf } from './words.ts';

/** The words of the step sentences. A parameter type holds words only; what they do is the step definition's. */

const roleWord = (role: Role): string => ROLES[role].sv;
const placePhrase = (kind: UnitKind): string => UNIT_KINDS[kind].phrase;
const shiftWord = (shift: Shift): string => SHIFTS[shift];

/** 'läkaren på akuten', 'kvällssjuksköterskan på avdelningen', 'patienten' */
defineParameterType({
  name: 'actor',
  regexp: new RegExp(
    `(?:(${either(Object.values(SHIFTS))})s)?(${either((Object.keys(ROLES) as Role[]).map(roleWord))})` +
      `(?: (${either((Object.keys(UNIT_KINDS) as UnitKind[]).map(placePhrase))}))?`,
  ),
  transformer(shift: string | undefined, role: string, place: string | undefined): Actor {
    return {
      role: keyOf(ROLES, role, roleWord),
      unit: place === undefined ? null : keyOf(UNIT_KINDS, place, placePhrase),
      ...(shift === undefined ? {} : { shift: keyOf(SHIFTS, shift, shiftWord) }),
    };
  },
});

/** A named thing of the flow: '"första provet"' */
defineParameterType({ name: 'name', regexp: /"([^"]+)"/, transformer: (name: string) => name });

/** 'en kvinna', 'en man', 'en patient' */
defineParameterType({
  name: 'person',
  regexp: /en (kvinna|man|patient)/,
  transformer: (word: string) => (word === 'kvinna' ? 'female' : word === 'man' ? 'male' : undefined),
});

/** 'Borås', 'Lilla Edet' */
defineParameterType({
  name: 'municipality',
  regexp: /[A-ZÅÄÖ][a-zåäöé-]+(?: [A-ZÅÄÖ][a-zåäöé-]+)*/,
  transformer: (name: string) => name,
});

/** 'förmaksflimmer och penicillinallergi', 'typ 2-diabetes, hypertoni och KOL' */
defineParameterType({
  name: 'history',
  regexp: /[A-Za-zÅÄÖåäöé0-9][A-Za-zÅÄÖåäöé0-9, -]*/,
  transformer: (words: string) => words.split(/, | och /),
});

/** '5 sekunder', '1 timme', '24 timmar' */
const DURATION_UNITS: Record<string, Milliseconds> = {
  sekund: SECOND,
  sekunder: SECOND,
  minut: MINUTE,
  minuter: MINUTE,
  timme: HOUR,
  timmar: HOUR,
  dag: DAY,
  dagar: DAY,
};
defineParameterType({
  name: 'duration',
  regexp: new RegExp(`(\\d+) (${either(Object.keys(DURATION_UNITS))})`),
  transformer: (count: string, unit: string): Milliseconds =>
    Number(count) * (DURATION_UNITS[unit] ?? Number.NaN),
});

/** '9 ng/L', '4,1 mmol/L', '20 mg' */
defineParameterType({
  name: 'quantity',
  regexp: /(\d+(?:,\d+)?) (\S+)/,
  transformer: (value: string, unit: string) => ({ value: Number(value.replace(',', '.')), unit }),
});

/** '142/86' */
defineParameterType({
  name: 'bloodPressure',
  regexp: /(\d{2,3})\/(\d{2,3})/,
  transformer: (systolic: string, diastolic: string) => ({
    systolic: Number(systolic),
    diastolic: Number(diastolic),
  }),
});
