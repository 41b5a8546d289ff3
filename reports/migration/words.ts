import type { MigrationControl, MigrationOpened } from '../../domain/migration-evidence.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';

/** How a migration and what came of it read to people. */

export const FORMATS: Readonly<Record<MigrationOpened['source']['format'], Bilingual>> = {
  ndjson: both('FHIR som NDJSON', 'FHIR as NDJSON'),
  csv: both('CSV', 'CSV'),
  hl7v2: both('HL7 v2', 'HL7 v2'),
};

export const BY: Readonly<Record<MigrationOpened['target']['by'], Bilingual>> = {
  extract: both('ett utdrag', 'an extract'),
  search: both('allt som systemet listar', 'all that the system lists'),
  person: both('person för person', 'person by person'),
};

export const CONTROLS: Readonly<Record<MigrationControl['what'], Bilingual>> = {
  filled: both('ifyllda', 'filled in'),
  sum: both('summa', 'sum'),
  least: both('första', 'first'),
  most: both('sista', 'last'),
};
