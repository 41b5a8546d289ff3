/** What marks whatever a step writes in the system under test, so that it can be found again; unique to the step. */
export const stepToken = (run: string, instance: string, step: number): string =>
  `${run}.${instance}.${step + 1}`;

/** Whether a token is one of a flow's. */
export const isTokenOf = (run: string, instance: string, token: string): boolean =>
  token.startsWith(`${run}.${instance}.`);

/** The index of the step that a token marks. */
export const stepOfToken = (token: string): number => Number(token.slice(token.lastIndexOf('.') + 1)) - 1;
