import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import schema from './care-flow.schema.json' with { type: 'json' };
import { requireCareFlow } from './care-flow-schema.ts';

it('the schema of a flow is a schema', () => {
  expect(new Ajv2020().validateSchema(schema)).toBe(true);
  expect(new Ajv2020().validateSchema({ ...schema, type: 'objekt' })).toBe(false);
});

it('what is no flow is told so, with the first thing that makes it none', () => {
  expect(() => requireCareFlow({ id: 7 })).toThrow(/^Flödet följer inte care-flow\.schema\.json: .+\.$/);
});
