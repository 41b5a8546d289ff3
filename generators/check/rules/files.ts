import type { FileEntry } from '../../output/manifest.ts';
import type { ReadFile } from '../read/lines.ts';
import type { Tell } from '../rule.ts';

export const FILES = {
  name: 'files',
  title: {
    sv: 'Filerna är hela, läsbara och de som manifestet säger',
    en: 'The files are whole, readable and those that the manifest names',
  },
} as const;

/** Holds what a file turned out to be against what the manifest says of it. */
export function fileFindings(entry: FileEntry, found: ReadFile, tell: Tell): void {
  const place = { file: entry.path, line: found.lines };
  if (found.fault !== undefined) tell(place, found.fault);
  if (found.lines !== entry.lines) {
    tell(place, {
      sv: `filen har ${found.lines} rader, manifestet säger ${entry.lines}`,
      en: `the file has ${found.lines} lines, the manifest says ${entry.lines}`,
    });
  }
  if (found.bytes !== entry.bytes || found.sha256 !== entry.sha256) {
    tell(place, {
      sv: 'innehållet är ett annat än manifestets kontrollsumma (SHA-256)',
      en: "the content is not that of the manifest's checksum (SHA-256)",
    });
  }
}
