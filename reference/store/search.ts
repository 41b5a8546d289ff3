import { badRequest, OperationOutcomeError, type SearchRequest, type SortRule } from '@medplum/core';
import type Database from 'better-sqlite3';
import type { Catalogue } from '../fhir/catalogue.ts';
import { join, type Sql, sql } from './filters/predicate.ts';
import { type Condition, conditionsOf, inKeys } from './search-sql.ts';

const DEFAULT_COUNT = 100;
export const MAX_COUNT = 1000;

/** Beyond this many entries it does not matter how many more a filter has: it is not the one to begin with. */
const SELECTIVE = 256;

export interface SearchPage {
  readonly contents: readonly string[];
  readonly hasMore: boolean;
  /** Only when asked for. */
  readonly total?: number;
}

/** Runs searches on one connection: begins with the filter that fewest fit, asks the others about those alone. */
export class Searcher {
  readonly #database: Database.Database;
  readonly #catalogue: Catalogue;
  readonly #parameterId: (type: string, code: string) => number;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(
    database: Database.Database,
    catalogue: Catalogue,
    parameterId: (type: string, code: string) => number,
  ) {
    this.#database = database;
    this.#catalogue = catalogue;
    this.#parameterId = parameterId;
  }

  run(request: SearchRequest): SearchPage {
    const where = this.#where(request);
    const count = Math.min(request.count ?? DEFAULT_COUNT, MAX_COUNT);
    const offset = request.offset ?? 0;
    if (!(count >= 0 && offset >= 0))
      throw new OperationOutcomeError(badRequest('_count and _offset are numbers.'));
    const order = this.#order(request);
    const contents =
      count === 0
        ? []
        : this.#prepare(
            `SELECT r.content FROM resource r WHERE ${where.text} ORDER BY ${order.text} LIMIT ? OFFSET ?`,
          )
            .pluck()
            .all(...where.values, ...order.values, count + 1, offset)
            .map(String);
    return {
      contents: contents.slice(0, count),
      hasMore: contents.length > count,
      ...(wantsTotal(request) ? { total: this.#total(where) } : {}),
    };
  }

  #total(where: Sql): number {
    return Number(
      this.#prepare(`SELECT count(*) FROM resource r WHERE ${where.text}`)
        .pluck()
        .get(...where.values),
    );
  }

  #where(request: SearchRequest): Sql {
    const conditions = conditionsOf(request, this.#catalogue, this.#parameterId);
    const first = this.#mostSelective(conditions);
    const rest = conditions.filter((condition) => condition !== first).map(({ holds }) => holds);
    // The + keeps SQLite from walking all of a type where a filter lists what to look at.
    const type = sql(first === undefined ? 'r.type = ?' : '+r.type = ?', request.resourceType);
    return join(
      [...(first?.keys === undefined ? [] : [inKeys(first.keys)]), type, sql('r.deleted = 0'), ...rest],
      'AND',
    );
  }

  #mostSelective(conditions: readonly Condition[]): Condition | undefined {
    const listed = conditions.filter(({ keys }) => keys !== undefined);
    if (listed.length < 2) return listed[0];
    const sized = listed.map((condition) => ({ condition, size: this.#sizeOf(condition) }));
    return sized.reduce((best, other) => (other.size < best.size ? other : best)).condition;
  }

  #sizeOf({ keys }: Condition): number {
    if (keys === undefined) return SELECTIVE;
    return Number(
      this.#prepare(`SELECT count(*) FROM (${keys.text} LIMIT ${SELECTIVE})`)
        .pluck()
        .get(...keys.values),
    );
  }

  /** Order of creation unless asked otherwise, so that pages do not shift while things are written. */
  #order(request: SearchRequest): Sql {
    const rules = (request.sortRules ?? []).map((rule) => this.#sorting(request.resourceType, rule));
    return {
      text: [...rules.map(({ text }) => text), 'r.key'].join(', '),
      values: rules.flatMap(({ values }) => values),
    };
  }

  #sorting(type: string, { code, descending }: SortRule): Sql {
    const direction = descending ? 'DESC' : 'ASC';
    if (code === '_id') return sql(`r.id ${direction}`);
    if (code === '_lastUpdated') return sql(`r.updated ${direction}`);
    const parameter = this.#catalogue.parameter(type, code);
    if (parameter === undefined) {
      throw new OperationOutcomeError(badRequest(`${type} cannot be sorted by "${code}" here.`));
    }
    const column = SORT_COLUMNS[parameter.type] ?? 'value';
    const aggregate = descending ? 'max' : 'min';
    return sql(
      `(SELECT ${aggregate}(v.${column}) FROM search_value v WHERE v.key = r.key AND v.parameter = ?) ${direction} NULLS LAST`,
      this.#parameterId(type, code),
    );
  }

  #prepare(text: string): Database.Statement {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    if (this.#statements.size >= 500) this.#statements.clear();
    const statement = this.#database.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }
}

/** A count of nothing is a search for the number; an estimate may be as good as a count. */
const wantsTotal = ({ total, count }: SearchRequest): boolean =>
  count === 0 || total === 'accurate' || total === 'estimate';

const SORT_COLUMNS: Readonly<Record<string, string>> = { date: 'low', number: 'low', quantity: 'low' };
