import type { Manifest } from '../output/manifest.ts';
import type { RuleResult } from './findings.ts';
import type { Words } from './rule.ts';

/** A drawing of what was read, beside what was expected where a source tells. */
export interface Picture {
  /** Unique in the page; its heading is `<id>-h`. */
  readonly id: string;
  readonly title: Words;
  /** What the reader should see in it, and where the expected comes from. */
  readonly legend: Words;
  readonly svg: string;
}

/** What a whole population was found to be. */
export interface CheckReport {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Lines read (in hl7v2: messages). */
  readonly lines: number;
  readonly people: number;
  readonly results: readonly RuleResult[];
  readonly pictures: readonly Picture[];
}

/** Whether every rule that could be judged holds. */
export const isSound = ({ results }: CheckReport): boolean => results.every(({ found }) => found === 0);

/** The report as plain lines, with file and line of what is wrong. */
export function reportText(report: CheckReport): string {
  const { folder, lines, people, results } = report;
  const number = (value: number): string => value.toLocaleString('sv-SE').replaceAll('\u00a0', ' ');
  const verdict = isSound(report) ? 'Alla regler håller.' : 'Alla regler håller inte.';
  return [
    `${folder}: ${number(people)} personer, ${number(lines)} rader. ${verdict}`,
    ...results.flatMap((result) => [ruleLine(result, number), ...findingLines(result, number)]),
  ].join('\n');
}

function ruleLine({ title, found, notFor }: RuleResult, number: (value: number) => string): string {
  if (notFor !== undefined) return `– ${title.sv}: går inte att bedöma, ${notFor.sv}`;
  return found === 0 ? `✓ ${title.sv}` : `✗ ${title.sv}: ${number(found)} fel`;
}

function findingLines({ found, findings }: RuleResult, number: (value: number) => string): string[] {
  const lines = findings.map(({ place, words }) => `    ${place.file}:${place.line}: ${words.sv}`);
  const rest = found - findings.length;
  return rest > 0 ? [...lines, `    … och ${number(rest)} till`] : lines;
}
