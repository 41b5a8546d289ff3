import { Command } from 'commander';
import type { CleanOptions } from '../actions/clean.ts';
import { systemOption } from './options.ts';

export const cleanCommand = (): Command =>
  new Command('clean')
    .summary('visar, och tar bort, vad en körning skrev · list, and remove, what a run wrote')
    .description(
      'Letar i systemet efter det som körningen skrev, efter märken och efter nummer i evidensen. Utan --remove ändras ' +
        'inget. Bara system som är märkta environment: test. 0 klart · 1 systemet behöll något · 3 det går inte att säga om mer finns.',
    )
    .argument('<run>', 'körningens mapp, eller dess id i runs/')
    .addOption(systemOption())
    .option('--remove', 'ta bort det som körningen gjorde, där systemet tillåter det')
    .option('--json', 'skriv varje post som JSON på standard ut')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep clean runs/2026-11-22T080000-sas-vardag-load-1a2b --system ./testmiljo.yaml --remove\n\n' +
        'Personer som körningen lade upp tas bort när inget längre finns om dem, enheter aldrig. Det som systemet självt gjorde av\n' +
        'det skrivna, till exempel arbetslistor, bär inget märke. Referensmiljön som ett kommando startar själv\n' +
        'försvinner med allt när körningen är klar.',
    )
    .action(async (run: string, options: CleanOptions) => {
      const { cleanRun } = await import('../actions/clean.ts');
      await cleanRun(run, options);
    });
