import { Command, Option } from 'commander';
import { FORMATS } from '../../../generators/output/manifest.ts';
import type { PatientOptions } from '../../actions/generate/patient.ts';
import { count } from '../options.ts';
import { choosingPeople } from './options.ts';

export const patientCommand = (): Command =>
  choosingPeople(
    new Command('patient')
      .summary('skriver en person ur en befolkning · one person of a population')
      .description(
        'Skriver en person på standard ut: samma byte som personens rader i hela befolkningen, utan att göra de andra. ' +
          'Ge samma val som till generate population.',
      )
      .addOption(
        new Option('--index <number>', 'personens plats i befolkningen, från 0')
          .makeOptionMandatory()
          .argParser(count(0)),
      ),
  )
    .addOption(
      new Option('--format <format>', 'FHIR R4 rad för rad, en transaktion, eller HL7 v2.5')
        .choices(FORMATS)
        .default('ndjson'),
    )
    .option('--json', 'skriv personens filer som ett JSON-dokument')
    .addHelpText('after', '\nExempel:\n  npx genrep generate patient --index 123456')
    .action(async (options: PatientOptions) => {
      const { printPatient } = await import('../../actions/generate/patient.ts');
      await printPatient(options);
    });
