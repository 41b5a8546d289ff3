import { type Hl7Field, Hl7Message } from '@medplum/core';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { isSafe } from '../../../../domain/identifiers.ts';
import { assigner } from '../../../hl7v2/message.ts';
import type { Rule, Words } from '../../rule.ts';
import { IdSet } from '../id-set.ts';
import { badEscapeIn, isGarbled } from './escapes.ts';

const VERSION = '2.5';
const CHARACTER_SET = 'UNICODE UTF-8';
const DELIMITERS = 'MSH|^~\\&|';
const SEGMENT = /^[A-Z][A-Z0-9]{2}\|/;

const SYSTEM_OF = new Map(
  [
    SYSTEMS.personnummer,
    SYSTEMS.samordningsnummer,
    SYSTEMS.nationalReserveNumber,
    SYSTEMS.regionalReserveNumber,
  ].map((system) => [assigner(system), system]),
);

/** Every message is whole HL7 v2.5 in UTF-8, escapes what must be escaped, and tells of people by safe numbers only. */
export const MESSAGES: Rule = {
  name: 'messages',
  title: {
    sv: 'Varje meddelande är hel HL7 v2.5 i UTF-8 med rätta escapetecken och säkra identitetsnummer',
    en: 'Every message is whole HL7 v2.5 in UTF-8, rightly escaped, with safe identity numbers',
  },
  watch({ testNumbers }, tell) {
    const seen = new IdSet();
    return {
      seeText(place, { text, isText }) {
        if (!isText || isGarbled(text)) {
          tell(place, { sv: 'teckenkodningen är trasig', en: 'the character encoding is broken' });
        }
        const words = formFault(text) ?? contentFault(text);
        if (words !== undefined) tell(place, words);
      },
    };

    function contentFault(text: string): Words | undefined {
      const message = Hl7Message.parse(text);
      const control = message.header?.getField(10)?.toString() ?? '';
      if (control === '' || !seen.add(control)) {
        return {
          sv: `meddelandets id (MSH-10) ${control || 'saknas'} är inte dess eget`,
          en: `the id of the message (MSH-10) ${control || 'is missing'} is not its own`,
        };
      }
      const identity = message.getSegment('PID')?.getField(3);
      return identity === undefined ? { sv: 'PID-3 saknas', en: 'PID-3 is missing' } : numberFault(identity);
    }

    function numberFault(identity: Hl7Field): Words | undefined {
      const value = identity.getComponent(1);
      const system = SYSTEM_OF.get(identity.getComponent(4));
      const isOfficial = testNumbers.has(value);
      if (system !== undefined && (isOfficial || isSafe({ system, value }))) return undefined;
      return {
        sv: `numret ${value} i PID-3 kan tillhöra en levande person`,
        en: `the number ${value} of PID-3 could belong to a living person`,
      };
    }
  },
};

function formFault(text: string): Words | undefined {
  if (!text.startsWith(DELIMITERS))
    return {
      sv: `meddelandet börjar inte med ${DELIMITERS}`,
      en: `the message does not begin with ${DELIMITERS}`,
    };
  if (!text.endsWith('\r')) return { sv: 'sista segmentet är avbrutet', en: 'the last segment is cut off' };
  const segments = text.slice(0, -1).split('\r');
  const [header = ''] = segments;
  const fields = header.split('|');
  if (fields[11] !== VERSION || fields[17] !== CHARACTER_SET) {
    return {
      sv: `MSH säger version ${fields[11]} och teckenuppsättning ${fields[17] ?? ''}; det ska vara ${VERSION} och ${CHARACTER_SET}`,
      en: `MSH says version ${fields[11]} and character set ${fields[17] ?? ''}; it should be ${VERSION} and ${CHARACTER_SET}`,
    };
  }
  for (const segment of segments) {
    if (!SEGMENT.test(segment)) {
      return {
        sv: `"${segment.slice(0, 12)}" är inget segment`,
        en: `"${segment.slice(0, 12)}" is no segment`,
      };
    }
    const bad = badEscapeIn(segment === header ? segment.slice(DELIMITERS.length) : segment);
    if (bad !== undefined) {
      return { sv: `"${bad}" är ingen escapesekvens`, en: `"${bad}" is no escape sequence` };
    }
  }
  return undefined;
}
