import { type Bilingual, both, number, same } from '../../pages/bilingual.ts';
import { bi, html, type Markup } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { table } from '../../pages/table.ts';
import { figuresOf, type Sensitivity, type TrialLine, type TrialResult } from './trial.ts';
import { COMPONENT_WORDS, KIND_WORDS, OUTCOME_WORDS, shareWords, trialSentence } from './words.ts';

/** What a trial came to, as a page of its own. */
export const trialPage = (result: TrialResult): string =>
  page({
    tab: 'Prövning av Genrep',
    kind: both('Prövning', 'Trial'),
    heading: both('Hittar Genrep felen?', 'Does Genrep find the faults?'),
    facts: [
      same(`Genrep ${result.genrep}`),
      both(`frö ${result.seed}`, `seed ${result.seed}`),
      both(`${result.patients} patienter i varje flöde`, `${result.patients} patients in each flow`),
    ],
    body: html`${summary(result)}${bySomething(result)}${missed(result)}${unproven(result)}${all(result)}`,
  });

const row = (name: Bilingual, value: Bilingual): readonly Markup[] => [bi(name), bi(value)];

const summary = (result: TrialResult): Markup =>
  section(
    'utfall',
    both('Utfall', 'Outcome'),
    table(
      both('Utfall', 'Outcome'),
      [{ head: both('Mått', 'Measure') }, { head: both('Utfall, 95 % intervall', 'Outcome, 95% interval') }],
      [
        row(both('Hittade fel', 'Faults found'), shareWords(result.all.found)),
        row(both('Rätt namngivna', 'Rightly named'), shareWords(result.all.named)),
        row(both('Hittade av de blinda', 'Found of the blind ones'), shareWords(result.blind.found)),
        row(both('Larm utan fel', 'False alarms'), shareWords(result.falseAlarms)),
        row(
          both(
            'Patienter tills felet syntes, i medeltal och flest',
            'Patients until it showed, mean and most',
          ),
          both(
            `${number(result.patientsNeeded.mean).sv} och ${result.patientsNeeded.most}`,
            `${number(result.patientsNeeded.mean).en} and ${result.patientsNeeded.most}`,
          ),
        ),
      ],
    ),
    trialSentence(figuresOf(result)),
  );

const TITLES = {
  kind: both('Vad som blir fel', 'What goes wrong'),
  component: both('Var', 'Where'),
  dose: both('Dos', 'Dose'),
};

const bySomething = (result: TrialResult): Markup =>
  section(
    'fordelning',
    both('Efter slag, plats och dos', 'By kind, place and dose'),
    html`${sensitivities(TITLES.kind, result.byKind, KIND_WORDS)}${sensitivities(TITLES.component, result.byComponent, COMPONENT_WORDS)}${sensitivities(TITLES.dose, result.byDose, {})}`,
  );

const sensitivities = (
  head: Bilingual,
  rows: readonly Sensitivity[],
  words: Readonly<Record<string, Bilingual>>,
): Markup =>
  table(
    head,
    [{ head }, { head: both('Hittade', 'Found') }, { head: both('Rätt namngivna', 'Rightly named') }],
    rows.map(({ name, found, named }) => [
      bi(words[name] ?? same(name)),
      bi(shareWords(found)),
      bi(shareWords(named)),
    ]),
    { filterFrom: Number.POSITIVE_INFINITY },
  );

const missed = ({ requirements }: TrialResult): Markup =>
  section(
    'krav',
    both('Vad sviten skulle missa', 'What the suite would miss'),
    table(
      both('Krav', 'Requirements'),
      [
        { head: both('Krav', 'Requirement') },
        { head: both('Fel som ska göra det rött', 'Faults that should turn it red'), numeric: true },
        { head: both('Missade', 'Missed') },
      ],
      requirements.map(({ id, faults, missed: names }) => [
        html`${id}`,
        html`${faults}`,
        html`${names.join(', ') || '–'}`,
      ]),
      { filterFrom: Number.POSITIVE_INFINITY },
    ),
  );

const unproven = ({ unproven: { requirements, monitors, questions } }: TrialResult): Markup =>
  section(
    'obevisat',
    both('Obevisat', 'Unproven'),
    html`${listed(both('Krav', 'Requirements'), requirements)}${listed(both('Monitorer', 'Monitors'), monitors)}${listed(both('Slag av frågor', 'Kinds of question'), questions)}`,
    both('Det som inget fel i prövningen gjorde rött.', 'What no fault of the trial turned red.'),
  );

const listed = (head: Bilingual, names: readonly string[]): Markup =>
  html`<p><b>${bi(head)}:</b> ${names.join(', ') || '–'}</p>`;

const all = ({ cases }: TrialResult): Markup =>
  section(
    'fel',
    both('Alla fel', 'All faults'),
    table(
      both('Alla fel', 'All faults'),
      [
        { head: both('Fel', 'Fault') },
        { head: both('Utfall', 'Outcome') },
        { head: both('Rött', 'Red') },
        { head: both('Slag och plats', 'Kind and place') },
        { head: both('Dos', 'Dose') },
        { head: both('Källa', 'Source') },
      ],
      cases.map(lineMarkup),
    ),
  );

const lineMarkup = (line: TrialLine): readonly Markup[] => [
  html`${bi(line)}<br><span class="muted">${line.name}</span>`,
  html`${bi(OUTCOME_WORDS[line.outcome])}${line.named ? html`, ${bi(both('rätt namngivet', 'rightly named'))}` : ''}`,
  html`${[...line.red, ...line.monitors].join(', ') || '–'}`,
  html`${bi(KIND_WORDS[line.kind] ?? same(line.kind))}; ${bi(COMPONENT_WORDS[line.component] ?? same(line.component))}`,
  html`${line.dose}`,
  html`${line.source}`,
];
