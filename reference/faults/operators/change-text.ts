import { changedAt } from '../fields.ts';
import type { Operator } from '../operator.ts';

type Change = (text: string, how: never) => string;

/** What can be done to a text, one after the other. */
const CHANGES = {
  replace: (text: string, { from, to }: { from: string; to: string }) =>
    text.replace(new RegExp(from, 'giu'), to),
  charset: (text: string, how: 'latin1' | 'question-marks') =>
    how === 'latin1' ? Buffer.from(text).toString('latin1') : text.replace(/[^\p{ASCII}]/gu, '?'),
  cut: (text: string, length: number) => [...text].slice(0, length).join(''),
  joinLines: (text: string) => text.replace(/\r?\n/g, ' '),
  trim: (text: string) => text.replace(/[ \t]+/g, ' ').trim(),
  escape: (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  upper: (text: string) => text.toLocaleUpperCase('sv'),
} satisfies Readonly<Record<string, Change>>;

const ON = { const: true };

export const changeText: Operator = {
  name: 'change-text',
  does: 'A text becomes another: words replaced (from is a regular expression), cut, read in the wrong character set, its lines joined, spaces trimmed, its signs escaped, in capitals.',
  places: ['write', 'read', 'order', 'answer', 'advice', 'audit'],
  options: {
    field: { type: 'string', minLength: 1 },
    replace: {
      type: 'object',
      additionalProperties: false,
      required: ['from', 'to'],
      properties: { from: { type: 'string', minLength: 1 }, to: { type: 'string' } },
    },
    charset: { enum: ['latin1', 'question-marks'] },
    cut: { type: 'integer', minimum: 0 },
    joinLines: ON,
    trim: ON,
    escape: ON,
    upper: ON,
  },
  required: ['field'],
  apply(thing, { options }) {
    const changes = Object.entries(CHANGES).filter(([name]) => options[name] !== undefined);
    const changed = changedAt(thing, String(options.field), (value) =>
      typeof value === 'string'
        ? changes.reduce((text, [name, change]) => (change as Change)(text, options[name] as never), value)
        : value,
    );
    return changed === thing ? undefined : { things: [changed] };
  },
};
