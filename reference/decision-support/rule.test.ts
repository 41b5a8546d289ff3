import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { RULES_SCHEMA } from './rule.ts';

it('the schema of files of rules is a schema', () => {
  expect(new Ajv().validateSchema(RULES_SCHEMA)).toBe(true);
  expect(new Ajv().validateSchema({ ...RULES_SCHEMA, type: 'objekt' })).toBe(false);
});
