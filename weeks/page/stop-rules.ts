import type { GateDecision } from '../../domain/decision.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Bilingual, both, moment } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { section } from '../../pages/page.ts';
import { table } from '../../pages/table.ts';
import { badge } from '../../pages/verdict.ts';
import type { WeeksResult } from '../measure/measure-weeks.ts';
import { COURSE_OF_RULE, type RuleChange, type RuleResult } from '../measure/stop-rules.ts';
import { COURSE_WORDS, WORDS } from './words.ts';

/** What is said of a stop rule by its verdict. */
const STATES: Readonly<Record<Verdict, Bilingual>> = {
  pass: both('håller', 'holds'),
  fail: both('har löst ut', 'tripped'),
  unknown: both('kan inte avgöras', 'cannot be told'),
  'not-covered': both('inte prövad', 'not looked at'),
  error: both('avbruten av fel', 'error'),
};

/** What the whole comes to, in a sentence. */
export function headlineOf({ stopRules, fresh }: WeeksResult): Bilingual {
  const tripped = stopRules.rules.filter(({ verdict }) => verdict === 'fail');
  if (tripped.some(({ demands }) => demands === 'stop'))
    return both('En stoppregel har löst ut: stoppa.', 'A stop rule has tripped: stop.');
  if (tripped.length > 0)
    return both(
      'En stoppregel har löst ut: vänta med allt nytt.',
      'A stop rule has tripped: begin nothing new.',
    );
  if (!fresh.isFresh)
    return both(
      'Uppgifterna är gamla: tystnad är inget lugn.',
      'The data are old: silence is no sign of peace.',
    );
  if (stopRules.verdict === 'pass') return both('Alla stoppregler håller.', 'All stop rules hold.');
  return both(
    'Ingen stoppregel har löst ut, men alla kan inte avgöras.',
    'No stop rule has tripped, but not all can be told.',
  );
}

export const rulesSection = (result: WeeksResult): Markup =>
  section(
    'stop-rules',
    WORDS.stopRules,
    html`<p class="card headline ${result.stopRules.verdict}">${badge(result.stopRules.verdict, STATES[result.stopRules.verdict])} <strong>${bi(headlineOf(result))}</strong></p>
${fixing(result)}
${table(
  WORDS.stopRules,
  [
    { head: WORDS.rule },
    { head: WORDS.verdict },
    { head: WORDS.measured },
    { head: WORDS.otherwise },
    { head: WORDS.owner },
  ],
  result.stopRules.rules.map(row),
)}`,
  );

const row = (rule: RuleResult): Markup[] => [
  html`${bi(rule)} <code class="source">${rule.id}</code>`,
  html`${badge(rule.verdict, STATES[rule.verdict])}${trippedText(rule)}`,
  html`${bi(rule.measured)}${rule.verdict === 'fail' && rule.of.length > 0 && rule.of.length <= NAMED ? html` <span class="source">${rule.of.join(', ')}</span>` : ''}`,
  bi(COURSE_OF_RULE[rule.demands]),
  bi(rule.owner),
];

/** How many deviations a row names. */
const NAMED = 6;

function trippedText({ tripped, answered }: RuleResult): Markup {
  if (tripped === undefined) return html``;
  const [first, last] = [moment(tripped.first), moment(tripped.last)];
  const since =
    tripped.first === tripped.last
      ? both(first.sv, first.en)
      : both(`${first.sv} – ${last.sv}`, `${first.en} – ${last.en}`);
  const then =
    answered === undefined
      ? both('inget beslut efter det', 'no decision after that')
      : both(
          `${COURSE_WORDS[answered.course ?? 'hold'].sv}, beslutat av ${answered.by}`,
          `${COURSE_WORDS[answered.course ?? 'hold'].en}, decided by ${answered.by}`,
        );
  return html` <span class="source">${bi(since)}; ${bi(then)}</span>`;
}

/** Whether the rules were fixed before the start, and what was changed afterwards. */
function fixing({ decisions: { fixed, late }, stopRules: { changes }, rulesHash }: WeeksResult): Markup {
  const lateWords = late.map(
    (decision) =>
      html`<p class="card late">${bi(
        both(
          `Regler fastställdes i efterhand av ${decision.by} ${moment(Date.parse(decision.at)).sv}: ${decision.reason} De räknas inte.`,
          `Rules were fixed afterwards by ${decision.by} ${moment(Date.parse(decision.at)).en}: ${decision.reason} They do not count.`,
        ),
      )}</p>`,
  );
  if (fixed === undefined)
    return html`<p class="card late">${bi(
      both(
        'Ingen fastställde stoppreglerna med signatur före start, så de kan ha ändrats och ingen av dem kan räknas som hållen.',
        'Nobody fixed the stop rules with a signature before the start, so that they may have been changed and none can be said to hold.',
      ),
    )}</p>${lateWords}`;
  const { by, at } = fixed.decision;
  return html`<p class="lead">${bi(
    both(
      `Fastställda av ${by} ${moment(Date.parse(at)).sv}, före start, med signatur. Det är de som räknas.`,
      `Fixed by ${by} ${moment(Date.parse(at)).en}, before the start, with a signature. They are what counts.`,
    ),
  )} <code class="source">${fixed.decision.rulesHash?.slice(0, 12) ?? ''}</code></p>
${changes.length === 0 ? '' : html`<div class="card late"><p>${bi(both('Planens regler är inte längre de som fastställdes:', 'The rules of the plan are no longer those that were fixed:'))}</p><ul>${changes.map(changeText)}</ul><p class="source"><code>${rulesHash.slice(0, 12)}</code></p></div>`}
${lateWords}`;
}

const CHANGE_WORDS: Readonly<Record<RuleChange['what'], Bilingual>> = {
  changed: both('ändrad', 'changed'),
  added: both('tillagd', 'added'),
  removed: both('borttagen', 'taken away'),
};

const changeText = ({ id, what, was, is }: RuleChange): Markup =>
  html`<li><code>${id}</code> ${bi(CHANGE_WORDS[what])}${was === undefined ? '' : html`: ${bi(was)}`}${is === undefined ? '' : html` → ${bi(is)}`}</li>`;

/** What people have decided on the course, the latest first. */
export const coursesSection = ({ decisions: { courses } }: WeeksResult): Markup =>
  section(
    'courses',
    WORDS.courses,
    courses.length === 0
      ? html`<p>${bi(WORDS.noCourse)}</p>`
      : table(
          WORDS.courses,
          [{ head: WORDS.when }, { head: WORDS.decided }, { head: WORDS.by }, { head: WORDS.why }],
          courses.toReversed().map(courseRow),
        ),
  );

const courseRow = ({ at, course = 'hold', by, reason, signature, attachment }: GateDecision): Markup[] => [
  bi(moment(Date.parse(at))),
  html`<strong>${bi(COURSE_WORDS[course])}</strong>`,
  html`${by} (${bi(signature === undefined ? WORDS.unsigned : WORDS.signed)})`,
  html`<span lang="sv">${reason}</span>${attachment === undefined ? '' : html` <code class="source">${attachment.sha256.slice(0, 12)}</code>`}`,
];
