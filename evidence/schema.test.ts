import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from './events.schema.json' with { type: 'json' };
import { isEvent, schemaFault } from './schema.ts';

const types = schema.oneOf.map(({ $ref }) => $ref.replace('#/$defs/', ''));
const ajv = new Ajv({ discriminator: true, allowUnionTypes: true });
const whole = ajv.compile(schema);

describe('the schema of events', () => {
  it('is a schema', () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(types.length).toBeGreaterThan(40);
  });

  it.each([
    ...types.map((type) => ({ type })),
    ...types.map((type) => ({ type, stray: 1 })),
    { type: 'run-ended', interrupted: false },
    { type: 'run-ended', interrupted: 'no' },
    // A part of other events, and no event.
    { type: 'verdict' },
    { type: 'toString' },
    { type: 7 },
    {},
    [],
    null,
    'run-ended',
  ])('says of %j by its type alone what it says as a whole', (event) => {
    expect(isEvent(event)).toBe(whole(event));
    expect(schemaFault(event)).toBe(ajv.errorsText(whole.errors, { dataVar: 'event', separator: '; ' }));
  });
});
