import { Command } from 'commander';
import type { RoadmapOptions } from '../actions/roadmap.ts';

export const roadmapCommand = (): Command =>
  new Command('roadmap')
    .summary(
      'visar ett införande etapp för etapp: läge, kritisk linje, kontroller · the introduction stage by stage',
    )
    .description(
      'Väger varje etapp ur dess körningar och beslut som de är i dag, räknar vad som är kvar och när varje driftstart ' +
        'tidigast kan hållas, och visar vad som ligger på den kritiska linjen.',
    )
    .argument('[plan]', 'en plan i scenarios/roadmaps, med namn eller sökväg', 'vastra-gotaland')
    .option('--runs <folder>', 'mappen med körningar (annars runs)')
    .option('--decisions <folder>', 'mappen med alla etappers beslut (annars runs/decisions)')
    .option('--training <file...>', 'kursregister som CSV, för etapper med utbildningsplan')
    .option('--roster <file>', 'vilka som arbetar de första veckorna, som CSV')
    .option('--today <date>', 'dagen som planen räknas från, ÅÅÅÅ-MM-DD (annars i dag)')
    .option('--out <folder>', 'mappen för roadmap.html och roadmap.json (annars en ny i runs/)')
    .option('--json', 'skriv planen som den står som JSON')
    .addHelpText(
      'after',
      '\nExempel:\n  npx genrep roadmap\n  npx genrep roadmap vastra-gotaland --today 2027-03-01',
    )
    .action(async (plan: string, options: RoadmapOptions) => {
      const { showRoadmap } = await import('../actions/roadmap.ts');
      await showRoadmap(plan, options);
    });
