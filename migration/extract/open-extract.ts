import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../domain/input-error.ts';
import type { Mapping } from '../mapping.ts';
import { csvExtract } from './csv.ts';
import { hl7v2Extract } from './hl7v2.ts';
import { ndjsonExtract } from './ndjson.ts';
import type { Extract } from './source.ts';

const NDJSON = /^([A-Z][A-Za-z]+)(?:[.-][^.]*)?\.ndjson(\.gz|\.zst)?$/;
const HL7 = /\.hl7(\.gz|\.zst)?$/;

/**
 * Opens a folder by what lies in it: FHIR as NDJSON, named by type and in any folders below; CSV, where the mapping tells how;
 * or HL7 v2. Throws InputError where there is nothing that can be read.
 */
export async function openExtract(folder: string, mapping: Mapping, scratch: string): Promise<Extract> {
  const names = filesIn(folder);
  if (mapping.csv !== undefined) return csvExtract(folder, mapping.csv, mapping);
  const byType = typesIn(folder);
  if (byType.has('Patient')) return ndjsonExtract(byType, mapping.key);
  const messages = names.filter((file) => HL7.test(file));
  if (messages.length > 0) return hl7v2Extract(messages, scratch);
  throw new InputError(
    names.some((file) => file.endsWith('.csv'))
      ? `${folder} har CSV-filer; ange en avbildning som säger hur de läses (--mapping FIL).`
      : `${folder} har varken Patient.ndjson eller HL7-meddelanden (*.hl7); ange mappen med utdraget ur källsystemet.`,
  );
}

/** An extract of FHIR alone: what was read from a target is always that. */
export function openNdjson(folder: string, key: Mapping['key']): Extract {
  const byType = typesIn(folder);
  if (byType.size === 0)
    throw new InputError(
      `${folder} har ingen NDJSON; ange mappen med utdraget ur det nya systemet, en fil per resurstyp.`,
    );
  return ndjsonExtract(byType, key);
}

/** The NDJSON files of a folder by their resource types. */
export const typesIn = (folder: string): ReadonlyMap<string, readonly string[]> => {
  const names = filesIn(folder).filter((file) => NDJSON.test(path.basename(file)));
  return Map.groupBy(names, (file) => NDJSON.exec(path.basename(file))?.[1] ?? '');
};

function filesIn(folder: string): readonly string[] {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) throw new InputError(`Mappen ${folder} finns inte; ange mappen med utdraget.`);
  if (!there.isDirectory())
    throw new InputError(`${folder} är ingen mapp; ange mappen som utdragets filer ligger i.`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => path.join(folder, name));
}
