import { HEAD_FILE, JOURNAL_FILE } from './files.ts';

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
  | 'other-head'
  /** The journal ends before the head beside it says. */
  | 'cut-off'
  /** The head beside the journal knows another record here. */
  | 'other-record'
  /** There is no head beside the journal. */
  | 'no-head'
  /** The file beside the journal is not the head of it. */
  | 'damaged-head'
  /** The head was changed after it was signed. */
  | 'false-signature'
  /** The head is not signed by the one who is trusted. */
  | 'other-signer'
  /** A picture or recording is gone, or is not the one that was kept. */
  | 'other-attachment';

/** One thing that is wrong, and where. */
export interface Finding {
  readonly kind: FindingKind;
  /** Which file of the folder. */
  readonly file: string;
  /** Line of the file, 1 is the first. */
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
  'cut-off': (range) => ({
    sv: `slutet är avklippt: post ${range} finns enligt ${HEAD_FILE} men inte här`,
    en: `the end was cut off: record ${range} exists according to ${HEAD_FILE} but not here`,
  }),
  'other-record': (seq) => ({
    sv: `post ${seq} är en annan än den som ${HEAD_FILE} känner: journalen är skriven på nytt`,
    en: `record ${seq} is not the one that ${HEAD_FILE} knows: the journal was written anew`,
  }),
  'no-head': () => ({
    sv: 'filen saknas: mappen är bara delvis kopierad, eller så är filen borttagen',
    en: 'the file is missing: the folder was copied in part, or the file was removed',
  }),
  'damaged-head': () => ({
    sv: 'filen är skadad, ändrad eller hör till en annan körning',
    en: 'the file is damaged, changed or belongs to another run',
  }),
  'false-signature': () => ({
    sv: 'signaturen stämmer inte: filen är ändrad efter att den signerades',
    en: 'the signature does not hold: the file was changed after it was signed',
  }),
  'other-attachment': () => ({
    sv: 'bilagan saknas eller är en annan än den som sparades',
    en: 'the attachment is missing, or is not the one that was kept',
  }),
  'other-signer': () => ({
    sv: 'körningen är inte signerad med den nyckel som ska litas på',
    en: 'the run is not signed with the key that is to be trusted',
  }),
};

const OF_THE_HEAD: ReadonlySet<FindingKind> = new Set([
  'no-head',
  'damaged-head',
  'false-signature',
  'other-signer',
]);

/** A finding in both languages; the detail is a record's number, a range, a reason or a hash. */
export const finding = (
  kind: FindingKind,
  place: { readonly line: number; readonly offset: number },
  detail = '',
): Finding => ({
  kind,
  file: OF_THE_HEAD.has(kind) ? HEAD_FILE : JOURNAL_FILE,
  line: place.line,
  offset: place.offset,
  ...WORDS[kind](detail),
});
