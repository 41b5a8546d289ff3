import { both, number } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { shown } from '../../gates/lab.ts';
import { READINGS } from '../../lab/questionnaires/instruments.ts';
import { type AfterAction, paragraph } from './after-action.ts';
import { taskTable } from './task-table.ts';

/** What was done, by how many, and what came of it. */
export function executiveSummary({ lab, tasks }: AfterAction): Markup {
  const { people, all, parts, critical, answers } = lab;
  const groups = parts.map(({ role, unitName, people: n }) =>
    both(`${role.sv.toLowerCase()}, ${unitName}: ${n}`, `${role.en}, ${unitName}: ${n}`),
  );
  return html`${paragraph(
    both(
      `${people} ${people === 1 ? 'person' : 'personer'} (${groups.map(({ sv }) => sv).join('; ')}) gjorde ${all.cards} uppgifter i systemet medan robotar spelade resten av dagen.`,
      `${people} ${people === 1 ? 'person' : 'people'} (${groups.map(({ en }) => en).join('; ')}) did ${all.cards} tasks in the system while robots played the rest of the day.`,
    ),
  )}
<ul>
<li>${bi(both(`${all.unaided} av ${all.cards} uppgifter visade systemet som klara utan hjälp och utan falskt klart`, `${all.unaided} of ${all.cards} tasks were shown by the system to be done without help and without a false "done"`))}${all.success === undefined ? '' : html`: ${bi(shown(all.success, 'share'))}`}.</li>
<li>${bi(both(`Observatörer såg ${number(critical).sv} fel som kan skada en patient.`, `Observers saw ${number(critical).en} errors that may harm a patient.`))}</li>
${all.ease === undefined ? '' : html`<li>${bi(both(`Lätthet efter varje uppgift (1–7): ${shown(all.ease, 'number').sv}.`, `Ease after each task (1–7): ${shown(all.ease, 'number').en}.`))}</li>`}
${answers.map(({ instrument, all: { mean }, says }) =>
  mean === undefined
    ? ''
    : html`<li>${READINGS[instrument].name}: ${bi(shown(mean, 'number'))}${says === undefined ? '' : html`, ${bi(says)}`}.</li>`,
)}
</ul>
${taskTable(tasks)}
<p class="muted">${bi(both('Inom parentes efter medel står standardavvikelsen. Vad kolumnerna räknar står under Mått.', 'Standard deviations stand in parentheses after means. What the columns count is told under Metrics.'))}</p>`;
}

export function introduction({ run }: AfterAction): Markup {
  const { system, genrep } = run.started;
  const name = system === undefined ? '–' : `${system.name} (${system.software} ${system.version})`;
  return paragraph(
    both(
      `Det prövade systemet är ${name}. Syftet är att se om personal klarar sina uppgifter i det under en arbetsdag, före driftstart, och vad som kan skada en patient. Sidan är gjord av Genrep ${genrep} ur körningens underlag och följer NISTIR 7742, en anpassning av ISO/IEC 25062.`,
      `The system that was tried is ${name}. The purpose is to see whether staff can do their tasks in it during a day at work, before go-live, and what may harm a patient. The page is made by Genrep ${genrep} from the run's evidence and follows NISTIR 7742, an adaptation of ISO/IEC 25062.`,
    ),
  );
}
