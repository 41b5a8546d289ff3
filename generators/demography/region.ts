import { readFileSync } from 'node:fs';
import { InputError } from '../../domain/input-error.ts';
import { checkSchema } from '../../input/schema-check.ts';
import { readYaml, type YamlSource } from '../../input/yaml-source.ts';

export { VASTRA_GOTALAND } from './region-files.ts';

/** A region as its file tells it: who lives where. */
export interface Region {
  readonly name: string;
  readonly inhabitants: number;
  readonly source: string;
  readonly municipalities: readonly RegionMunicipality[];
}

export interface RegionMunicipality {
  /** Kommunkod of Statistics Sweden. */
  readonly code: string;
  readonly name: string;
  readonly thousands: number;
  readonly estimated?: boolean;
  /** Key of the hospital for emergencies. */
  readonly hospital: string;
  readonly localities: readonly {
    readonly city: string;
    readonly postalArea: string;
    readonly share: number;
  }[];
}

/** The thousands are rounded, some are estimates: their sum may differ from the whole by this share. */
const ROUNDING = 0.002;

/** Reads a region file; one whose kommuner do not add up is an InputError with the line. */
export function loadRegion(file: string): Region {
  return checkRegion(readYaml(file));
}

export function checkRegion(source: YamlSource): Region {
  const schema = JSON.parse(readFileSync(new URL('./region.schema.json', import.meta.url), 'utf8'));
  const region = checkSchema<Region>(source, schema);
  const seen = new Set<string>();
  region.municipalities.forEach(({ code }, place) => {
    if (seen.has(code)) {
      throw new InputError(
        `Kommunkoden ${code} finns två gånger; ta bort den ena.`,
        source.positionOfKey(['municipalities', place, 'code']),
      );
    }
    seen.add(code);
  });
  const sum = region.municipalities.reduce((total, { thousands }) => total + thousands * 1000, 0);
  if (Math.abs(sum - region.inhabitants) > ROUNDING * region.inhabitants) {
    throw new InputError(
      `Kommunerna har tillsammans ${Math.round(sum)} invånare, men regionen sägs ha ${region.inhabitants}; rätta det ena.`,
      source.positionOfKey(['inhabitants']),
    );
  }
  return region;
}
