import { Command } from 'commander';

/** As commander hands them over. */
export interface ReadinessOptions {
  readonly json?: true;
}

export const readinessCommand = (): Command =>
  new Command('readiness')
    .summary('väger en etapps grindar mot körningar: klartecken eller inte · go or no-go')
    .argument('<stage>', 'en etapp i scenarios/stages, med namn eller sökväg')
    .argument('<run...>', 'körningarnas mappar, eller deras id i runs/')
    .option('--json', 'skriv beslutsunderlaget som JSON')
    .addHelpText('after', '\nExempel:\n  npx genrep readiness 1-sodra runs/2026-11-22T080000-sas-vardag-1a2b')
    .action(async (stage: string, runs: readonly string[], options: ReadinessOptions) => {
      const { weighReadiness } = await import('../actions/readiness.ts');
      await weighReadiness(stage, runs, options);
    });
