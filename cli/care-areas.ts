import { type CareAreas, findAreas } from '../care/areas.ts';
import type { ActivityKind } from '../domain/activity.ts';

let found: Promise<CareAreas> | undefined;

/** The areas of care that a command has, looked for once. */
export function careAreas(): Promise<CareAreas> {
  found ??= findAreas();
  return found;
}

/** The kinds of step that some area does or sees in the reference environment's pages. */
export async function kindsInPages(): Promise<ReadonlySet<ActivityKind>> {
  const pages = await (await careAreas()).pages();
  return new Set(pages.flatMap(({ tasks, questions }) => Object.keys({ ...tasks, ...questions })));
}
