import { flowIdOf } from '../../domain/flow-id.ts';

type Fields = Readonly<Record<string, unknown>>;

/** As much of a flow as version 2 tells of it. */
interface NumberedFlow {
  readonly id: string;
  readonly name: string;
  readonly location: { readonly file: string };
}

/**
 * Version 3 calls a flow by its title; before, it was the n:th of its file. The run's first event has the titles of its
 * flows. Flows of one title, the rows of an outline, keep their numbers: nothing tells which is which today.
 */
export function flowNamer(): (event: Fields) => Fields {
  let names: ReadonlyMap<string, string> = new Map();
  const renamed = (id: unknown): unknown => names.get(String(id)) ?? id;
  return (event) => {
    switch (event.type) {
      case 'run-started': {
        const flows: unknown[] = Array.isArray(event.flows) ? event.flows : [];
        names = namesOf(flows.filter(isNumbered));
        return {
          ...event,
          evidenceVersion: 3,
          flows: flows.map((flow) => (isNumbered(flow) ? { ...flow, id: renamed(flow.id) } : flow)),
        };
      }
      case 'flow-started':
        return { ...event, flow: renamed(event.flow) };
      default:
        return event;
    }
  };
}

function namesOf(flows: readonly NumberedFlow[]): Map<string, string> {
  const byName = Map.groupBy(flows, ({ location, name }) => flowIdOf(location.file, name));
  return new Map(
    [...byName].flatMap(([name, [flow, ...others]]) =>
      flow === undefined || others.length > 0 ? [] : [[flow.id, name]],
    ),
  );
}

const isNumbered = (flow: unknown): flow is NumberedFlow =>
  typeof flow === 'object' && flow !== null && 'id' in flow && 'name' in flow && 'location' in flow;
