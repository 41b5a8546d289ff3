/** A part of the shards, as one of several machines takes it: of three parts, the second has the shards 1, 4, 7 … */
export interface Share {
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

export const isIn = ({ part, parts }: Share, shard: number): boolean => shard % parts === part - 1;

/** '2/3' */
export function shareOf(text: string): Share {
  const [part = 1, parts = 1] = text.split('/').map(Number);
  return { part, parts };
}
