/**
 * A step's need of what an earlier step made: an order, a message, a measurement. The name is the one the flow gave it
 * ("första provet"); the run binds it to what the system under test answered.
 */
export interface Ref {
  readonly ref: string;
}

export const ref = (name: string): Ref => ({ ref: name });

export const isRef = (value: unknown): value is Ref =>
  typeof value === 'object' && value !== null && typeof (value as { ref?: unknown }).ref === 'string';
