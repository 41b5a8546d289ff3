/** What can be wrong with a journal. */
export type FindingKind =
  /** The bytes of a record do not agree with its checksum. */
  | 'damaged'
  /** The checksum was made anew, the hash was not: somebody edited the record. */
  | 'altered'
  /** A record does not name the hash of the one before it: that one was written anew. */
  | 'broken-chain'
  /** Records are gone. */
  | 'missing'
  /** A record stands where another belongs: moved, repeated or put in. */
  | 'out-of-place'
  /** A sound record says what no run can say. */
  | 'invalid'
  /** The journal does not end with the hash that it is known to have ended with. */
  | 'other-head';

/** One thing that is wrong, and where. */
export interface Finding {
  readonly kind: FindingKind;
  /** Line of the journal, 1 is the first. */
  readonly line: number;
  /** Where that line begins, in bytes. */
  readonly offset: number;
  readonly sv: string;
  readonly en: string;
}

type Words = (detail: string) => { readonly sv: string; readonly en: string };

const WORDS: Readonly<Record<FindingKind, Words>> = {
  damaged: () => ({
    sv: 'posten är skadad: dess byte stämmer inte med kontrollsumman',
    en: 'the record is damaged: its bytes do not agree with its checksum',
  }),
  altered: (seq) => ({
    sv: `post ${seq} är ändrad i efterhand: kontrollsumman är ny men inte hashen`,
    en: `record ${seq} was edited afterwards: its checksum is new but its hash is not`,
  }),
  'broken-chain': (seq) => ({
    sv: `post ${seq} följer inte på posten före den, som alltså har bytts ut`,
    en: `record ${seq} does not follow from the one before it, which has been replaced`,
  }),
  missing: (range) => ({ sv: `post ${range} saknas`, en: `record ${range} is missing` }),
  'out-of-place': (seq) => ({
    sv: `post ${seq} står på fel plats: den är flyttad, upprepad eller tillagd`,
    en: `record ${seq} is out of place: moved, repeated or put in`,
  }),
  invalid: (why) => ({ sv: `posten följer inte formatet: ${why}`, en: `the record is not valid: ${why}` }),
  'other-head': (head) => ({
    sv: `journalen slutar inte med den hash som är känd för körningen (${head})`,
    en: `the journal does not end with the hash known for the run (${head})`,
  }),
};

/** A finding in both languages; the detail is a record's number, a range, a reason or a hash. */
export const finding = (
  kind: FindingKind,
  place: { readonly line: number; readonly offset: number },
  detail = '',
): Finding => ({ kind, line: place.line, offset: place.offset, ...WORDS[kind](detail) });
