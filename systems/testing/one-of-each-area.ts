import type { Area } from '../../domain/area.ts';
import { type Case, kindOf } from '../contract/script.ts';

/** Cases that together touch every area of which there is one: what each change is tried on where all would take too long. */
export function oneOfEachArea(cases: readonly Case[], areas: readonly Area[]): readonly Case[] {
  const areaOf = new Map(areas.flatMap(({ name, activities }) => activities.map(({ kind }) => [kind, name])));
  const touched = new Set<string>();
  return cases.filter(({ lines }) => {
    const own = lines.flatMap((line) => areaOf.get(kindOf(line)) ?? []);
    const isNew = own.some((area) => !touched.has(area));
    for (const area of own) touched.add(area);
    return isNew;
  });
}
