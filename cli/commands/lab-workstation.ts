import { Command } from 'commander';
import type { WorkstationOptions } from '../actions/lab-workstation.ts';

export const workstationCommand = (): Command =>
  new Command('workstation')
    .summary('arbetsplatsens webbläsare, som tar bilder · the browser of a workstation, which takes pictures')
    .description(
      'Öppnar en webbläsare i vårdsystemet vid en plats i labbet, och tar en bild av sidan när ett kort blir klart, inte syns, ' +
        'behövde hjälp eller inte gick. Bilderna visas när dagen gås igenom.',
    )
    .argument('<address>', 'adressen som labbet visar')
    .argument('<code>', 'platsens kod, fyra bokstäver: samma som på surfplattan')
    .option('--headless', 'utan fönster')
    .option('--json', 'skriv platsen och vårdsystemets adress som JSON på standard ut')
    .addHelpText('after', '\nExempel:\n  npx genrep lab workstation http://192.168.1.20:8430 KXRB')
    .action(async (address: string, code: string, options: WorkstationOptions) => {
      const { openWorkstation } = await import('../actions/lab-workstation.ts');
      await openWorkstation(address, code, options);
    });
