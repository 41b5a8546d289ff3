import { expect, test } from 'vitest';
import { valuesAt } from '../fields.ts';
import type { Context, Effect, Thing } from '../operator.ts';
import { OPERATORS } from './index.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

const panel = (patient: string, more: Thing = {}): Thing => ({
  resourceType: 'Observation',
  id: `of-${patient}`,
  meta: { versionId: '1', lastUpdated: '2026-11-22T11:59:50Z' },
  status: 'final',
  subject: { reference: `Patient/${patient}` },
  encounter: { reference: `Encounter/${patient}` },
  performer: [{ identifier: { value: `hsa-${patient}` } }],
  component: [{ valueQuantity: { value: 142 } }, { valueQuantity: { value: 86 } }],
  effectiveDateTime: '2026-11-22T11:00:00Z',
  ...more,
});
const OWN = panel('a');
const OTHER = panel('b');
const AMENDED = panel('a', { id: 'earlier', status: 'amended' });
const NOTE: Thing = {
  resourceType: 'DocumentReference',
  content: [
    {
      attachment: { contentType: 'text/plain', data: Buffer.from('Ingen växt.\nRad två').toString('base64') },
    },
  ],
};
const LIST: Thing = { rows: [OWN, panel('a', { id: 'second' })] };
const TASK: Thing = { owner: { reference: 'Organization/one' } };

const applied = (
  name: string,
  thing: Thing,
  options: Thing = {},
  more: Partial<Context> = {},
): Effect | undefined =>
  OPERATORS.get(name)?.apply(thing, {
    place: 'write',
    facts: {},
    options,
    met: [],
    people: [],
    metAt: () => NOW - 50,
    earlier: () => undefined,
    now: NOW,
    ...more,
  });

const noteText = (effect: Effect | undefined): string => {
  const [data] = valuesAt(effect?.things[0], 'content.attachment.data');
  return String(data);
};

const MET = { met: [OTHER], people: [OTHER] };
const ID = expect.any(String);
const { encounter: _, ...WITHOUT_STAY } = OWN;

