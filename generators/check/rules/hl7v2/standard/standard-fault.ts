import type { Words } from '../../../rule.ts';
import { eventsOf, structureNamed } from './published.ts';
import { segmentFault } from './segment-fault.ts';
import { structureFault } from './structure-fault.ts';

/**
 * The first thing in which a message is not what HL7 v2.5 publishes for its type, where there is one: segments that are
 * missing or out of place, fields that are missing, too many or too long, values of another type or table.
 * `segments` begin with MSH and are delimited as usual.
 */
export function standardFault(segments: readonly string[]): Words | undefined {
  const [code = '', event = '', structure = ''] = (segments[0]?.split('|')[8] ?? '').split('^');
  const elements = structureNamed(structure);
  if (elements === undefined || eventsOf(structure)?.has(event) === false || !structure.startsWith(code)) {
    return {
      sv: `MSH-9 är ${code}^${event}^${structure}, som inte är någon meddelandetyp i HL7 v2.5`,
      en: `MSH-9 is ${code}^${event}^${structure}, which is no type of message in HL7 v2.5`,
    };
  }
  const names = segments.map((segment) => segment.slice(0, 3));
  const fault = structureFault(structure, elements, names);
  if (fault !== undefined) return fault;
  for (const [place, segment] of segments.entries()) {
    const own = segmentFault(segment);
    if (own !== undefined)
      return { sv: `segment ${place + 1}: ${own.sv}`, en: `segment ${place + 1}: ${own.en}` };
  }
  return undefined;
}
