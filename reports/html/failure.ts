import { type Bilingual, both } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { badge } from '../../pages/verdict.ts';
import type { Failure } from '../failures.ts';
import { componentText } from '../monitors.ts';
import type { Stability } from '../stability.ts';
import { TEXTS } from './texts.ts';

/** The address of a file that a run left, relative to the page. */
export type AttachmentAddress = (run: string, file: string) => string;

/** What a card is told of where it stands and of earlier runs. */
export interface FailureContext {
  readonly underFlow?: boolean;
  readonly stability?: Stability;
}

const CULPRITS = {
  system: both('systemet', 'the system'),
  test: both('provet', 'the test'),
  data: both('testdata', 'the test data'),
} as const;

function stabilityText({ is, firstSeen, failedIn, lookedIn }: Stability): Bilingual {
  const since = both(`först sett i ${firstSeen}`, `first seen in ${firstSeen}`);
  switch (is) {
    case 'unknown':
      return both('ingen tidigare körning att jämföra med', 'no earlier run to compare with');
    case 'new':
      return both(
        `nytt: höll i ${lookedIn} ${lookedIn === 1 ? 'tidigare körning' : 'tidigare körningar'}`,
        `new: held in ${lookedIn} earlier ${lookedIn === 1 ? 'run' : 'runs'}`,
      );
    case 'steady':
      return both(`stadigt: ${since.sv}, varje gång sedan dess`, `steady: ${since.en}, every time since`);
    case 'flaky':
      return both(
        `ibland: ${since.sv}, i ${failedIn} av ${lookedIn} tidigare körningar`,
        `flaky: ${since.en}, in ${failedIn} of ${lookedIn} earlier runs`,
      );
  }
}

/** One failing step: where, what was expected, what was seen, how often, and one instance to look into. */
export function failureCard(
  failure: Failure,
  address: AttachmentAddress,
  { underFlow = false, stability }: FailureContext = {},
): Markup {
  const { verdict, flow, step, expected, observed, reason, count, of, example, attribution } = failure;
  const often =
    failure.monitor === undefined
      ? both(
          `${count} av ${of} ${of === 1 ? 'flöde' : 'flöden'}`,
          `${count} of ${of} ${of === 1 ? 'flow' : 'flows'}`,
        )
      : both(`${count} ${count === 1 ? 'gång' : 'gånger'}`, `${count} ${count === 1 ? 'time' : 'times'}`);
  const attachments = example.attachments.map(
    ({ file, title, summary = [] }) =>
      html`<a href="${address(example.run, file)}">${title}</a> ${summary.length === 0 ? '' : linesIn(summary)}`,
  );
  const part = componentText(failure);
  const rows: [Bilingual, Markup | undefined][] = [
    [TEXTS.expected, expected === undefined ? undefined : swedish(expected)],
    [TEXTS.observed, observed === undefined ? undefined : swedish(observed)],
    [TEXTS.why, reason && bi(firstLineOf(reason))],
    [TEXTS.component, part && bi(part)],
    [TEXTS.howOften, bi(often)],
    [
      TEXTS.stability,
      stability === undefined || stability.is === 'unknown' ? undefined : bi(stabilityText(stability)),
    ],
  ];
  const traced: [Bilingual, Markup | undefined][] = [
    [
      TEXTS.why,
      reason === undefined || !reason.sv.includes('\n') ? undefined : html`<code>${bi(reason)}</code>`,
    ],
    [
      TEXTS.attribution,
      html`<strong>${bi(CULPRITS[attribution.to])}</strong> <span class="muted">${bi(attribution.why)}</span>`,
    ],
    [TEXTS.example, html`<code>${example.instance}</code> <span class="muted">(${example.run})</span>`],
    [TEXTS.attachments, attachments.length === 0 ? undefined : html`${attachments}`],
  ];
  return html`<div class="failure">
<p class="where">${badge(verdict)} ${underFlow ? '' : html`<strong>${flow.name}</strong><br>`}${step === undefined ? bi(TEXTS.wholeFlow) : stepLine(step)}</p>
${rowsOf(rows)}
<details class="trace"><summary>${bi(TEXTS.trace)}</summary>${step === undefined ? '' : html`<p><code class="source">${step.file}:${step.line}</code></p>`}${rowsOf(traced)}</details>
</div>`;
}

const rowsOf = (rows: readonly (readonly [Bilingual, Markup | undefined])[]): Markup =>
  html`<dl class="rows">${rows.map(([label, value]) => (value === undefined ? '' : html`<div><dt>${bi(label)}</dt><dd>${value}</dd></div>`))}</dl>`;

/** What comes after it tells a developer more than it tells anybody else. */
const firstLineOf = ({ sv, en }: Bilingual): Bilingual =>
  both(sv.split('\n')[0] ?? '', en.split('\n')[0] ?? '');

const stepLine = ({ text, index }: NonNullable<Failure['step']>): Markup =>
  html`<span class="step"><span class="muted">${bi(TEXTS.step)} ${index + 1}</span> <q lang="sv">${text}</q></span>`;

/** What is in an attachment, for those who do not open it. */
const linesIn = (lines: readonly string[]): Markup =>
  html`<ul class="lines">${lines.map((line) => html`<li><code>${line}</code></li>`)}</ul>`;

const swedish = (text: string): Markup => html`<span lang="sv">${text}</span>`;
