import { figuresOf, type Sensitivity, type TrialResult } from './trial.ts';
import { COMPONENT_WORDS, KIND_WORDS, OUTCOME_WORDS, shareWords, trialSentence } from './words.ts';

/** The same as text for docs/, in English as all of them. */
export function trialMarkdown(result: TrialResult): string {
  const { all, blind, falseAlarms, alarmed, notExercised, unproven, patientsNeeded, cases } = result;
  const wrong = cases.filter(({ outcome, named }) => outcome !== 'found' || !named);
  return `# Does Genrep find the faults?

${trialSentence(figuresOf(result)).en} [How it was tried](how-to/trial.md): ${result.planted} faults
planted one at a time, seed ${result.seed}, ${result.patients} patients in each flow, many flows at once. Shares with 95 % intervals (Wilson).

| measure | outcome |
| --- | --- |
| faults found | ${shareWords(all.found).en} |
| rightly named: requirement and component | ${shareWords(all.named).en} |
| found of those written blind | ${shareWords(blind.found).en} |
| false alarms over clean seeds and allowed oddities | ${shareWords(falseAlarms).en}${alarmed.length === 0 ? '' : `: ${alarmed.join(', ')}`} |
| patients until it showed | ${patientsNeeded.mean.toFixed(1)} in the mean, ${patientsNeeded.most} at most |
| planted without an occasion to strike | ${notExercised.length === 0 ? 'none' : notExercised.join(', ')} |
| unproven: requirements that no fault turned red | ${unproven.requirements.join(', ') || 'none'} |
| unproven: monitors | ${unproven.monitors.join(', ') || 'none'} |
| unproven: kinds of question | ${unproven.questions.join(', ') || 'none'} |

${sensitivities('what goes wrong', result.byKind, KIND_WORDS)}
${sensitivities('where', result.byComponent, COMPONENT_WORDS)}
${sensitivities('dose', result.byDose, {})}
## Per requirement what this suite would miss

| requirement | faults that should turn it red | missed |
| --- | --- | --- |
${result.requirements.map(({ id, faults, missed }) => `| ${id} | ${faults} | ${missed.join(', ') || '–'} |`).join('\n')}

## Missed, without occasion, or named otherwise

| fault | outcome | red | should be | dose | source |
| --- | --- | --- | --- | --- | --- |
${wrong
  .map(
    ({ name, en, outcome, red, monitors, kind, component, dose, source }) =>
      `| ${name}: ${en} | ${OUTCOME_WORDS[outcome].en} | ${[...red, ...monitors].join(', ') || '–'} | ${kind}, ${component} | ${dose} | ${source} |`,
  )
  .join('\n')}
`;
}

const sensitivities = (
  head: string,
  rows: readonly Sensitivity[],
  words: typeof KIND_WORDS,
): string => `| ${head} | found | rightly named |
| --- | --- | --- |
${rows.map(({ name, found, named }) => `| ${words[name]?.en ?? name} | ${shareWords(found).en} | ${shareWords(named).en} |`).join('\n')}
`;