test.each<[string, Effect | undefined, Effect]>([
  ['omit', applied('omit', OWN), { things: [] }],
  ['duplicate', applied('duplicate', OWN), { things: [OWN, { ...OWN, id: ID }] }],
  [
    'duplicate',
    applied('duplicate', LIST, {}, { place: 'search' }),
    { things: [{ rows: [OWN, ...(LIST.rows as Thing[])] }] },
  ],
  ['delay', applied('delay', OWN, { seconds: 9 }), { things: [OWN], afterSeconds: 9 }],
  ['delay', applied('delay', OWN, { seconds: 9 }, { place: 'read' }), { things: [OWN] }],
  ['delay', applied('delay', OWN, { seconds: 11 }, { place: 'read' }), { things: [] }],
  [
    'change-number',
    applied('change-number', OWN, { field: 'component.valueQuantity.value', factor: 0.1, decimals: 0 }),
    { things: [{ ...OWN, component: [{ valueQuantity: { value: 14 } }, { valueQuantity: { value: 9 } }] }] },
  ],
  [
    'swap-fields',
    applied('swap-fields', OWN, { fields: ['component.valueQuantity.value'] }),
    {
      things: [{ ...OWN, component: [{ valueQuantity: { value: 86 } }, { valueQuantity: { value: 142 } }] }],
    },
  ],
  [
    'set-field',
    applied('set-field', OWN, { field: 'status', to: 'amended' }),
    { things: [{ ...OWN, status: 'amended' }] },
  ],
  [
    'drop-field',
    applied('drop-field', OWN, { field: 'status' }),
    { things: [{ ...OWN, status: undefined }] },
  ],
  [
    'wrong-patient',
    applied('wrong-patient', OWN, {}, MET),
    { things: [{ ...WITHOUT_STAY, subject: { reference: 'Patient/b' } }] },
  ],
  [
    'copy-to-other-patient',
    applied('copy-to-other-patient', OWN, {}, MET),
    { things: [OWN, { ...WITHOUT_STAY, id: ID, subject: { reference: 'Patient/b' } }] },
  ],
  [
    'wrong-author',
    applied('wrong-author', OWN, {}, MET),
    { things: [{ ...OWN, performer: OTHER.performer }] },
  ],
  [
    'wrong-recipient',
    applied('wrong-recipient', TASK, { to: 'two' }),
    { things: [{ owner: { reference: 'Organization/two' } }] },
  ],
  ['stale', applied('stale', OWN, { seconds: 20 }, { earlier: () => OTHER }), { things: [OTHER] }],
  [
    'keep-former',
    applied('keep-former', { ...OWN, status: 'amended' }, { fields: ['status'] }, { earlier: () => OWN }),
    { things: [OWN] },
  ],
  [
    'vanish',
    applied('vanish', OWN, { seconds: 3 }),
    { things: [OWN], afterwards: { seconds: 3, what: 'remove' } },
  ],
  [
    'revert',
    applied('revert', OWN, { seconds: 3 }, { earlier: () => OWN }),
    { things: [OWN], afterwards: { seconds: 3, what: 'restore' } },
  ],
  [
    'time-shift',
    applied('time-shift', OWN, { field: 'effectiveDateTime', hours: -1 }),
    { things: [{ ...OWN, effectiveDateTime: '2026-11-22T10:00:00.000Z' }] },
  ],
  ['time-shift', applied('time-shift', { at: NOW }, { hours: 0.5 }), { things: [{ at: NOW + 1_800_000 }] }],
  ['limit', applied('limit', LIST, { rows: 1 }), { things: [{ rows: [OWN], isCut: true }] }],
  ['reorder', applied('reorder', LIST), { things: [{ rows: (LIST.rows as Thing[]).toReversed() }] }],
  [
    'mix-in',
    applied('mix-in', LIST, {}, { met: [{ rows: [OTHER] }] }),
    { things: [{ rows: [...(LIST.rows as Thing[]), OTHER] }] },
  ],
  [
    'ignore-parameter',
    applied(
      'ignore-parameter',
      { filters: [{ code: 'subject' }, { code: 'status' }] },
      { parameter: 'status' },
    ),
    { things: [{ filters: [{ code: 'subject' }] }] },
  ],
  ['mistaken-for-latest', applied('mistaken-for-latest', OWN, { seconds: 0.1 }, MET), { things: [OTHER] }],
  [
    'change-number',
    applied('change-number', OWN, { field: 'component.valueQuantity.value', most: 100 }),
    {
      things: [{ ...OWN, component: [{ valueQuantity: { value: 100 } }, { valueQuantity: { value: 86 } }] }],
    },
  ],
  [
    'drop-field',
    applied('drop-field', OWN, { field: 'performer' }),
    { things: [{ ...OWN, performer: undefined }] },
  ],
  [
    'carry-over',
    applied('carry-over', OWN, { field: 'performer' }, MET),
    { things: [{ ...OWN, performer: OTHER.performer }] },
  ],
  [
    'carry-over',
    applied('carry-over', OWN, { field: 'status', of: 'same' }, { met: [OTHER, AMENDED] }),
    { things: [{ ...OWN, status: 'amended' }] },
  ],
  [
    'keep-items',
    applied('keep-items', OWN, { field: 'component', items: 1 }),
    { things: [{ ...OWN, component: [{ valueQuantity: { value: 142 } }] }] },
  ],
  [
    'omit-repeated',
    applied('omit-repeated', OWN, { fields: ['component'] }, { met: [OTHER, AMENDED] }),
    { things: [] },
  ],
  ['lose-row', applied('lose-row', LIST, { row: 1 }), { things: [{ rows: [panel('a', { id: 'second' })] }] }],
  ['age-out', applied('age-out', OWN, { seconds: 9 }), { things: [] }],
  [
    'copy-to-other-unit',
    applied('copy-to-other-unit', TASK, { to: 'two' }),
    { things: [TASK, { id: ID, owner: { reference: 'Organization/two' } }] },
  ],
  ['allow', applied('allow', { allowed: false }), { things: [{ allowed: true }] }],
  ['deny', applied('deny', { allowed: true }), { things: [{ allowed: false }] }],
  [
    'answer-with',
    applied('answer-with', {}, { status: 503, retryAfter: 2 }),
    { things: [{}], answer: { status: 503, retryAfter: 2, done: false } },
  ],
  [
    'page-element',
    applied('page-element', {}, { css: 'h1', how: 'hidden' }),
    { things: [{ elements: [{ css: 'h1', how: 'hidden' }] }] },
  ],
])('%s', (_name, effect, wanted) => {
  expect(effect).toEqual(wanted);
});

test.each([
  ['replace', { replace: { from: 'ingen ?', to: '' } }, 'växt.\nRad två'],
  ['charset', { charset: 'question-marks' }, 'Ingen v?xt.\nRad tv?'],
  ['cut', { cut: 7 }, 'Ingen v'],
  ['joinLines', { joinLines: true }, 'Ingen växt. Rad två'],
  ['upper', { upper: true }, 'INGEN VÄXT.\nRAD TVÅ'],
])('change-text: %s', (_name, options, wanted) => {
  expect(noteText(applied('change-text', NOTE, { field: 'content.attachment.data', ...options }))).toBe(
    wanted,
  );
});

test.each<[string, Effect | undefined]>([
  ['wrong-patient without anybody else', applied('wrong-patient', OWN, {}, { met: [OWN] })],
  ['mistaken-for-latest when it was long ago', applied('mistaken-for-latest', OWN, { seconds: 0.01 }, MET)],
  ['stale of a first version', applied('stale', OWN)],
  ['limit of a short list', applied('limit', LIST, { rows: 2 })],
  ['change-number of what has none', applied('change-number', OWN, { field: 'valueQuantity.value', add: 1 })],
  [
    'carry-over when only the same one was there',
    applied('carry-over', OWN, { field: 'status' }, { met: [AMENDED] }),
  ],
  [
    'omit-repeated of the same thing',
    applied('omit-repeated', OWN, { fields: ['component'] }, { met: [OWN] }),
  ],
  ['omit-repeated of another patient’s', applied('omit-repeated', OWN, { fields: ['component'] }, MET)],
  ['lose-row of a shorter list', applied('lose-row', LIST, { row: 3 })],
  ['age-out of what is new', applied('age-out', OWN, { seconds: 11 })],
  ['keep-items of a short list', applied('keep-items', OWN, { field: 'component', items: 2 })],
  ['allow of what is allowed', applied('allow', { allowed: true })],
])('%s does nothing', (_name, effect) => {
  expect(effect).toBeUndefined();
});
