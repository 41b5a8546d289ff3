import {
  organizationJson,
  practitionerJson,
  practitionerRoleJson,
  schoolClassJson,
} from '../fhir/organisation.ts';
import { schoolClassesOf } from '../organisation/school-classes.ts';
import { staffOf } from '../organisation/staff.ts';
import type { Period, Population } from '../population.ts';
import { WRITERS } from './formats.ts';
import type { Compression, Format } from './manifest.ts';
import { type FolderWriter, type Receipt, writeWholeFolder } from './whole-folder.ts';

/** People in a shard: the unit of work, of resuming and of memory. */
export const SHARD_SIZE = 1000;

/** Writes shards of a population into its folder; which of them, and in which order, makes no difference to the bytes. */
export interface ShardWriter {
  writeShard(shard: number): Receipt;
  /** What all people share: organisations and staff. */
  writeCommon(): Receipt;
}

export interface ShardPlan {
  readonly out: string;
  readonly seed: number;
  readonly period: Period;
  readonly format: Format;
  readonly compress: Compression;
  readonly shardSize: number;
}

/** 'shard-00042' */
export const shardFolder = (shard: number): string => `shard-${`${shard}`.padStart(5, '0')}`;

export function shardWriter(population: Population, plan: ShardPlan): ShardWriter {
  const { out, period, format, compress, shardSize } = plan;
  const write = WRITERS[format](population);
  return {
    writeShard(shard) {
      const first = shard * shardSize;
      const end = Math.min(first + shardSize, population.census.people);
      return writeWholeFolder(out, shardFolder(shard), compress, (writer) => {
        for (let index = first; index < end; index++) write(population.historyOf(index, period), writer);
      });
    },
    writeCommon: () =>
      writeWholeFolder(out, 'common', compress, (writer) => {
        // Messages name units in themselves, and what is only new since a date has no new units.
        if (format !== 'hl7v2' && period.since === undefined)
          writeOrganisation(population, plan.seed, writer);
      }),
  };
}

/** The region and its hospitals, and what lies in the municipalities that are meant. */
function writeOrganisation({ organisation, census }: Population, seed: number, writer: FolderWriter): void {
  const line = (type: string, json: string): void => {
    const lines = writer.lines(`${type}.ndjson`, type);
    lines.line.text(json);
    lines.endLine();
  };
  const meant = new Set(['', ...census.municipalities.map(({ code }) => code)]);
  const units = organisation.units.filter(({ municipalityCode }) => meant.has(municipalityCode));
  for (const unit of units) line('Organization', organizationJson(unit));
  for (const each of schoolClassesOf(units)) line('Organization', schoolClassJson(each));
  for (const member of staffOf(seed, units)) {
    line('Practitioner', practitionerJson(member));
    line('PractitionerRole', practitionerRoleJson(member));
  }
}
