import { Command } from 'commander';
import { checkCommand } from './generate/check.ts';
import { jobsCommand } from './generate/jobs.ts';
import { patientCommand } from './generate/patient.ts';
import { populationCommand } from './generate/population.ts';

export const generateCommand = (): Command =>
  new Command('generate')
    .summary('gör en syntetisk befolkning, eller granskar en · make synthetic people, or check them')
    .description(
      'Gör en syntetisk befolkning med sjukdomshistoria: samma frö ger samma personer, byte för byte. Ingen av dem finns.',
    )
    .addCommand(populationCommand())
    .addCommand(patientCommand())
    .addCommand(checkCommand())
    .addCommand(jobsCommand());
