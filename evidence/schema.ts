import { Ajv, type ValidateFunction } from 'ajv';
import { EVIDENCE_VERSION, type EvidenceEvent } from '../domain/evidence.ts';
import { EvidenceError } from './errors.ts';
import schema from './events.schema.json' with { type: 'json' };

const { $defs, oneOf } = schema;
const WHOLE = 'event';
const PARTS = 'parts';
// That the schema itself is one, its test looks after.
const ajv = new Ajv({ discriminator: true, allowUnionTypes: true, meta: false, validateSchema: false })
  .addSchema({ $defs }, PARTS)
  .addSchema(schema, WHOLE);
const TYPES: ReadonlySet<string> = new Set(oneOf.map(({ $ref }) => $ref));

/** Whether an event is as `events.schema.json` says. */
export const isEvent = (event: unknown): event is EvidenceEvent => validatorOf(event)(event);

/** What is wrong with an event that is not as the schema says, in words. */
export function schemaFault(event: unknown): string {
  const validate = validatorOf(event);
  validate(event);
  return ajv.errorsText(validate.errors, { dataVar: 'event', separator: '; ' });
}

/**
 * What checks events of this one's type, compiled when the first is met: a run has a few of the types, and all of them take
 * longer than everything else that a command does to begin. What is of no type is told so by the whole schema.
 */
function validatorOf(event: unknown): ValidateFunction<EvidenceEvent> {
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;
  const ref = `#/$defs/${type}`;
  const validate = ajv.getSchema<EvidenceEvent>(TYPES.has(ref) ? `${PARTS}${ref}` : WHOLE);
  if (validate === undefined) throw new Error(`events.schema.json says nothing of ${ref}.`);
  return validate;
}

/** An event that is as the schema says once it is upgraded; anything else throws {@link EvidenceError}. */
export function requireEvent(
  event: unknown,
  where: string,
  upgrade: (event: unknown) => unknown,
): EvidenceEvent {
  requireKnownVersion(event, where);
  const upgraded = upgrade(event);
  if (isEvent(upgraded)) return upgraded;
  throw new EvidenceError('damaged', `${where}: posten följer inte formatet (${schemaFault(upgraded)}).`);
}

/** Throws {@link EvidenceError} for a run that a newer Genrep wrote, whose events this one might misread. */
export function requireKnownVersion(event: unknown, where: string): void {
  if (typeof event !== 'object' || event === null || !('evidenceVersion' in event)) return;
  const version = event.evidenceVersion;
  if (typeof version === 'number' && version > EVIDENCE_VERSION) {
    throw new EvidenceError(
      'newer-version',
      `${where}: evidensen har version ${version}, men detta Genrep läser till och med ${EVIDENCE_VERSION}. Uppdatera Genrep.`,
    );
  }
}
