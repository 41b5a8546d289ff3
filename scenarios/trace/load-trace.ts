import path from 'node:path';
import { InputError } from '../../domain/input-error.ts';
import type { ListedItem, TraceFile } from '../../domain/trace.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { didYouMean } from '../../input/suggest.ts';
import { readYaml, type YamlPath } from '../../input/yaml-source.ts';
import { findScenario } from '../find-scenario.ts';
import { featureOf, flowsNamed } from '../flows-named.ts';
import { checkUnique } from '../load-requirements.ts';
import schema from '../schema/trace.schema.json' with { type: 'json' };
import { readList } from './read-list.ts';

/** A list with all its items and the traces that somebody has written. */
export interface Traced {
  readonly file: TraceFile;
  readonly items: readonly ListedItem[];
}

/**
 * Reads a list and its traces, from a path or by a name in scenarios/traces. A trace of an item that the list has not, to a
 * requirement or a flow that is not there, or that says nothing, is an InputError with file, line and column.
 */
export function loadTrace(
  pathOrName: string,
  known: { readonly requirements: readonly string[]; readonly flows: readonly { readonly id: string }[] },
): Traced {
  const found = findScenario('traces', pathOrName);
  const source = readYaml(found);
  const file = checkSchema<TraceFile>(source, schema);
  checkUnique(source, file.traces, 'traces');
  const items = readList(path.resolve(path.dirname(found), file.list), file.columns);
  const refuse = (words: string, ...where: YamlPath): never => {
    throw new InputError(words, source.positionOf(['traces', ...where]));
  };
  const requireKnown = (what: string, name: string, names: readonly string[], ...where: YamlPath): void => {
    if (!names.includes(name))
      refuse(`${what} "${name}" finns inte${didYouMean(name, names) || '.'}`, ...where);
  };
  const ids = items.map(({ id }) => id);
  const flows = [...new Set(known.flows.flatMap(({ id }) => [id, featureOf(id)]))];
  for (const [index, { id, requirements = [], flows: named = [], notHere }] of file.traces.entries()) {
    requireKnown('Raden', id, ids, index, 'id');
    for (const [place, one] of requirements.entries())
      requireKnown('Kravet', one, known.requirements, index, 'requirements', place);
    for (const [place, one] of named.entries())
      if (flowsNamed(one, known.flows).length === 0)
        requireKnown('Flödet', one, flows, index, 'flows', place);
    const says = requirements.length + named.length;
    if (says === 0 && notHere === undefined)
      refuse(`Spåret för ${id} säger ingenting; ange requirements, flows eller notHere.`, index);
    if (says > 0 && notHere !== undefined)
      refuse(`Spåret för ${id} säger både vad som visar det och att inget kan; välj ett.`, index, 'notHere');
  }
  return { file, items };
}
