import { Command } from 'commander';

export const verifyCommand = (): Command =>
  new Command('verify')
    .summary('prövar att en körnings underlag är helt och oförändrat · check the evidence of a run')
    .argument('<run>', 'körningens mapp, eller dess id i runs/')
    .addHelpText('after', '\nExempel:\n  npx genrep verify runs/2026-11-22T080000-sas-vardag-1a2b')
    .action(async (run: string) => {
      const { verifyRun } = await import('../actions/verify.ts');
      await verifyRun(run);
    });
