import { HISTORY_SYSTEMS } from '../../../fhir/systems.ts';
import { MANIFEST_FILE } from '../../../output/manifest.ts';
import { codeOf, textAt } from '../../json.ts';
import { isAsExpected } from '../../prevalence/count.ts';
import { instantOf } from '../../read/instant.ts';
import {
  type CheckContext,
  type Observer,
  onlyOfWholePopulations,
  type ResourceLine,
  type Rule,
} from '../../rule.ts';
import { together } from '../../together.ts';
import { judgeOf, type Outcome, readOutcomes } from './outcome.ts';

const MONTH = (365.25 / 12) * 86_400_000;

/** Treatment works as well as the registers say, neither worse nor better. */
export const OUTCOMES: Rule<readonly OutcomeOfShard[]> = {
  name: 'outcomes',
  title: {
    sv: 'Behandlingen lyckas i den utsträckning som källorna anger',
    en: 'Treatment works as well as the sources say',
  },
  notFor: onlyOfWholePopulations,
  watch(context, tell) {
    const counts = readOutcomes().map((outcome) => new OutcomeCount(outcome, context));
    return {
      ...together(counts),
      end() {
        for (const { outcome, people, reached } of counts) {
          if (isAsExpected({ expected: outcome.share, people, ill: reached })) continue;
          const percent = (share: number): string => (100 * share).toFixed(1);
          tell(
            { file: MANIFEST_FILE, line: 1 },
            {
              sv: `${outcome.name.sv}: ${percent(reached / people)} % av ${people}, ${percent(outcome.share)} % väntas`,
              en: `${outcome.name.en}: ${percent(reached / people)} % of ${people}, ${percent(outcome.share)} % are expected`,
            },
          );
        }
      },
    };
  },
};

type OutcomeOfShard = readonly [people: number, reached: number];

/** Counts one outcome among the living. */
class OutcomeCount implements Observer<OutcomeOfShard> {
  readonly types = ['Condition', 'Observation'];
  readonly outcome: Outcome;
  readonly #judge: ReturnType<typeof judgeOf>;
  readonly #diagnoses: ReadonlySet<string>;
  readonly #from: number;
  readonly #until: number;
  #ill = new Set<string>();
  #latest = new Map<string, { at: number; isReached: boolean }>();
  people = 0;
  reached = 0;

  constructor(outcome: Outcome, { data, until }: CheckContext) {
    this.outcome = outcome;
    this.#judge = judgeOf(outcome, data.library.codes);
    this.#diagnoses = new Set(outcome.diagnosis);
    this.#from = until - outcome.within * MONTH;
    this.#until = until;
  }

  beginShard(): void {
    this.#ill = new Set();
    this.#latest = new Map();
  }

  see({ type, resource, person }: ResourceLine): void {
    if (person === undefined || person.died < this.#until) return;
    if (type === 'Condition') {
      const code = codeOf(resource.code, HISTORY_SYSTEMS.icd10se) ?? '';
      if (this.#diagnoses.has(code) && resource.abatementDateTime === undefined) this.#ill.add(person.id);
    } else if (type === 'Observation') {
      const isReached = this.#judge(resource);
      if (isReached === undefined) return;
      const at = instantOf(textAt(resource, 'effectiveDateTime') ?? '');
      if (at < this.#from || at < (this.#latest.get(person.id)?.at ?? 0)) return;
      this.#latest.set(person.id, { at, isReached });
    }
  }

  endShard(): void {
    for (const id of this.#ill) {
      const latest = this.#latest.get(id);
      if (latest === undefined) continue;
      this.people += 1;
      if (latest.isReached) this.reached += 1;
    }
  }

  give(): OutcomeOfShard {
    const given = [this.people, this.reached] as const;
    this.people = 0;
    this.reached = 0;
    return given;
  }

  take([people, reached]: OutcomeOfShard): void {
    this.people += people;
    this.reached += reached;
  }
}
