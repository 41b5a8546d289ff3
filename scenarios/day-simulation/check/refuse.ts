import { InputError } from '../../../domain/input-error.ts';
import type { YamlPath, YamlSource } from '../../../input/yaml-source.ts';

/** Refuses the file for what stands at a place in it. */
export type Refuse = (message: string, path: YamlPath) => never;

export const refuseIn =
  (source: YamlSource): Refuse =>
  (message, path) => {
    throw new InputError(message, source.positionOf(path));
  };
