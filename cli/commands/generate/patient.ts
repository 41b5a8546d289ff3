import { Command, Option } from 'commander';
import { FORMATS, type Format } from '../../../generators/output/manifest.ts';
import { count } from '../options.ts';
import { type ChosenPeople, choosingPeople } from './options.ts';

/** As commander hands them over. */
export interface PatientOptions extends ChosenPeople {
  readonly index: number;
  readonly format: Format;
}

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
    .addHelpText('after', '\nExempel:\n  npx genrep generate patient --index 123456')
    .action(async (options: PatientOptions) => {
      const { printPatient } = await import('../../actions/generate/patient.ts');
      await printPatient(options);
    });
