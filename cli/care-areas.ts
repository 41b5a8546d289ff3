import { type CareAreas, findAreas } from '../care/areas.ts';

let found: Promise<CareAreas> | undefined;

/** The areas of care that a command has, looked for once. */
export function careAreas(): Promise<CareAreas> {
  found ??= findAreas();
  return found;
}
