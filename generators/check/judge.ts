import { FindingsOfAll, RuleFindings, resultOf } from './findings.ts';
import type { FileGroup } from './read/file-groups.ts';
import { readGroup } from './read/read-group.ts';
import type { CheckReport } from './report.ts';
import type { CheckContext, Observer, Rule } from './rule.ts';
import { FILES } from './rules/files.ts';
import { rulesFor } from './rules/rules.ts';
import { picturesOf, type ShardFindings } from './shard-checker.ts';

/** Judges a population from what was found in its shards, which it takes in their order. */
export class Judge {
  readonly #population: string;
  readonly #context: CheckContext;
  readonly #groups: readonly FileGroup[];
  readonly #files = new RuleFindings(FILES.name);
  readonly #judged: readonly JudgedRule[];
  readonly #pictures: ReturnType<typeof picturesOf>;
  #lines = 0;
  #people = 0;

  constructor(population: string, context: CheckContext, groups: readonly FileGroup[]) {
    this.#population = population;
    this.#context = context;
    this.#groups = groups;
    const files = groups.flatMap((group) => group.files.map((file) => file.path));
    const places = new Map(files.map((file, place) => [file, place]));
    this.#judged = rulesFor(context.manifest).map((rule) =>
      judgedRule(rule, context, (file) => places.get(file) ?? files.length),
    );
    this.#pictures = picturesOf(context);
  }

  take({ lines, people, files, rules, pictures }: ShardFindings): void {
    this.#lines += lines;
    this.#people += people;
    this.#files.take(files);
    for (const [place, { given, ...found }] of rules.entries()) {
      this.#judged[place]?.found.take(found);
      this.#judged[place]?.observer.take?.(given);
    }
    for (const [place, given] of pictures.entries()) this.#pictures[place]?.take?.(given);
  }

  async report(): Promise<CheckReport> {
    const observers = this.#judged.map(({ observer }) => observer);
    for (const observer of observers) observer.end?.();
    await this.#lookAgain(observers.flatMap((observer) => observer.again?.() ?? []));
    return {
      folder: this.#population,
      manifest: this.#context.manifest,
      lines: this.#lines,
      people: this.#people,
      results: [
        resultOf(FILES, this.#files, undefined),
        ...this.#judged.map(({ rule, found, ofAll, notFor }) => resultOf(rule, ofAll.with(found), notFor)),
      ],
      pictures: this.#pictures.map((picture) => picture.draw()),
    };
  }

  async #lookAgain(observers: readonly Observer[]): Promise<void> {
    if (observers.length === 0) return;
    for (const group of this.#groups) {
      // What is wrong with the files has been told.
      await readGroup(this.#population, group, observers, () => undefined);
    }
  }
}

interface JudgedRule {
  readonly rule: Rule;
  readonly notFor: Rule['title'] | undefined;
  /** In single shards. */
  readonly found: RuleFindings;
  /** In all shards together. */
  readonly ofAll: FindingsOfAll;
  readonly observer: Observer;
}

function judgedRule(rule: Rule, context: CheckContext, placeOf: (file: string) => number): JudgedRule {
  const notFor = rule.notFor?.(context.manifest);
  const ofAll = new FindingsOfAll(rule.name, placeOf);
  const observer = notFor === undefined ? rule.watch(context, ofAll.tell) : {};
  return { rule, notFor, found: new RuleFindings(rule.name), ofAll, observer };
}
