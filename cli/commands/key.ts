import { Command } from 'commander';
import type { KeyOptions } from '../actions/key.ts';

export const keyCommand = (): Command =>
  new Command('key')
    .summary('gör en nyckel att signera underlag och beslut med · make a key to sign with')
    .description(
      'Gör ett Ed25519-nyckelpar. Den hemliga nyckeln skrivs i filen, som bara du kan läsa; den öppna i en fil bredvid, ' +
        'att ge till den som ska kontrollera.',
    )
    .option('--out <file>', 'filen för den hemliga nyckeln', 'genrep-key.pem')
    .addHelpText('after', '\nExempel:\n  npx genrep key --out ~/genrep-key.pem')
    .action(async (options: KeyOptions) => {
      const { makeKey } = await import('../actions/key.ts');
      await makeKey(options);
    });
