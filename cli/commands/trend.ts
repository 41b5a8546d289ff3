import { Command } from 'commander';
import type { TrendOptions } from '../actions/trend.ts';

export const trendCommand = (): Command =>
  new Command('trend')
    .summary('visar hur körningarna i en mapp utvecklas · readiness over time')
    .description(
      'Visar grindar och krav över tid, öppna fynd och flöden som ibland går och ibland inte, som sida och JSON.',
    )
    .argument('[folder]', 'mappen med körningar', 'runs')
    .option('--out <folder>', 'mappen för trend.html och trend.json (annars mappen själv)')
    .option('--json', 'skriv utvecklingen som JSON')
    .addHelpText('after', '\nExempel:\n  npx genrep trend runs')
    .action(async (folder: string, options: TrendOptions) => {
      const { showTrend } = await import('../actions/trend.ts');
      await showTrend(folder, options);
    });
