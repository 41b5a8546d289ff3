import { INDICATORS, type Indicator } from './cds-hooks.ts';

/** Bounds of a number; each that is there must hold. */
export interface Range {
  /** At least. */
  readonly from?: number;
  /** At most. */
  readonly to?: number;
  readonly above?: number;
  readonly below?: number;
}

/** How much of a drug: in which unit, in how long a time, and whether for each kilogram that the patient weighs. */
export interface DoseLimit extends Range {
  /** UCUM. */
  readonly unit: string;
  readonly per: 'time' | 'day' | 'week';
  readonly perKilogram?: true;
}

/** What must hold for a rule to speak; everything that is named must. Of what is not known nothing holds. */
export interface When {
  /** The drug that is ordered is of one of these ATC groups, or is one of them. */
  readonly drug?: readonly string[];
  readonly notDrug?: readonly string[];
  /** How it is given, in the words of the order. */
  readonly route?: readonly string[];
  /** Another active prescription is of one of these ATC groups. */
  readonly with?: readonly string[];
  /** Another active prescription has so many characters of its ATC code in common: 7 the substance, 5 the chemical group. */
  readonly twice?: number;
  readonly dose?: DoseLimit;
  /** Any allergen that is recorded and shuts the drug's group, or recorded allergies by their words. */
  readonly allergy?: 'own' | readonly string[];
  /** Years. */
  readonly age?: Range;
  readonly sex?: 'female' | 'male';
  /** Kilograms. */
  readonly weight?: Range;
  /** A condition that the patient has, by the beginning of its ICD-10-SE code. */
  readonly condition?: readonly string[];
  /** The latest answer to a test, by the word that the house has for it. */
  readonly answer?: Range & { readonly test: string };
  readonly news2?: Range;
  /** One vital sign alone gives three points. */
  readonly singleThree?: true;
}

/** One line of advice, as a file of rules/ has it. */
export interface Rule {
  readonly id: string;
  /** What it speaks of: an order, a set of vital signs, an answer of the laboratory. */
  readonly about: 'order' | 'vital-signs' | 'answer';
  readonly when: When;
  /** Of a group the first rule that holds alone speaks. */
  readonly group?: string;
  readonly indicator: Indicator;
  /** What it says, with {places} for what it found. */
  readonly summary: string;
  readonly detail: string;
  /** The public statement that it rests on, or the word assumption. */
  readonly source: string;
}

/** A rule with what its file says for all rules in it. */
export interface LabelledRule extends Rule {
  /** Who advises, as a card shows it. */
  readonly label: string;
  readonly overrideReasons?: readonly { readonly code: string; readonly display: string }[];
}

const TEXT = { type: 'string', minLength: 1 };
const GROUPS = {
  type: 'array',
  minItems: 1,
  items: { type: 'string', pattern: '^[A-V]\\d\\d([A-Z]([A-Z](\\d\\d)?)?)?$' },
};
const BOUNDS = Object.fromEntries(['from', 'to', 'above', 'below'].map((key) => [key, { type: 'number' }]));
const range = (more: object = {}, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  minProperties: required.length + 1,
  required,
  properties: { ...BOUNDS, ...more },
});

const WHEN = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    drug: GROUPS,
    notDrug: GROUPS,
    route: { type: 'array', minItems: 1, items: TEXT },
    with: GROUPS,
    twice: { type: 'integer', minimum: 1, maximum: 7 },
    dose: range({ unit: TEXT, per: { enum: ['time', 'day', 'week'] }, perKilogram: { const: true } }, [
      'unit',
      'per',
    ]),
    allergy: { anyOf: [{ const: 'own' }, { type: 'array', minItems: 1, items: TEXT }] },
    age: range(),
    sex: { enum: ['female', 'male'] },
    weight: range(),
    condition: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[A-Z]\\d?\\d?(\\.\\d)?$' } },
    answer: range({ test: TEXT }, ['test']),
    news2: range(),
    singleThree: { const: true },
  },
};

/** Of a file of rules/. */
export const RULES_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['label', 'about', 'rules'],
  properties: {
    label: TEXT,
    about: { enum: ['order', 'vital-signs', 'answer'] },
    overrideReasons: {
      type: 'array',
      items: { type: 'object', required: ['code', 'display'], properties: { code: TEXT, display: TEXT } },
    },
    rules: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'when', 'indicator', 'summary', 'detail', 'source'],
        properties: {
          id: { type: 'string', pattern: '^[a-z0-9-]+$' },
          when: WHEN,
          group: TEXT,
          indicator: { enum: INDICATORS },
          summary: { type: 'string', minLength: 1, maxLength: 139 },
          detail: TEXT,
          source: TEXT,
        },
      },
    },
  },
};
