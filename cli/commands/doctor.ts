import { Command } from 'commander';

export const doctorCommand = (): Command =>
  new Command('doctor')
    .summary('visar vad som är installerat, vad som saknas och hur man får det · what is installed')
    .option('--json', 'som JSON')
    .addHelpText('after', '\nExempel:\n  npx genrep doctor')
    .action(async (options: { readonly json?: true }) => {
      const { examine } = await import('../actions/doctor.ts');
      await examine(options);
    });
