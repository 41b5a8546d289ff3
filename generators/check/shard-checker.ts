import { type Found, RuleFindings } from './findings.ts';
import { PICTURES } from './pictures/pictures.ts';
import { COMMON, type FileGroup } from './read/file-groups.ts';
import { readGroup } from './read/read-group.ts';
import type { CheckContext, Observer } from './rule.ts';
import { FILES } from './rules/files.ts';
import { rulesFor } from './rules/rules.ts';

/** What was found in one shard, and what of it must be judged together with the others: plain JSON. */
export interface ShardFindings {
  readonly folder: string;
  /** Lines read (in hl7v2: messages). */
  readonly lines: number;
  readonly people: number;
  readonly files: Found;
  /** In the order of the rules. */
  readonly rules: readonly (Found & { readonly given: unknown })[];
  readonly pictures: readonly unknown[];
}

/** Checks shards one at a time, each by itself. */
export class ShardChecker {
  readonly #population: string;
  readonly #watched: readonly { readonly name: string; readonly observer: Observer }[];
  readonly #pictures: readonly Observer[];
  /** Where the rules tell what they find in the shard under way. */
  #findings = new Map<string, RuleFindings>();

  constructor(population: string, context: CheckContext) {
    this.#population = population;
    this.#watched = rulesFor(context.manifest).map((rule) => ({
      name: rule.name,
      observer:
        rule.notFor?.(context.manifest) === undefined
          ? rule.watch(context, (place, words) => this.#findingsOf(rule.name).tell(place, words))
          : {},
    }));
    this.#pictures = picturesOf(context);
  }

  /** Reads what all shards share, so that they can be understood. */
  async learn(groups: readonly FileGroup[]): Promise<void> {
    for (const group of groups) if (group.folder === COMMON) await this.check(group);
  }

  async check(group: FileGroup): Promise<ShardFindings> {
    this.#findings = new Map();
    const observers = [...this.#watched.map(({ observer }) => observer), ...this.#pictures];
    const { tell } = this.#findingsOf(FILES.name);
    const { lines, people } = await readGroup(this.#population, group, observers, tell);
    return {
      folder: group.folder,
      lines,
      people: people.size,
      files: this.#found(FILES.name),
      rules: this.#watched.map(({ name, observer }) => ({ ...this.#found(name), given: observer.give?.() })),
      pictures: this.#pictures.map((picture) => picture.give?.()),
    };
  }

  #findingsOf(rule: string): RuleFindings {
    const known = this.#findings.get(rule) ?? new RuleFindings(rule);
    this.#findings.set(rule, known);
    return known;
  }

  #found(rule: string): Found {
    const { found, findings } = this.#findingsOf(rule);
    return { found, findings };
  }
}

/** Messages are not drawn. */
export const picturesOf = (context: CheckContext) =>
  context.manifest.choices.format === 'hl7v2' ? [] : PICTURES.map((picture) => picture(context));
