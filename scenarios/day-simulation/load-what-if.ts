import { checkSchema } from '../../input/schema-check.ts';
import { readYaml, type YamlSource } from '../../input/yaml-source.ts';
import { findScenario } from '../find-scenario.ts';
import schema from '../schema/what-if.schema.json' with { type: 'json' };
import { checkSources } from './check/sources.ts';
import type { WhatIf } from './what-if.ts';

export interface LoadedWhatIf {
  readonly whatIf: WhatIf;
  readonly source: YamlSource;
}

/** Reads a what-if question from a path or by its name in scenarios/what-if. */
export function loadWhatIf(pathOrName: string): LoadedWhatIf {
  const source = readYaml(findScenario('what-if', pathOrName));
  const whatIf = checkSchema<WhatIf>(source, schema);
  for (const [variant, { changes }] of whatIf.variants.entries()) {
    for (const [index, change] of changes.entries()) {
      checkSources(change, ['variants', variant, 'changes', index], source);
    }
  }
  return { whatIf, source };
}
