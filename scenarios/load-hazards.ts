import { createHash } from 'node:crypto';
import type { Hazard, HazardLog } from '../domain/hazard.ts';
import { InputError } from '../domain/input-error.ts';
import { PROJECT, placesOf, ROOT } from '../input/project.ts';
import { checkSchema } from '../input/schema-check.ts';
import { didYouMean } from '../input/suggest.ts';
import { readYaml, type YamlSource } from '../input/yaml-source.ts';
import { flowsNamed } from './flows-named.ts';
import schema from './schema/hazards.schema.json' with { type: 'json' };

interface Known {
  readonly requirements: readonly string[];
  readonly flows: readonly { readonly id: string }[];
}

/** Genrep's own, where the rehearsal is another's: it tells of Genrep's requirements and flows, of which that has what it wants. */
const comesWithGenrep = (file: string): boolean => PROJECT !== ROOT && file.startsWith(ROOT);

/**
 * The hazard log, the rehearsal's own before Genrep's; what the rehearsal's names must exist, and of Genrep's stands what
 * exists here. Whatever is wrong in it is an InputError with file, line and column.
 */
export function loadHazards(
  known: Known,
  files: readonly string[] = placesOf('scenarios', 'hazards.yaml'),
  isLent: (file: string) => boolean = comesWithGenrep,
): HazardLog {
  const hash = createHash('sha256');
  const log = new Map<string, Hazard>();
  for (const file of files) {
    const source = readYaml(file);
    const { hazards: told } = checkSchema<{ hazards: Hazard[] }>(source, schema);
    const hazards = isLent(file) ? told.filter((hazard) => isOf(known, hazard)) : told;
    for (const [index, hazard] of hazards.entries()) checkHazard(hazard, index, hazards, known, source);
    for (const hazard of hazards) if (!log.has(hazard.id)) log.set(hazard.id, hazard);
    hash.update(source.text);
  }
  return { hazards: [...log.values()], hash: hash.digest('hex') };
}

const isOf = (known: Known, { requirements, flows }: Hazard): boolean =>
  requirements.every((requirement) => known.requirements.includes(requirement)) &&
  flows.every((flow) => flowsNamed(flow, known.flows).length > 0);

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
