/**
 * What a generated population says of itself, in DIR/manifest.json, written last: where it is missing, the population
 * is not whole. Layout: DIR/common/Organization.ndjson … and, for every 1,000 people (`shardSize`), DIR/shard-00000/Patient.ndjson …
 * (or bundles.ndjson, messages.hl7), each with `.zst` or `.gz` where compressed. A shard directory gets its name when
 * everything in it is written, so that half a shard is never taken for a whole one.
 */
export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT;
  /** Version of the generators; the same version, seed and choices give the same bytes. */
  readonly version: string;
  readonly seed: number;
  readonly choices: PopulationChoices;
  /** SHA-256, as hex, of region, modules and codes. */
  readonly data: string;
  /** Lines (in hl7v2: messages) by resource type (in hl7v2: message type). */
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly FileEntry[];
}

export const MANIFEST_FORMAT = 'genrep-population/1';
export const MANIFEST_FILE = 'manifest.json';

/** Everything that decides the bytes, besides seed, version and data. */
export interface PopulationChoices {
  readonly region: string;
  /** Kommunkoder; all of the region where empty. */
  readonly municipalities: readonly string[];
  readonly people: number;
  /** YYYY-MM-DD, not included. */
  readonly until: string;
  /** History begins this many years before the reference date 2026-01-01. */
  readonly years: number;
  /** Only what is new or has changed from this date on. */
  readonly since?: string;
  readonly format: Format;
  readonly compress: Compression;
  /** People in a shard. */
  readonly shardSize: number;
}

export const FORMATS = ['ndjson', 'bundle', 'hl7v2'] as const;
export type Format = (typeof FORMATS)[number];
export const COMPRESSIONS = ['none', 'gzip', 'zstd'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

export interface FileEntry {
  /** Below DIR, with `/`. */
  readonly path: string;
  /** Resource type; 'Bundle'; 'HL7v2'. */
  readonly type: string;
  readonly lines: number;
  /** On disk. */
  readonly bytes: number;
  /** Of the file on disk, as hex. */
  readonly sha256: string;
}
