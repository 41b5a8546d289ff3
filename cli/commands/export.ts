import { Command } from 'commander';
import type { ExportOptions } from '../actions/export.ts';

export const exportCommand = (): Command =>
  new Command('export')
    .summary('underlag och befolkning som tabeller för analys · evidence and population as tables')
    .description(
      'Skriver körningars underlag, och en syntetisk befolkning, som tabeller i Parquet för den som analyserar, med tio frågor ' +
        'besvarade på en sida. Tabellerna beskrivs i docs/analytics-schema.md. Inget skickas någonstans.',
    )
    .argument('[run...]', 'körningarnas mappar, eller deras id i runs/')
    .requiredOption('--analytics', 'tabeller i Parquet')
    .option('--population <folder>', 'en befolkning av genrep generate population, i NDJSON')
    .requiredOption('--out <folder>', 'mappen som tabellerna skrivs i; den får inte ha några')
    .option('--json', 'skriv tabellerna och svaren som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep export --analytics 2026-11-22T080000-sas-vardag-1a2b --population people --out tabeller',
    )
    .action(async (runs: readonly string[], options: ExportOptions) => {
      const { exportTables } = await import('../actions/export.ts');
      await exportTables(runs, options);
    });
