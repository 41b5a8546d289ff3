/** Why evidence cannot be written, read or trusted. */
export type EvidenceErrorKind =
  /** Too little room on the disk before a run. */
  | 'no-space'
  /** The disk became full during a run. */
  | 'disk-full'
  /** The file could not be written for another reason than space. */
  | 'not-written'
  /** The folder for a run cannot be made or written in. */
  | 'no-folder'
  /** A journal is already there; evidence is never written over. */
  | 'exists'
  /** A secret too short to be told from ordinary text. */
  | 'short-secret'
  /** No journal at the path, or a file that is not one. */
  | 'not-evidence'
  /** Written by a Genrep that knows more than this one. */
  | 'newer-version'
  /** Bytes are missing or changed. */
  | 'damaged'
  /** Somebody else writes it. */
  | 'in-use'
  /** It cannot go on: it had come to its end, or was another run. */
  | 'not-resumable'
  /** What should be a key to sign with is none. */
  | 'bad-key';

/** Evidence could not be written or read. The message is a sentence for a person and says what to do. */
export class EvidenceError extends Error {
  readonly kind: EvidenceErrorKind;

  constructor(kind: EvidenceErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EvidenceError';
    this.kind = kind;
  }
}

/** The code of a failed system call ('ENOSPC'), where there is one. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
