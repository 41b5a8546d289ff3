import { Command, Option } from 'commander';
import type { ReadinessOptions } from '../actions/readiness.ts';
import { decisionsOption } from './attest.ts';
import { previousOption } from './options.ts';

export const readinessCommand = (): Command =>
  new Command('readiness')
    .summary('väger en etapps grindar mot körningar: klartecken eller inget klartecken · go or no-go')
    .description(
      'Väger en etapps alla grindar mot körningar av olika slag. Det som ingen har prövat är rött, och klartecken ges ' +
        'bara när varje grind är passerad.',
    )
    .argument('<stage>', 'en etapp i scenarios/stages, med namn eller sökväg')
    .argument('<run...>', 'körningarnas mappar, eller deras id i runs/')
    .addOption(new Option('--mixed-systems', 'väg ihop körningar mot olika system'))
    .addOption(
      new Option('--deviations <file>', 'registret över avvikelser (annars etappens i scenarios/deviations)'),
    )
    .option('--training <file...>', 'kursregister som CSV, för grindar om utbildning')
    .option('--roster <file>', 'vilka som arbetar de första veckorna, som CSV (annars dagens bemanning)')
    .option('--seats <file>', 'vem som satt på vilken plats i labben, som CSV')
    .addOption(decisionsOption())
    .addOption(previousOption())
    .option('--out <folder>', 'mappen för underlaget (annars en ny i runs/)')
    .option('--json', 'skriv beslutsunderlaget som JSON')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep readiness 1-sodra runs/2026-11-22T080000-sas-vardag-1a2b runs/2026-11-22T090000-sas-vardag-simulate-3c4d',
    )
    .action(async (stage: string, runs: readonly string[], options: ReadinessOptions) => {
      const { weighReadiness } = await import('../actions/readiness.ts');
      await weighReadiness(stage, runs, options);
    });
