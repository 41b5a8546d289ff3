import { Command } from 'commander';
import type { ApproveOptions } from '../actions/approve.ts';
import { decisionsOption } from './attest.ts';
import { signOption } from './options.ts';

export const approveCommand = (): Command =>
  new Command('approve')
    .summary('en klinisk roll godkänner flöden, krav och risker; utan sådana visas läget · clinical approval')
    .description(
      'Skriver ner att en klinisk roll har läst flöden, krav eller risker och godkänner dem som de nu lyder. Ett godkännande ' +
        'upphör när det som godkändes ändras, och efter så många månader som scenarios/approval.yaml säger. Utan något att ' +
        'godkänna visas hur allt i etappen står.',
    )
    .argument('<stage>', 'en etapp i scenarios/stages, med namn eller sökväg')
    .argument('[what...]', 'id för flöden, krav eller risker; en features namn står för alla dess flöden')
    .option('--by <name>', 'vem som godkänner')
    .option('--role <role>', 'i vilken klinisk roll, med id ur scenarios/approval.yaml')
    .option('--reason <text>', 'varför, eller vid vilket möte')
    .option('--reject', 'säg nej i stället')
    .addOption(signOption())
    .addOption(decisionsOption())
    .option('--json', 'skriv besluten och läget som JSON')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep approve 1-sodra\n' +
        '  npx genrep approve 1-sodra akutsjukvard/sepsislarm KRAV-VIT-02 --role chefslakare --by "Chefläkaren" \\\n' +
        '    --reason "Genomgång 12 november" --sign genrep-key.pem',
    )
    .action(async (stage: string, what: readonly string[], options: ApproveOptions) => {
      const { approve } = await import('../actions/approve.ts');
      await approve(stage, what, options);
    });
