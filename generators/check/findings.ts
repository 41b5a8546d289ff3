import type { Place, Rule, Tell, Words } from './rule.ts';

/** One thing that is wrong, and where. */
export interface Finding {
  readonly rule: string;
  readonly place: Place;
  readonly words: Words;
}

/** How often a rule was broken, and the first of it in words. */
export interface Found {
  readonly found: number;
  readonly findings: readonly Finding[];
}

/** What became of one rule. */
export interface RuleResult extends Found {
  readonly rule: string;
  readonly title: Words;
  /** Set where the rule could not be judged. */
  readonly notFor: Words | undefined;
}

/** Findings of one rule that are kept in words; the rest are counted. */
const KEPT = 20;

/** Gathers what one rule tells. */
export class RuleFindings implements Found {
  found = 0;
  readonly findings: Finding[] = [];
  readonly #rule: string;

  constructor(rule: string) {
    this.#rule = rule;
  }

  readonly tell: Tell = (place, words) => {
    this.found += 1;
    if (this.findings.length < KEPT) this.findings.push({ rule: this.#rule, place, words });
  };

  take({ found, findings }: Found): void {
    this.found += found;
    this.findings.push(...findings.slice(0, KEPT - this.findings.length));
  }
}

/** Gathers what is only seen of all shards together, in the order of their lines. */
export class FindingsOfAll implements Found {
  found = 0;
  readonly #rule: string;
  readonly #placeOf: (file: string) => number;
  #findings: Finding[] = [];

  /** `placeOf`: where a file stands in the order of reading. */
  constructor(rule: string, placeOf: (file: string) => number) {
    this.#rule = rule;
    this.#placeOf = placeOf;
  }

  readonly tell: Tell = (place, words) => {
    this.found += 1;
    this.#findings.push({ rule: this.#rule, place, words });
    if (this.#findings.length > 10 * KEPT) this.#findings = this.#first(this.#findings);
  };

  get findings(): readonly Finding[] {
    return this.#findings;
  }

  /** Together with what was seen in single shards. */
  with({ found, findings }: Found): Found {
    if (this.found === 0) return { found, findings };
    return { found: this.found + found, findings: this.#first([...findings, ...this.#findings]) };
  }

  #first(findings: readonly Finding[]): Finding[] {
    const order = (a: Finding, b: Finding): number =>
      this.#placeOf(a.place.file) - this.#placeOf(b.place.file) || a.place.line - b.place.line;
    return findings.toSorted(order).slice(0, KEPT);
  }
}

export const resultOf = (
  { name, title }: Pick<Rule, 'name' | 'title'>,
  { found, findings }: Found,
  notFor: Words | undefined,
): RuleResult => ({ rule: name, title, found, findings, notFor });
