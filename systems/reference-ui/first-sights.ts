import type { Row } from './screen/panel.ts';

/**
 * What stood in the lists when somebody in a flow first looked at them. What was there before is told from what came by
 * its number: times that a page shows are of another clock.
 */
export class FirstSights {
  readonly #numbers = new Map<string, ReadonlySet<string | undefined>>();

  /** Keeps what stands in a list, unless it was looked at before. */
  note(list: string, rows: readonly Row[]): void {
    if (!this.#numbers.has(list)) this.#numbers.set(list, new Set(rows.map(({ Nummer }) => Nummer)));
  }

  /** What has come since; undefined when nobody had looked. */
  newIn(list: string, rows: readonly Row[]): readonly Row[] | undefined {
    const before = this.#numbers.get(list);
    return before && rows.filter(({ Nummer }) => !before.has(Nummer));
  }
}
