import { InputError } from '../../../domain/input-error.ts';
import type { YamlPath, YamlSource } from '../../../input/yaml-source.ts';
import type { Sourced } from '../day-simulation.ts';

/** Refuses a figure that says neither where it comes from nor that it is an assumption. */
export function checkSources(sourced: Sourced, path: YamlPath, source: YamlSource): void {
  if (sourced.source !== undefined || sourced.assumption === true) return;
  throw new InputError(
    'Här saknas både source och assumption; skriv varifrån uppgiften kommer, eller assumption: true.',
    source.positionOf(path),
  );
}
