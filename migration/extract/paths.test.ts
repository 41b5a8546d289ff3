import { expect, it } from 'vitest';
import { typesOf, valueAt } from './paths.ts';

it('reads only what paths lead to', () => {
  expect([...typesOf(['status', 'code.coding[*].code', 'code.coding[0].system', 'code.text'])]).toEqual([
    ['status', 'VARCHAR'],
    ['code', 'STRUCT("coding" STRUCT("code" VARCHAR, "system" VARCHAR)[], "text" VARCHAR)'],
  ]);
});

it.each([
  ['status', '("status")'],
  ['name[0].family', '("name")[1]."family"'],
  ['given[*]', 'together(("given"))'],
  ['code.coding[*].code', 'together(list_transform(("code")."coding", lambda x0: x0."code"))'],
  [
    'reasonCode[*].coding[*].code',
    'together(flatten(list_transform(("reasonCode"), lambda x0: list_transform(x0."coding", lambda x1: x1."code"))))',
  ],
])('asks for %s', (path, sql) => {
  expect(valueAt(path)).toBe(sql);
});
