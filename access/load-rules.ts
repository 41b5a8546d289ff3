import { createHash } from 'node:crypto';
import path from 'node:path';
import {
  ACCESS_WAYS,
  ACTS,
  BLOCKS,
  CONSENTS,
  RELATIONS,
  type Standing,
  THINGS,
} from '../domain/access-evidence.ts';
import type { CareUnit } from '../domain/care-day.ts';
import { InputError, inputErrorOf } from '../domain/input-error.ts';
import { ROLES } from '../domain/role.ts';
import { checkSchema } from '../input/schema-check.ts';
import { didYouMean } from '../input/suggest.ts';
import { readYaml, type YamlPath, type YamlSource } from '../input/yaml-source.ts';
import { findScenario } from '../scenarios/find-scenario.ts';
import schema from '../scenarios/schema/access.schema.json' with { type: 'json' };
import type { AccessRule, AccessRules, Condition, Dimension, Places } from './rules.ts';

interface WrittenRule extends Pick<AccessRule, 'id' | 'sv' | 'en' | 'expect'> {
  readonly when: Condition;
  readonly unless?: Condition;
  readonly law:
    | 'assumption'
    | readonly {
        readonly law: string;
        readonly chapter: number;
        readonly section: number | 'assumption';
      }[];
}

interface Written {
  readonly title: AccessRules['title'];
  readonly laws: Readonly<
    Record<string, { readonly name: string; readonly sfs: string; readonly as: string }>
  >;
  readonly places: Readonly<Record<string, Omit<CareUnit, 'municipalityCode'>>>;
  readonly standings: readonly Standing[];
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly WrittenRule[];
}

/** What each dimension can be. */
const VALUES: Readonly<Record<Dimension, readonly string[]>> = {
  role: Object.keys(ROLES),
  relation: RELATIONS,
  consent: CONSENTS,
  block: BLOCKS,
  what: [...THINGS, ...ACTS],
  way: ACCESS_WAYS,
};

/**
 * Reads rules of access by their name, of the rehearsal's own before Genrep's, or by their path. Every word of a rule is one
 * that can be tried, or a group of such. Throws InputError for all that is wrong, with line and column.
 */
export function loadRules(pathOrName: string): AccessRules {
  const file = findScenario('access', pathOrName);
  const source = readYaml(file);
  const written = checkSchema<Written>(source, schema);
  const reader = new Reader(source, written);
  const rules = written.rules.map((rule, index) => reader.rule(rule, ['rules', index]));
  reader.checkStandings();
  const mistake = inputErrorOf(reader.mistakes);
  if (mistake !== undefined) throw mistake;
  return {
    name: path.basename(file, '.yaml'),
    title: written.title,
    hash: createHash('sha256').update(source.text).digest('hex'),
    places: placesOf(written),
    standings: written.standings,
    rules,
  };
}

/** In which municipality they lie says nothing of who may read. */
const placesOf = ({ places }: Written): Places =>
  Object.fromEntries(
    Object.entries(places).map(([name, place]) => [name, { ...place, municipalityCode: '' }]),
  ) as Places;

/** Reads rules and gathers what is wrong in them. */
class Reader {
  readonly mistakes: InputError[] = [];
  readonly #source: YamlSource;
  readonly #written: Written;
  readonly #ids = new Set<string>();

  constructor(source: YamlSource, written: Written) {
    this.#source = source;
    this.#written = written;
  }

  rule({ when, unless, law, ...rule }: WrittenRule, at: YamlPath): AccessRule {
    if (this.#ids.has(rule.id))
      this.#mistake(`Det finns redan en regel ${rule.id}; ge den ett annat id.`, [...at, 'id']);
    this.#ids.add(rule.id);
    return {
      ...rule,
      source: this.#sourceOf(law, at),
      when: this.#condition(when, [...at, 'when']),
      ...(unless === undefined ? {} : { unless: this.#condition(unless, [...at, 'unless']) }),
    };
  }

  checkStandings(): void {
    const { standings, places } = this.#written;
    const seen = new Set<string>();
    for (const [index, { id, role, at }] of standings.entries()) {
      const where = ['standings', index];
      if (seen.has(id)) this.#mistake(`Det finns redan en läsare ${id}; ge den ett annat id.`, where);
      seen.add(id);
      if (role === 'patient') {
        if (at !== undefined) this.#mistake('En patient arbetar inte på någon plats; ta bort at.', where);
      } else if (at === undefined || places[at] === undefined) {
        const known = Object.keys(places).join(', ');
        this.#mistake(`Ange med at var ${id} arbetar, en av platserna ${known}.`, where);
      }
    }
  }

  #condition(condition: Condition, at: YamlPath): Condition {
    return Object.fromEntries(
      Object.entries(condition).map(([dimension, words]) => [
        dimension,
        [
          ...new Set(
            words.flatMap((word, index) =>
              this.#values(dimension as Dimension, word, [...at, dimension, index]),
            ),
          ),
        ],
      ]),
    );
  }

  /** What a word stands for: a value, or a group of values and groups. */
  #values(dimension: Dimension, word: string, at: YamlPath): readonly string[] {
    if (VALUES[dimension].includes(word)) return [word];
    const group = this.#written.groups[word];
    if (group !== undefined)
      return group.flatMap((each) => (each === word ? [] : this.#values(dimension, each, at)));
    const known = [...VALUES[dimension], ...Object.keys(this.#written.groups)];
    this.#mistake(
      `”${word}” är inget värde av ${dimension} och ingen grupp${didYouMean(word, known) || `; välj bland ${VALUES[dimension].join(', ')}.`}`,
      at,
    );
    return [];
  }

  #sourceOf(law: WrittenRule['law'], at: YamlPath): string {
    if (law === 'assumption') return 'assumption';
    return law
      .map(({ law: name, chapter, section }, index) => {
        const known = this.#written.laws[name];
        if (known === undefined) {
          const names = Object.keys(this.#written.laws);
          this.#mistake(`Lagen ”${name}” står inte under laws; välj bland ${names.join(', ')}.`, [
            ...at,
            'law',
            index,
            'law',
          ]);
          return name;
        }
        const paragraph = section === 'assumption' ? ' (paragraf: assumption)' : ` ${section} §`;
        return `${known.name} (${known.sfs}, t.o.m. ${known.as}), ${chapter} kap.${paragraph}`;
      })
      .join('; ');
  }

  #mistake(message: string, at: YamlPath): void {
    this.mistakes.push(new InputError(message, this.#source.positionOf(at)));
  }
}
