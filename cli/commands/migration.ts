import { Command, Option } from 'commander';
import type { MigrationOptions } from '../actions/migration.ts';
import { count, previousOption, stageOption, withEvidenceOptions } from './options.ts';

export const migrationCommand = (): Command =>
  withEvidenceOptions(
    new Command('migration')
      .summary('stämmer av vad som flyttats mot källan · compare what was migrated with its source')
      .description(
        'Stämmer av ett nytt system mot källan som det fyllts ur: antal och kontrollsummor, vad som saknas och vad som tillkommit, varje ' +
          'fält i varje uppgift, och ett stickprov för människors ögon. En avsedd ändring sägs i en avbildning.',
      )
      .argument('<source>', 'mappen med källans utdrag: FHIR som NDJSON, CSV med en avbildning, eller HL7 v2')
      .addOption(
        new Option(
          '--system <profile>',
          'det nya systemet, som läses genom sitt api; med namn eller sökväg',
        ).conflicts('target'),
      )
      .addOption(new Option('--target <folder>', 'ett utdrag ur det nya systemet: FHIR som NDJSON'))
      .addOption(
        new Option(
          '--mapping <mapping>',
          'vad som är sagt om källsystemet, med namn i migration/mappings eller sökväg',
        ),
      )
      .addOption(
        new Option(
          '--corrected <folder>',
          'ett granskat utdrag ur det nya systemet från före senaste synkroniseringen',
        ),
      )
      .addOption(
        new Option('--people <number>', 'bara så många personer, dragna med fröet').argParser(count(1)),
      )
      .addOption(
        new Option('--sample <number>', 'så många värden till stickprovet')
          .default(2_995)
          .argParser(count(1)),
      )
      .addOption(new Option('--judged <file>', 'stickprovets lista med människors bedömningar'))
      .addOption(
        new Option(
          '--fault <name...>',
          'plantera fel i en kopia av utdraget, för att se att de hittas (kräver --target)',
        )
          .default([])
          .conflicts('system'),
      )
      .addOption(stageOption())
      .addOption(previousOption()),
  )
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep migration ./kalla --target ./malet\n  npx genrep migration ./export --mapping regionexport --system ./vart-system.yaml\n  npx genrep migration ./kalla --target ./kalla --fault weekly-became-daily',
    )
    .action(async (source: string, options: MigrationOptions) => {
      const { runMigration } = await import('../actions/migration.ts');
      await runMigration(source, options);
    });
