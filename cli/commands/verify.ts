import { Command } from 'commander';
import type { VerifyCommandOptions } from '../actions/verify.ts';

export const verifyCommand = (): Command =>
  new Command('verify')
    .summary('prövar att en körnings underlag är helt och oförändrat · check the evidence of a run')
    .description(
      'Prövar varje post i underlaget: längd, kontrollsumma, hashkedja, slut och signatur. 0 helt · 1 ändrat eller skadat, ' +
        'med varje ställe · 3 helt, men det sista av en avslutad körning styrks av ingen.',
    )
    .argument('<run>', 'körningens mapp, eller dess id i runs/')
    .option('--head <hash>', 'den hash som körningen är känd för att sluta med')
    .option('--public-key <file>', 'den enda nyckel (.pub) som är betrodd att ha signerat')
    .option('--json', 'skriv vad prövningen gav som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep verify runs/2026-11-22T080000-sas-vardag-1a2b --public-key genrep-key.pem.pub',
    )
    .action(async (run: string, options: VerifyCommandOptions) => {
      const { verifyRun } = await import('../actions/verify.ts');
      await verifyRun(run, options);
    });
