import { createHash } from 'node:crypto';
import type { DeviationRegister } from '../domain/deviation.ts';
import { InputError } from '../domain/input-error.ts';
import type { Stage } from '../domain/stage.ts';
import { filesByName } from '../input/project.ts';
import { checkSchema } from '../input/schema-check.ts';
import { readYaml } from '../input/yaml-source.ts';
import schema from './schema/deviations.schema.json' with { type: 'json' };

/** A stage's register lies under its name, unless somebody says otherwise. */
const standardFile = (stage: string): string | undefined => filesByName('scenarios', 'deviations').get(stage);

/**
 * A stage's register of deviations, from a file or, without one, from scenarios/deviations; nothing when there is none.
 * Whatever is wrong in it is an InputError with file, line and column.
 */
export function loadDeviations(stage: Stage, file?: string): DeviationRegister | undefined {
  const chosen = file ?? standardFile(stage.name);
  if (chosen === undefined) return undefined;
  const source = readYaml(chosen);
  const register = checkSchema<Omit<DeviationRegister, 'hash'>>(source, schema);
  if (register.stage !== stage.name) {
    throw new InputError(
      `Registret gäller etappen "${register.stage}", inte "${stage.name}"; ange etappens eget.`,
      source.positionOf(['stage']),
    );
  }
  for (const [index, { id, requirement }] of register.deviations.entries()) {
    if (register.deviations.findIndex((one) => one.id === id) !== index) {
      throw new InputError(
        `Avvikelsen "${id}" står två gånger; ge var och en sitt eget id.`,
        source.positionOf(['deviations', index, 'id']),
      );
    }
    if (requirement !== undefined && stage.requirements.every((one) => one.id !== requirement)) {
      throw new InputError(
        `Kravet "${requirement}" ingår inte i etappen ${stage.name}; rätta id:t eller ta bort raden.`,
        source.positionOf(['deviations', index, 'requirement']),
      );
    }
  }
  return { ...register, hash: createHash('sha256').update(source.text).digest('hex') };
}
