import { both, LANGUAGES, type Language } from '../../../pages/bilingual.ts';
import { day } from '../../../pages/day.ts';
import { bi, html, type Markup, raw } from '../../../pages/markup.ts';
import { section } from '../../../pages/page.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import { workInTime } from '../../charts/work-in-time.ts';
import type { Roadmap, StageToday } from '../roadmap.ts';
import type { ScheduledWork } from '../schedule.ts';
import { slackWords, startVerdict, WORK_STATES, WORK_VERDICTS } from '../words.ts';

const T = {
  title: both('Kritiska linjen', 'The critical path'),
  work: both('Arbete', 'Work'),
  begins: both('Tidigast', 'Earliest'),
  ends: both('Klart', 'Done'),
  owner: both('Svarar', 'Answers'),
  state: both('Läge', 'State'),
};

/** The chain with the least time to spare of all stages, as a table, and all that is left of that stage as a picture. */
export function critical({ stages, tightest, today }: Roadmap): Markup {
  const stage = stages.find(({ id }) => id === tightest);
  if (stage === undefined) return html``;
  const all = stages.flatMap(({ work }) => work);
  const chain = stage.start.chain.flatMap((key) => all.find((one) => one.key === key) ?? []);
  const slack = slackWords(stage.start.slack);
  return section(
    'kritisk',
    T.title,
    html`<p class="lead">${badge(startVerdict(stage.start), slack)} <strong>${bi(stage)}</strong></p>
${picture(stage, chain, today)}
${table(
  T.title,
  [{ head: T.work }, { head: T.begins }, { head: T.ends }, { head: T.owner }, { head: T.state }],
  chain.map(({ work, begins, ends, state, stage: of }) => [
    html`<strong>${bi(work)}</strong>${of === stage.id ? '' : html` <code class="id">${of}</code>`}`,
    day(begins),
    day(ends),
    bi(work.owner),
    badge(WORK_VERDICTS[state], WORK_STATES[state]),
  ]),
  { filterFrom: Number.POSITIVE_INFINITY },
)}`,
    both(
      'Den längsta kedjan av det som är kvar till den driftstart som har minst tid över. Det som står här flyttar driftstarten om det drar ut på tiden; det andra kan vänta.',
      'The longest chain of what is left to the start with the least time to spare. What stands here moves the start when it takes longer; the rest can wait.',
    ),
  );
}

function picture(stage: StageToday, chain: readonly ScheduledWork[], today: string): Markup {
  const left = stage.work.filter(({ state, latestEnd }) => state !== 'done' && latestEnd !== undefined);
  const isCritical = (key: string): boolean => chain.some((one) => one.key === key);
  const draw = (language: Language): string =>
    workInTime(
      left.map(({ key, work, begins, ends }) => ({
        ...{ name: work[language], begins, ends },
        isCritical: isCritical(key),
      })),
      {
        ...{ id: `kritisk-${language}`, today, goLive: stage.goLive },
        title: T.title[language],
        description: both(
          'Staplar över det som är kvar, från tidigaste början till slut. En punkt före namnet märker det som är kritiskt. Datumen står i tabellerna.',
          'Bars of what is left, from earliest begin to end. A dot before the name marks what is critical. The dates are in the tables.',
        )[language],
      },
    );
  return html`<figure class="chart wide">${LANGUAGES.map((language) => html`<div class="${language}">${raw(draw(language))}</div>`)}</figure>`;
}
