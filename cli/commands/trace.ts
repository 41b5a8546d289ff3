import { Command } from 'commander';
import type { TraceOptions } from '../actions/trace.ts';

export const traceCommand = (): Command =>
  new Command('trace')
    .summary('håller en kravlista, eller patienters scenarier, mot flödena · what shows each requirement')
    .description(
      'Läser en lista som någon annan har skrivit, som CSV eller ReqIF, och visar vilka av dess rader som något flöde visar, ' +
        'vilka som saknar flöde och vilka ingen har spårat.',
    )
    .argument('<list>', 'en lista med spår i scenarios/traces, med namn eller sökväg')
    .option('--out <folder>', 'mappen för sidan (annars en ny i runs/)')
    .option('--json', 'skriv spåren som JSON')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep trace exempel-krav\n  npx genrep trace patienters-scenarier',
    )
    .action(async (list: string, options: TraceOptions) => {
      const { traceList } = await import('../actions/trace.ts');
      await traceList(list, options);
    });
