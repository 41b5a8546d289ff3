import { expect, test } from 'vitest';
import { filled, filledText, valueAt } from './fill.ts';

test('a place that is the whole text becomes the value, and is left out without one', () => {
  const scope = { patient: 'Patient/1', unit: { reference: 'Organization/2' } };
  expect(
    filled(
      { for: { reference: '{patient}' }, owner: '{unit}', encounter: '{encounter}', at: ['{none}'] },
      scope,
    ),
  ).toEqual({ for: { reference: 'Patient/1' }, owner: { reference: 'Organization/2' }, at: [] });
});

test('a place may be a way from a name', () => {
  const record = { code: { coding: [{ code: 'ct-head' }] } };
  expect(filled({ code: '{record.code}', encounter: '{record.encounter}' }, { record })).toEqual({
    code: record.code,
  });
});

test('a place within a text becomes words, in an address encoded', () => {
  expect(filledText('Task?for={patient}&x={y}', { patient: 'a|b' }, encodeURIComponent)).toBe(
    'Task?for=a%7Cb&x=',
  );
});

test('a way takes the first of a list where it does not say which', () => {
  const record = { output: [{ valueString: 'ja' }, { valueString: 'nej' }], owner: { display: 'X' } };
  expect(valueAt(record, 'output.valueString')).toBe('ja');
  expect(valueAt(record, 'output.1.valueString')).toBe('nej');
  expect(valueAt(record, 'reason.0.text')).toBeUndefined();
});
