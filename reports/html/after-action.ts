import { type Bilingual, both, moment, same } from '../../pages/bilingual.ts';
import { html } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import type { RunHistory } from '../history.ts';
import { measureLabs } from '../lab/measure-lab.ts';
import { tasksOf } from '../lab/tasks.ts';
import type { AfterAction } from './after-action/after-action.ts';
import { appendices } from './after-action/appendices.ts';
import { executiveSummary, introduction } from './after-action/beginning.ts';
import { method } from './after-action/method.ts';
import { results } from './after-action/results.ts';

export interface AfterActionOptions {
  /** What participants said yes to. */
  readonly consent: Bilingual;
  /** Runs whose robots did the same tasks; the lab's own robots when absent. */
  readonly robots?: readonly RunHistory[];
}

/**
 * What a lab showed, under the headings of NISTIR 7742, Customized Common Industry Format Template for Electronic Health
 * Record Usability Testing (2010), after ISO/IEC 25062. It holds nothing that people wrote, so that who is forgotten
 * stands in no copy of it. Undefined of a run that was no lab, and of a lab that nobody came to.
 */
export function afterActionPage(
  run: RunHistory,
  { consent, robots }: AfterActionOptions,
): string | undefined {
  const lab = measureLabs([run]);
  if (lab === undefined) return undefined;
  const told: AfterAction = { run, lab, tasks: tasksOf([run], robots), consent };
  const { started, beganAt } = run;
  return page({
    tab: `Efter dagen – ${started.title}`,
    kind: both('Rapport om användbarhet', 'Usability report'),
    heading: same(started.title),
    facts: [
      moment(beganAt),
      same(started.system === undefined ? '' : systemOf(started.system)),
      same(started.run),
    ],
    styles: [new URL('./page.css', import.meta.url), new URL('./after-action.css', import.meta.url)],
    body: html`${section('summary', both('1. Sammanfattning', '1. Executive summary'), executiveSummary(told))}
${section('introduction', both('2. Inledning', '2. Introduction'), introduction(told))}
${section('method', both('3. Metod', '3. Method'), method(told))}
${section('results', both('4. Resultat', '4. Results'), results(told))}
${section('appendices', both('5. Bilagor', '5. Appendices'), appendices(told))}`,
  });
}

const systemOf = ({
  name,
  software,
  version,
}: {
  readonly name: string;
  readonly software: string;
  readonly version: string;
}): string => `${name}, ${software} ${version}`;
