import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type SchemaObject } from 'ajv';
import { LineCounter, parseDocument } from 'yaml';
import { InputError, type InputPosition } from '../domain/input-error.ts';
import type { SystemProfile } from './profile.ts';
import { firstOf, offsetOf, sentenceOf } from './profile-errors.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
/** Where profiles are looked for by name. */
const FOLDER = join(HERE, 'profiles');
const SCHEMA: SchemaObject = JSON.parse(readFileSync(join(HERE, 'profile.schema.json'), 'utf8'));

const validate = new Ajv({
  allErrors: true,
  verbose: true,
  discriminator: true,
  strictTypes: false,
  strictRequired: false,
}).compile<SystemProfile>(SCHEMA);

/**
 * The profile in a YAML file, or the one of this name in systems/profiles. Values `env:NAME` are left as they stand; see
 * {@link withEnvironment}. Anything wrong is an {@link InputError}, a system that is not marked as a test environment too.
 */
export function loadProfile(pathOrName: string): SystemProfile {
  const file = fileOf(pathOrName);
  const shown = relative(process.cwd(), file).replaceAll('\\', '/');
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): InputPosition => {
    const { line, col } = lines.linePos(offset);
    return { file: shown, line, column: col };
  };
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw new InputError(`Det här är inte YAML (${problem.message}); rätta raden.`, at(problem.pos[0]));
  }
  const content: unknown = document.toJS();
  if (validate(content)) return content;
  const error = firstOf(validate.errors ?? []);
  throw new InputError(sentenceOf(error), at(offsetOf(document, error)));
}

/** A file is told by its ending or its folder; 'reference' is the profile, whatever else has that name. */
function fileOf(pathOrName: string): string {
  if (/[\\/]|\.ya?ml$/.test(pathOrName)) {
    if (statSync(pathOrName, { throwIfNoEntry: false })?.isFile()) return pathOrName;
    throw new InputError(`Det finns ingen fil ${pathOrName}; ange en systemprofils YAML-fil.`);
  }
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'));
  if (names.includes(pathOrName)) return join(FOLDER, `${pathOrName}.yaml`);
  throw new InputError(
    `Det finns ingen systemprofil "${pathOrName}"; ange en YAML-fil eller ett av namnen ${names.join(', ')}.`,
  );
}
