import type { Hl7Segment } from '@medplum/core';
import { CODING } from '../../../domain/codes/hl7v2.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { field, requiredOf, textOf } from './message.ts';
import { MessageError } from './message-error.ts';

/** A test as an order and its answer name it. */
export interface ToldTest {
  /** URI of the code system. */
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** Names of the systems that tests are coded in; NPU, which has none of HL7's, is told in two ways. */
const SYSTEM_OF: Readonly<Record<string, string>> = {
  [CODING.npu]: SYSTEMS.npu,
  NPU: SYSTEMS.npu,
  [CODING.loinc]: SYSTEMS.loinc,
  [CODING.snomed]: SYSTEMS.snomed,
  [CODING.genrep]: SYSTEMS.genrep,
};

/** Of two names the first is written. */
const NAME_OF = new Map(
  Object.entries(SYSTEM_OF)
    .toReversed()
    .map(([name, system]) => [system, name]),
);

/** A test as CE. */
export const testField = ({ system, code, display }: ToldTest): string =>
  field(code, display, NAME_OF.get(system) ?? CODING.genrep);

export function readTest(segment: Hl7Segment, place: number): ToldTest {
  const name = textOf(segment, place, 3);
  const system = SYSTEM_OF[name];
  const code = requiredOf(segment, place);
  if (system !== undefined) return { system, code, display: textOf(segment, place, 2) };
  throw new MessageError(
    `${segment.name}-${place} är kodat i "${name}"; analyser ska vara kodade i ${Object.keys(SYSTEM_OF).join(', ')}.`,
    '103',
    `${segment.name}^1^${place}`,
  );
}
