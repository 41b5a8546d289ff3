import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../domain/input-error.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { readYaml, type YamlSource } from '../../input/yaml-source.ts';
import { checkModule } from './check-module.ts';
import { type Codes, loadCodes } from './codes.ts';
import type { DiseaseModule } from './module.ts';
import { MODULES, moduleFiles } from './module-files.ts';
import { slugOf } from './slug.ts';

/** The diseases and their codes, as their files tell them, every file checked. */
export interface DiseaseLibrary {
  readonly modules: readonly DiseaseModule[];
  readonly codes: Codes;
}

/** Reads all modules of a folder, in order of name; what is wrong in one is an InputError with file and line. */
export function loadModules(folder: string = MODULES): DiseaseLibrary {
  const codes = loadCodes(path.join(folder, 'codes'));
  const schema = JSON.parse(readFileSync(path.join(MODULES, 'module.schema.json'), 'utf8'));
  const sources = moduleFiles(folder).map((file) => ({
    id: path.basename(file, '.yaml'),
    source: readYaml(file),
  }));
  const ids = sources.map(({ id }) => id);
  const modules = sources.map(({ id, source }): DiseaseModule => {
    const module = { id, ...checkSchema<Omit<DiseaseModule, 'id'>>(source, schema) };
    checkModule(module, codes, ids, source);
    return module;
  });
  refuseMeetingKeys(sources);
  return { modules, codes };
}

/** 'höft' and 'hoft' would give the same ids. */
function refuseMeetingKeys(sources: readonly { readonly id: string; readonly source: YamlSource }[]): void {
  const taken = new Map<string, string>();
  for (const { id, source } of sources) {
    const slug = slugOf(id);
    const other = taken.get(slug);
    if (other !== undefined) {
      throw new InputError(
        `Modulen ${id} går inte att skilja från ${other}; döp om den.`,
        source.positionOfKey([]),
      );
    }
    taken.set(slug, id);
  }
}
