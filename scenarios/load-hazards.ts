import { createHash } from 'node:crypto';
import type { Hazard, HazardLog } from '../domain/hazard.ts';
import { InputError } from '../domain/input-error.ts';
import { placesOf } from '../input/project.ts';
import { checkSchema } from '../input/schema-check.ts';
import { didYouMean } from '../input/suggest.ts';
import { readYaml, type YamlSource } from '../input/yaml-source.ts';
import { flowsNamed } from './flows-named.ts';
import schema from './schema/hazards.schema.json' with { type: 'json' };

interface Known {
  readonly requirements: readonly string[];
  readonly flows: readonly { readonly id: string }[];
}

/** The hazard log, the rehearsal's own before Genrep's; what it names must exist. Whatever is wrong in it is an InputError with file, line and column. */
export function loadHazards(
  known: Known,
  files: readonly string[] = placesOf('scenarios', 'hazards.yaml'),
): HazardLog {
  const hash = createHash('sha256');
  const log = new Map<string, Hazard>();
  for (const source of files.map((file) => readYaml(file))) {
    const { hazards } = checkSchema<{ hazards: Hazard[] }>(source, schema);
    for (const [index, hazard] of hazards.entries()) checkHazard(hazard, index, hazards, known, source);
    for (const hazard of hazards) if (!log.has(hazard.id)) log.set(hazard.id, hazard);
    hash.update(source.text);
  }
  return { hazards: [...log.values()], hash: hash.digest('hex') };
}

function checkHazard(
  { id, requirements, flows }: Hazard,
  index: number,
  all: readonly Hazard[],
  known: Known,
  source: YamlSource,
): void {
  const refuse = (words: string, ...where: (string | number)[]): never => {
    throw new InputError(words, source.positionOf(['hazards', index, ...where]));
  };
  if (all.findIndex((one) => one.id === id) !== index) refuse(`Risken "${id}" står två gånger.`, 'id');
  for (const [place, requirement] of requirements.entries()) {
    if (known.requirements.includes(requirement)) continue;
    const near = didYouMean(requirement, known.requirements) || '.';
    refuse(`Kravet "${requirement}" finns inte${near}`, 'requirements', place);
  }
  for (const [place, flow] of flows.entries()) {
    if (flowsNamed(flow, known.flows).length > 0) continue;
    const near =
      didYouMean(
        flow,
        known.flows.map((one) => one.id),
      ) || '.';
    refuse(`Flödet "${flow}" finns inte${near}`, 'flows', place);
  }
}
