import { both } from '../../../pages/bilingual.ts';
import { day } from '../../../pages/day.ts';
import { bi, html, type Markup } from '../../../pages/markup.ts';
import { partMarkup } from '../../../pages/part.ts';
import { table } from '../../../pages/table.ts';
import { badge } from '../../../pages/verdict.ts';
import type { Roadmap, StageToday } from '../roadmap.ts';
import type { ScheduledWork } from '../schedule.ts';
import { slackWords, WORK_STATES, WORK_VERDICTS } from '../words.ts';

const T = {
  work: both('Arbete', 'Work'),
  state: both('Läge', 'State'),
  latest: both('Börja senast', 'Begin at the latest'),
  ends: both('Klart tidigast', 'Done at the earliest'),
  slack: both('Marginal', 'To spare'),
  shownBy: both('Visas av', 'Shown by'),
  owner: both('Svarar', 'Answers'),
  nobody: both('ingen har sagt något', 'nobody has said anything'),
  rests: both('Vägt ur', 'Weighed from'),
  noRuns: both('Inga körningar för etappen än.', 'No runs for the stage yet.'),
  leftOut: both('Räknas inte', 'Do not count'),
};

/** All work of every stage, each stage folded but the one with the least time to spare. */
export const workOf = ({ stages, tightest }: Roadmap): Markup =>
  html`${stages.map((stage) =>
    partMarkup({
      id: `arbete-${stage.id}`,
      title: both(`Arbetet i ${stage.sv}`, `The work of ${stage.en}`),
      told: both(
        `${stage.work.filter(({ state }) => state === 'done').length} av ${stage.work.length} klara`,
        `${stage.work.filter(({ state }) => state === 'done').length} of ${stage.work.length} done`,
      ),
      isOpen: stage.id === tightest,
      body: html`${workTable(stage)}${runs(stage)}`,
    }),
  )}`;

const workTable = ({ work, sv, en }: StageToday): Markup =>
  table(
    both(sv, en),
    [
      { head: T.work },
      { head: T.state },
      { head: T.latest },
      { head: T.ends },
      { head: T.slack },
      { head: T.shownBy },
      { head: T.owner },
    ],
    work.map((item) => [
      html`<strong>${bi(item.work)}</strong>`,
      badge(WORK_VERDICTS[item.state], WORK_STATES[item.state]),
      day(item.state === 'done' ? undefined : item.latestBegin),
      day(item.state === 'done' ? undefined : item.ends),
      slack(item),
      item.work.gates === undefined ? saidBy(item) : html`${item.work.gates.join(', ')}`,
      bi(item.work.owner),
    ]),
    { filterFrom: Number.POSITIVE_INFINITY },
  );

const saidBy = ({ said }: ScheduledWork): Markup =>
  said === undefined
    ? html`<span class="muted">${bi(T.nobody)}</span>`
    : html`${said.by} ${day(said.done ?? said.begun)}`;

function slack({ state, slack: days }: ScheduledWork): Markup {
  if (state === 'done' || days === undefined) return html`–`;
  return days < 0 ? badge('fail', slackWords(days)) : bi(slackWords(days));
}

const runs = ({ weighed }: StageToday): Markup =>
  html`<p class="muted">${
    weighed.runs.length === 0
      ? bi(T.noRuns)
      : html`${bi(T.rests)} ${weighed.runs.map((run) => html`<code>${run}</code> `)}`
  }</p>
${
  weighed.leftOut.length === 0
    ? ''
    : html`<p class="muted">${bi(T.leftOut)}: ${weighed.leftOut.map(({ run, reason }) => html`<code>${run}</code> ${bi(reason)}. `)}</p>`
}`;
