/** What was wrong, of HL7's table 0357. */
export const ERRORS = {
  100: 'Segment sequence error',
  101: 'Required field missing',
  102: 'Data type error',
  103: 'Table value not found',
  200: 'Unsupported message type',
  204: 'Unknown key identifier',
  205: 'Duplicate key identifier',
  207: 'Application internal error',
} as const;
export type ErrorCode = `${keyof typeof ERRORS}`;

/**
 * A message that cannot be read; the text says in Swedish what is wrong with it. `code` is of HL7's table 0357, `location`
 * where it stands, as ERL: 'ORC^1^9'.
 */
export class MessageError extends Error {
  readonly code: ErrorCode;
  readonly location: string;

  constructor(message: string, code: ErrorCode, location: string) {
    super(message);
    this.name = 'MessageError';
    this.code = code;
    this.location = location;
  }
}
