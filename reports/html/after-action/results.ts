import { PICTURED, type Pictured } from '../../../domain/lab-evidence.ts';
import { stateAfter } from '../../../lab/state.ts';
import { type Bilingual, both, percent } from '../../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { table } from '../../../pages/table.ts';
import { shown } from '../../gates/lab.ts';
import { type Finding, findingsOf } from '../../lab/findings.ts';
import { answersMarkup } from '../sections/lab-answers.ts';
import { type AfterAction, paragraph, part, toFillIn } from './after-action.ts';
import { taskText, timeTable } from './task-table.ts';

/** What came of it, how it is to be read, and what stands out. */
export const results = (told: AfterAction): Markup =>
  html`${[
    part(both('Analys', 'Data analysis and reporting'), analysis),
    part(both('Måluppfyllelse', 'Effectiveness'), effectiveness(told)),
    part(both('Tidsåtgång', 'Efficiency'), efficiency(told)),
    part(both('Nöjdhet', 'Satisfaction'), satisfaction(told)),
    part(both('Viktigaste fynd', 'Major findings'), findings(told)),
    part(both('Att förbättra', 'Areas for improvement'), improvements(told)),
  ]}`;

const analysis = paragraph(
  both(
    'Varje värde räknas ur körningens underlag och kan räknas om av andra. Inom parentes efter andelar och medelvärden ligger 95-procentsintervallet: Wilson för andelar, Student för medelvärden. Deltagare hör till en roll på en enhet; siffror om en enskild person finns inte här.',
    'Every figure is computed from the run’s evidence and can be computed again by others. The 95 % interval stands in parentheses after shares and means: Wilson for shares, Student for means. Participants belong to a role at a unit; there are no figures of one person here.',
  ),
);

function effectiveness({ lab: { all, parts } }: AfterAction): Markup {
  return table(
    both('Måluppfyllelse', 'Effectiveness'),
    [
      { head: both('Roll och enhet', 'Role and unit') },
      { head: both('Klara utan hjälp', 'Done without help'), numeric: true },
      { head: both('Behövde hjälp', 'Needed help'), numeric: true },
      { head: both('Kom inte vidare', 'Got stuck'), numeric: true },
      { head: both('Sade klart, syntes inte', 'Said done, not shown'), numeric: true },
      { head: both('Något annat stod där', 'Something else stood there'), numeric: true },
    ],
    [...parts, ...(parts.length > 1 ? [{ ...all, role: both('Alla', 'All'), unitName: '' }] : [])].map(
      (each) => [
        bi(both(`${each.role.sv} ${each.unitName}`, `${each.role.en} ${each.unitName}`)),
        html`${each.unaided} / ${each.cards}${each.success === undefined ? '' : html`<br>${bi(shown(each.success, 'share'))}`}`,
        html`${each.helped}`,
        html`${each.stuck}`,
        html`${each.notShown}`,
        html`${each.otherwise}`,
      ],
    ),
  );
}

const efficiency = ({ tasks, lab: { all } }: AfterAction): Markup => html`${timeTable(tasks)}
${all.friction === undefined ? '' : paragraph(both(`Personernas tid genom dagens arbetstid: ${shown(all.friction, 'number').sv} gånger.`, `People's time over the day's working time: ${shown(all.friction, 'number').en} times.`))}`;

const satisfaction = ({ lab: { all, answers } }: AfterAction): Markup =>
  html`${
    all.ease === undefined
      ? paragraph(both('Ingen har svarat på hur lätt det var.', 'Nobody has answered how easy it was.'))
      : paragraph(
          both(
            `Lätthet efter varje kort: ${shown(all.ease, 'number').sv} av 7; omkring 5,5 är vanligt (Sauro 2012).`,
            `Ease after each card: ${shown(all.ease, 'number').en} of 7; about 5.5 is usual (Sauro 2012).`,
          ),
        )
  }${
    answers.length === 0
      ? paragraph(
          both(
            'Inga frågeformulär delades ut efter dagen.',
            'No questionnaires were given out after the day.',
          ),
        )
      : answersMarkup(answers)
  }`;

