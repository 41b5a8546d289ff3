import type { CareFlow } from '../../domain/care-flow.ts';
import type { ListedItem, ListKind } from '../../domain/trace.ts';
import { flowsNamed } from '../../scenarios/flows-named.ts';
import type { Traced } from '../../scenarios/trace/load-trace.ts';

/** How an item of a list stands: what shows it, or why nothing does. */
export type TraceStanding =
  /** Some flow shows it. */
  | 'shown'
  /** Traced to a requirement of ours that no flow shows. */
  | 'no-flow'
  /** Nobody has said what it is shown by. */
  | 'untraced'
  /** No flow can show it, and the trace says why. */
  | 'not-here';

export interface TraceRow {
  readonly item: ListedItem;
  readonly standing: TraceStanding;
  readonly requirements: readonly string[];
  /** Ids of the flows that show it. */
  readonly flows: readonly string[];
  /** Requirements of the trace that no flow shows. */
  readonly without: readonly string[];
  readonly notHere?: string;
}

/** A list against the flows that there are. */
export interface TraceResult {
  readonly title: string;
  readonly kind: ListKind;
  readonly source: string;
  readonly rows: readonly TraceRow[];
  readonly counts: Readonly<Record<TraceStanding, number>>;
  /** Requirements of ours with flows that no item of the list asks for. */
  readonly beyond: readonly string[];
}

/**
 * What shows each item of a list. An item is shown when every requirement that it is traced to has a flow that claims it, or a
 * flow is named that shows it directly; one of two is half, and half is not shown.
 */
export function traceOf(
  { file, items }: Traced,
  flows: readonly Pick<CareFlow, 'id' | 'requirements'>[],
): TraceResult {
  const traces = new Map(file.traces.map((line) => [line.id, line]));
  const claiming = (requirement: string): string[] =>
    flows.filter(({ requirements }) => requirements.includes(requirement)).map(({ id }) => id);
  const rows = items.map((item): TraceRow => {
    const line = traces.get(item.id);
    const { requirements = [], flows: named = [], notHere } = line ?? {};
    const direct = named.flatMap((name) => flowsNamed(name, flows).map(({ id }) => id));
    const without = requirements.filter((requirement) => claiming(requirement).length === 0);
    return {
      item,
      standing:
        line === undefined
          ? 'untraced'
          : notHere !== undefined
            ? 'not-here'
            : without.length > 0
              ? 'no-flow'
              : 'shown',
      requirements,
      flows: [...new Set([...direct, ...requirements.flatMap(claiming)])],
      without,
      ...(notHere === undefined ? {} : { notHere }),
    };
  });
  const asked = new Set(rows.flatMap(({ requirements }) => requirements));
  const count = (standing: TraceStanding): number => rows.filter((row) => row.standing === standing).length;
  return {
    title: file.title,
    kind: file.kind,
    source: file.source,
    rows,
    counts: {
      shown: count('shown'),
      'no-flow': count('no-flow'),
      untraced: count('untraced'),
      'not-here': count('not-here'),
    },
    beyond: [...new Set(flows.flatMap(({ requirements }) => requirements))]
      .filter((id) => !asked.has(id))
      .sort(),
  };
}
