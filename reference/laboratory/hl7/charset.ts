import { isAscii, isUtf8 } from 'node:buffer';
import { Hl7Message } from '@medplum/core';
import { MessageError } from './message-error.ts';

/**
 * MLLP carries bytes. Over a connection of encoding 'binary' a message holds a byte in each character; which characters
 * they mean is said in the message itself, MSH-18.
 */
export const BYTES = 'binary';

/** How bytes are read, by what HL7's table 0211 calls it; undefined where they are no such text. */
const READERS: Readonly<Record<string, (bytes: Buffer) => string | undefined>> = {
  ASCII: (bytes) => (isAscii(bytes) ? bytes.toString('latin1') : undefined),
  '8859/1': (bytes) => bytes.toString('latin1'),
  '8859/15': (bytes) => new TextDecoder('iso-8859-15').decode(bytes),
  'UNICODE UTF-8': (bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : undefined),
};

/** What MSH-18 means where it is empty: HL7 v2.5 chapter 2.15.9.18. */
const UNSAID = 'ASCII';

/** A message as it was meant; throws a MessageError where its bytes are not what it says. */
export function decoded(message: Hl7Message): Hl7Message {
  const [said = ''] = (message.header?.getField(18)?.toString() ?? '').split('~');
  const read = READERS[said === '' ? UNSAID : said];
  if (read === undefined) {
    throw new MessageError(
      `MSH-18 är "${said}"; teckenuppsättningen ska vara ${Object.keys(READERS).join(', ')}.`,
      '103',
      'MSH^1^18',
    );
  }
  const text = read(Buffer.from(message.toString(), 'latin1'));
  if (text === undefined) {
    throw new MessageError(
      said === ''
        ? `MSH-18 säger ingen teckenuppsättning, och meddelandet har tecken utanför ${UNSAID}.`
        : `Meddelandet har tecken som inte är ${said}, som MSH-18 säger.`,
      '102',
      'MSH^1^18',
    );
  }
  return Hl7Message.parse(text);
}

/** A message of ours, whose MSH-18 says UTF-8, to be sent over a connection of bytes. */
export const encoded = (message: Hl7Message): Hl7Message =>
  Hl7Message.parse(Buffer.from(message.toString(), 'utf8').toString('latin1'));