/** Every use error and close call gets a cause and a judgement of what risk is left: IEC 62366-1. No share passes. */
function findings({ run }: AfterAction): Markup {
  const all = findingsOf(run);
  if (all.length === 0)
    return html`${paragraph(
      both(
        'Inget stack ut i det som Genrep såg och observatörerna antecknade.',
        'Nothing stood out in what Genrep saw and observers noted.',
      ),
    )}${picturesOf(run)}`;
  return html`${paragraph(
    both(
      'Varje fel och varje nära fel ska ha en grundorsak och en bedömning av kvarvarande risk (IEC 62366-1). Fyll i efter genomgången.',
      'Every error and close call needs a root cause and a judgement of the risk that is left (IEC 62366-1). Fill in after the debriefing.',
    ),
  )}
${table(
  both('Fynd', 'Findings'),
  [
    { head: both('När', 'When') },
    { head: both('Vad', 'What') },
    { head: both('Uppgift', 'Task') },
    { head: both('Grundorsak', 'Root cause') },
    { head: both('Kvarvarande risk', 'Remaining risk') },
  ],
  all.map((finding) => [html`${finding.clock}`, whatMarkup(finding), bi(finding.about), html``, html``]),
)}${picturesOf(run)}`;
}

/** How many pictures there are to look at; they show who it was, and stand in no report. */
function picturesOf({ lab = [] }: AfterAction['run']): Markup {
  const kept = stateAfter(lab).pictures.filter(({ file }) => file !== undefined);
  if (kept.length === 0) return html``;
  const counts = PICTURED.flatMap((of) => {
    const n = kept.filter((each) => each.of === of).length;
    return n === 0 ? [] : [{ n, ...OF_WHAT[of] }];
  });
  const told = both(
    counts.map(({ n, sv }) => `${n} ${sv}`).join(', '),
    counts.map(({ n, en }) => `${n} ${en}`).join(', '),
  );
  return paragraph(
    both(
      `Bilder av vårdsystemets sida: ${told.sv}. De visar vem det var, står därför inte här, och visas i genomgången (genrep lab debrief).`,
      `Pictures of the care system’s page: ${told.en}. They show who it was, so they do not stand here; the debriefing (genrep lab debrief) shows them.`,
    ),
  );
}

const OF_WHAT: Readonly<Record<Pictured, Bilingual>> = {
  shown: both('när det syntes klart', 'when it was shown to be done'),
  'not-shown': both('när det sades klart och inte syntes', 'when it was said to be done and did not show'),
  help: both('när hjälp behövdes', 'when help was needed'),
  stuck: both('när någon inte kom vidare', 'when somebody got stuck'),
};

const whatMarkup = ({ what, isCritical }: Finding): Markup =>
  isCritical ? html`<strong>${bi(what)}</strong>` : bi(what);

/** Of the single ease question, what is worth a look lies below this: Sauro (2012). */
const HARD = 5;

function improvements({ tasks }: AfterAction): Markup {
  const weak = tasks.filter(
    ({ rating, success, deviations }) =>
      (rating?.mean ?? 7) < HARD || (success?.mean ?? 1) < 1 || (deviations?.mean ?? 0) > 0,
  );
  return html`${
    weak.length === 0
      ? paragraph(both('Ingen uppgift gick sämre än de andra.', 'No task went worse than the others.'))
      : html`<ul>${weak.map((task) => {
          const { success, rating } = task;
          const done = percent(success?.mean ?? 0);
          const ease = rating === undefined ? undefined : Math.round(rating.mean * 10) / 10;
          return html`<li>${bi(taskText(task))}: ${bi(both(`${done.sv} utan hjälp${ease === undefined ? '' : `, lätthet ${String(ease).replace('.', ',')}`}`, `${done.en} without help${ease === undefined ? '' : `, ease ${ease}`}`))}</li>`;
        })}</ul>`
  }${toFillIn(both('Vad ska ändras, i systemet, i arbetssättet, i utbildningen? Vem äger det?', 'What is to change, in the system, in the way of working, in training? Who owns it?'))}`;
}
