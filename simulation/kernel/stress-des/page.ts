import { STRESS_DES, type StressDesAnswers } from './items.ts';

/** A model's STRESS-DES page in Markdown. */
export function stressDesPage(title: string, answers: StressDesAnswers): string {
  const sections = Object.entries(STRESS_DES).map(([section, items], index) => {
    const given: Readonly<Record<string, string>> = answers[section as keyof StressDesAnswers];
    const paragraphs = Object.entries(items).map(
      ([item, heading], number) => `### ${index + 1}.${number + 1} ${heading}\n\n${given[item]?.trim()}\n`,
    );
    return [`## ${index + 1} ${section}\n`, ...paragraphs].join('\n');
  });
  return [`# ${title}\n`, ...sections].join('\n');
}
