import { Command, Option } from 'commander';
import type { LabOptions } from '../actions/lab.ts';
import { labAfterCommands } from './lab-after.ts';
import { workstationCommand } from './lab-workstation.ts';
import {
  count,
  faultOption,
  outOption,
  resumeOption,
  seedOption,
  signOption,
  systemOption,
} from './options.ts';

export const labCommand = (): Command =>
  [workstationCommand(), ...labAfterCommands()].reduce(
    (lab, other) => lab.addCommand(other),
    duringCommand(),
  );

const duringCommand = (): Command =>
  new Command('lab')
    .summary('övar en dag med människor bland robotarna · a day with people among the robots')
    .description(
      'Övar en del av en dag med människor: de gör sina uppgifter i vårdsystemet, robotarna gör resten. ' +
        'Ett kort blir klart när systemet visar det.',
    )
    .argument('[day]', 'en dag i scenarios/days, med namn eller sökväg; med --resume körningens egen')
    .addOption(systemOption())
    .option('--plan <file>', 'platser, timmar och händelser (annars den i scenarios/labs med dagens namn)')
    .option('--solo', 'en person, tre kort på akuten, alla andra är robotar')
    .addOption(
      new Option('--port <number>', 'labbets port; 0 tar en ledig').default(8430).argParser(count(0)),
    )
    .addOption(new Option('--host <address>', 'adressen som labbet lyssnar på').default('127.0.0.1'))
    .option('--address <url>', 'adressen som surfplattorna når labbet på, om den är en annan')
    .option(
      '--load <profile>',
      'spelar också en belastning genom k6 under labbet, från dess första timme: en profil i load/profiles',
    )
    .addOption(seedOption())
    .addOption(faultOption())
    .addOption(outOption())
    .addOption(resumeOption())
    .addOption(signOption())
    .option('--json', 'skriv utfallet som JSON på standard ut, och adresser och koder på standard fel')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep lab sas-vardag --solo\n  npx genrep lab sas-vardag --system ./var-testmiljo.yaml --host 192.168.1.20',
    )
    .action(async (given: string | undefined, written: LabOptions, command: Command) => {
      const { asBefore } = await import('../as-before.ts');
      const { args, options } = await asBefore(command, [given], written);
      const { runLab } = await import('../actions/lab.ts');
      await runLab(args[0], options);
    })
    .addCommand(
      new Command('said')
        .summary('visar vad deltagare och observatörer skrev · show what was written')
        .description(
          'Visar vad deltagare och observatörer skrev, i ordning, för den som går igenom dagen efteråt.',
        )
        .argument('<run>', 'körningen, med namn eller mapp')
        .option('--json', 'skriv det som JSON på standard ut')
        .addHelpText('after', '\nExempel:\n  npx genrep lab said 2026-11-23T090000-sas-vardag-1a2b')
        .action(async (run: string, { json }: { readonly json?: true }) => {
          const { showSaid } = await import('../actions/lab-said.ts');
          await showSaid(run, json === true);
        }),
    )
    .addCommand(
      new Command('forget')
        .summary('glömmer en deltagare · forget a participant')
        .description(
          'Tar bort nyckeln till allt som en deltagare skrivit och som skrivits om deltagaren. Underlaget är helt som förut.',
        )
        .argument('<code>', 'deltagarens kod, fyra bokstäver')
        .argument('<run>', 'körningen, med namn eller mapp')
        .option('--json', 'skriv vad som gjordes som JSON på standard ut')
        .addHelpText('after', '\nExempel:\n  npx genrep lab forget KXRB 2026-11-23T090000-sas-vardag-1a2b')
        .action(async (code: string, run: string, { json }: { readonly json?: true }) => {
          const { forgetParticipant } = await import('../actions/lab-forget.ts');
          await forgetParticipant(code, run, json === true);
        }),
    );
