import { Ajv } from 'ajv';
import { EVIDENCE_VERSION, type EvidenceEvent } from '../domain/evidence.ts';
import { EvidenceError } from './errors.ts';
import schema from './events.schema.json' with { type: 'json' };

const ajv = new Ajv({ discriminator: true, allowUnionTypes: true });
const validate = ajv.compile<EvidenceEvent>(schema);

/** Whether an event is as `events.schema.json` says. */
export const isEvent = (event: unknown): event is EvidenceEvent => validate(event);

/** What is wrong with an event that is not as the schema says, in words. */
export function schemaFault(event: unknown): string {
  validate(event);
  return ajv.errorsText(validate.errors, { dataVar: 'event', separator: '; ' });
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
