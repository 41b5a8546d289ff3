import type { YamlPath } from '../../../input/yaml-source.ts';
import type { DaySimulation } from '../day-simulation.ts';
import type { Refuse } from './refuse.ts';

/** Refuses a distribution whose bounds are out of order, wherever it stands. */
export const checkDurations = (data: DaySimulation, refuse: Refuse): void => visit(data, [], refuse);

function visit(value: unknown, path: YamlPath, refuse: Refuse): void {
  if (typeof value !== 'object' || value === null) return;
  const { min, mode = min, max } = value as { min?: number; mode?: number; max?: number };
  if (min !== undefined && mode !== undefined && max !== undefined && !(min <= mode && mode <= max)) {
    refuse(
      `Fördelningen har min ${min}, mode ${mode} och max ${max}; skriv dem från minst till störst.`,
      path,
    );
  }
  for (const [key, part] of Object.entries(value)) visit(part, [...path, key], refuse);
}
