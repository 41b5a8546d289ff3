import type { Place, Rule, Tell, Words } from './rule.ts';

/** One thing that is wrong, and where. */
export interface Finding {
  readonly rule: string;
  readonly place: Place;
  readonly words: Words;
}

/** What became of one rule. */
export interface RuleResult {
  readonly rule: string;
  readonly title: Words;
  /** All that was found; `findings` holds the first of them. */
  readonly found: number;
  readonly findings: readonly Finding[];
  /** Set where the rule could not be judged. */
  readonly notFor: Words | undefined;
}

/** Findings of one rule that are kept in words; the rest are counted. */
const KEPT = 20;

/** Gathers what one rule tells. */
export class RuleFindings {
  readonly #rule: Pick<Rule, 'name' | 'title'>;
  readonly #notFor: Words | undefined;
  readonly #findings: Finding[] = [];
  #found = 0;

  constructor(rule: Pick<Rule, 'name' | 'title'>, notFor: Words | undefined) {
    this.#rule = rule;
    this.#notFor = notFor;
  }

  readonly tell: Tell = (place, words) => {
    this.#found += 1;
    if (this.#findings.length < KEPT) this.#findings.push({ rule: this.#rule.name, place, words });
  };

  result(): RuleResult {
    const { name, title } = this.#rule;
    return { rule: name, title, found: this.#found, findings: this.#findings, notFor: this.#notFor };
  }
}
