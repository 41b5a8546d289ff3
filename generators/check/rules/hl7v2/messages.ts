import { keyOf } from '../../read/key.ts';
import { KeySet } from '../../read/key-set.ts';
import type { Place, Rule, Words } from '../../rule.ts';
import { badEscapeIn, isGarbled } from './escapes.ts';
import { unsafeNumberIn } from './numbers.ts';
import { standardFault } from './standard/standard-fault.ts';

const VERSION = '2.5';
const CHARACTER_SET = 'UNICODE UTF-8';
const DELIMITERS = 'MSH|^~\\&|';
const SEGMENT = /^[A-Z][A-Z0-9]{2}\|/;

interface Message {
  /** MSH-10 */
  readonly control: string;
  readonly place: Place;
}

/**
 * Every message is whole HL7 v2.5 in UTF-8 as it is published, escapes what must be escaped, and tells of people by safe
 * numbers only.
 */
export const MESSAGES: Rule<readonly Message[]> = {
  name: 'messages',
  title: {
    sv: 'Varje meddelande är hel HL7 v2.5 i UTF-8, som standardens strukturer säger, med rätta escapetecken och säkra identitetsnummer',
    en: 'Every message is whole HL7 v2.5 in UTF-8, as the structures of the standard say, rightly escaped, with safe identity numbers',
  },
  watch({ testNumbers }, tell) {
    const seen = new KeySet();
    let ofShard: Message[] = [];
    return {
      seeText(place, { text, isText }) {
        if (!isText || isGarbled(text)) {
          tell(place, { sv: 'teckenkodningen är trasig', en: 'the character encoding is broken' });
        }
        const form = formFault(text);
        const segments = segmentsOf(text);
        const faults =
          form === undefined ? [standardFault(segments), unsafeNumberIn(segments, testNumbers)] : [form];
        for (const words of faults) if (words !== undefined) tell(place, words);
        const control = segments[0]?.split('|')[9] ?? '';
        if (form === undefined && control !== '') ofShard.push({ control, place });
      },
      give() {
        const given = ofShard;
        ofShard = [];
        return given;
      },
      take(given) {
        for (const { control, place } of given) {
          if (seen.add(keyOf(control))) continue;
          tell(place, {
            sv: `meddelandets id (MSH-10) ${control} är inte dess eget`,
            en: `the id of the message (MSH-10) ${control} is not its own`,
          });
        }
      },
    };
  },
};

const segmentsOf = (text: string): string[] => text.slice(0, -1).split('\r');

function formFault(text: string): Words | undefined {
  if (!text.startsWith(DELIMITERS))
    return {
      sv: `meddelandet börjar inte med ${DELIMITERS}`,
      en: `the message does not begin with ${DELIMITERS}`,
    };
  if (!text.endsWith('\r')) return { sv: 'sista segmentet är avbrutet', en: 'the last segment is cut off' };
  const segments = segmentsOf(text);
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
