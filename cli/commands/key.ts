import { Command, Option } from 'commander';
import type { KeyOptions } from '../actions/key.ts';

export const keyCommand = (): Command =>
  new Command('key')
    .summary('gör en nyckel att signera med, eller att logga in med · make a key to sign or to sign in with')
    .description(
      'Gör ett Ed25519-nyckelpar. Den hemliga nyckeln skrivs i filen, som bara du kan läsa; den öppna i en fil bredvid, ' +
        'att ge till den som ska kontrollera. Med --jwks i stället en nyckel som robotar loggar in med (SMART Backend ' +
        'Services) och den JWKS som systemet ska ha.',
    )
    .option('--out <file>', 'filen för den hemliga nyckeln', 'genrep-key.pem')
    .addOption(
      new Option('--jwks <algorithm>', 'en nyckel att logga in med, och dess JWKS i en fil bredvid').choices([
        'RS384',
        'ES384',
      ]),
    )
    .option('--json', 'skriv vad som gjordes som JSON på standard ut; aldrig den hemliga nyckeln')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep key --out ~/genrep-key.pem\n  npx genrep key --jwks ES384 --out ~/robot.pem',
    )
    .action(async ({ out, jwks, json = false }: KeyOptions) => {
      if (jwks !== undefined) {
        const { makeSignInKey } = await import('../actions/sign-in-key.ts');
        return makeSignInKey({ out, jwks, json });
      }
      const { makeKey } = await import('../actions/key.ts');
      await makeKey({ out, json });
    });
