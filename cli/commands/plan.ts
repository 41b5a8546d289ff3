import { Command } from 'commander';
import type { PlanOptions } from '../actions/plan.ts';
import { seedOption, shareOption, systemOption } from './options.ts';

export const planCommand = (): Command =>
  new Command('plan')
    .summary('visar dagens plan och vad som går att pröva · the plan of a day, and what can be tested')
    .description(
      'Visar dagens plan och vilka steg som går att pröva i systemet genom API, webbläsare eller inte alls. Skriver ingenting i systemet.',
    )
    .argument('<day>', 'en dag i scenarios/days, med namn eller sökväg')
    .addOption(systemOption())
    .addOption(seedOption())
    .addOption(shareOption())
    .option('--json', 'skriv hela planen som JSON')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep plan sas-vardag\n  npx genrep plan sas-vardag --json > plan.json',
    )
    .action(async (day: string, options: PlanOptions) => {
      const { showPlan } = await import('../actions/plan.ts');
      await showPlan(day, options);
    });
