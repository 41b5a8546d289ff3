import { Command, Option } from 'commander';
import type { AttestOptions } from '../actions/attest.ts';
import { signOption } from './options.ts';

export const decisionsOption = (): Option =>
  new Option('--decisions <folder>', 'mappen med etappens beslut (annars runs/decisions/ETAPP)');

export const attestCommand = (): Command =>
  new Command('attest')
    .summary('skriver ner vad en namngiven person intygar om en grind · what a named person says of a gate')
    .description(
      'Skriver ner ett beslut om en grind: att en manuell grind är uppfylld eller inte, eller att en grind som har ' +
        'ändrats efter körningarna ändå ska gälla. Beslut läggs till och tas aldrig bort; det sista om en grind gäller.',
    )
    .argument('<stage>', 'en etapp i scenarios/stages, med namn eller sökväg')
    .argument('<gate>', 'grindens id i etappens fil')
    .requiredOption('--by <name>', 'vem som intygar')
    .requiredOption('--reason <text>', 'varför')
    .addOption(new Option('--verdict <verdict>', 'om grinden är uppfylld').choices(['pass', 'fail']))
    .addOption(
      new Option('--override', 'låt grinden gälla som den står nu, fast den ändrats').conflicts('verdict'),
    )
    .option('--attachment <file>', 'något som visar det; en kopia läggs bland besluten')
    .addOption(signOption())
    .addOption(decisionsOption())
    .option('--json', 'skriv beslutet som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep attest 1-sodra aterstallning --verdict pass --by "Driftansvarig" --reason "Protokoll 12 november" ' +
        '--attachment protokoll.pdf --sign genrep-key.pem',
    )
    .action(async (stage: string, gate: string, options: AttestOptions) => {
      const { attestGate } = await import('../actions/attest.ts');
      await attestGate(stage, gate, options);
    });
