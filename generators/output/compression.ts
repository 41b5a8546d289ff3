import { gzipSync, constants as zlib, zstdCompressSync } from 'node:zlib';
import type { Compression } from './manifest.ts';

/** How files are packed. */
export interface Packing {
  /** '.zst', '.gz' or nothing. */
  readonly suffix: string;
  /** A whole file at once, as one frame: readers may stop at the end of the first. Absent: nothing is packed. */
  readonly pack?: (content: Buffer) => Buffer;
}

/** Fast levels: the text repeats so much that higher ones gain little. */
export const PACKINGS: Readonly<Record<Compression, Packing>> = {
  none: { suffix: '' },
  gzip: { suffix: '.gz', pack: (content) => gzipSync(content, { level: 1 }) },
  zstd: {
    suffix: '.zst',
    pack: (content) => zstdCompressSync(content, { params: { [zlib.ZSTD_c_compressionLevel]: 1 } }),
  },
};
