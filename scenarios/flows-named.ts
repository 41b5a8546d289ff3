/** The feature of a flow: its id without the scenario. */
export const featureOf = (flowId: string): string => flowId.split('#', 1)[0] ?? flowId;

/** The flows that a line of a mix stands for: the one with this id, or all of the feature with this name. */
export const flowsNamed = <Flow extends { readonly id: string }>(
  name: string,
  flows: readonly Flow[],
): readonly Flow[] => flows.filter(({ id }) => id === name || featureOf(id) === name);
