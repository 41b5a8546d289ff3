import { both, same } from '../../pages/bilingual.ts';
import { bi, html } from '../../pages/markup.ts';
import { page, section } from '../../pages/page.ts';
import { table } from '../../pages/table.ts';
import type { WordBook } from './book.ts';

const T = {
  title: both('Ordbok för patientflöden', 'The words of patient flows'),
  lead: both(
    'Meningar och ord som ett flöde kan skrivas med',
    'Sentences and words that a flow can be written with',
  ),
  sentence: both('Mening', 'Sentence'),
  example: both('Exempel', 'Example'),
  shows: both('Gör eller visar', 'Does or shows'),
  ways: both('Går att pröva', 'Can be tried'),
  words: both('Ord som får stå', 'Words that may stand'),
  place: both('Plats', 'Place'),
  none: both('inget flöde har den än', 'no flow has it yet'),
};

/** The book as one page that needs nothing else. */
export const wordsPage = ({ chapters, wordLists }: WordBook): string =>
  page({
    tab: T.title.sv,
    kind: T.title,
    heading: T.lead,
    facts: chapters.map(({ title, entries }) =>
      both(`${title.sv}: ${entries.length}`, `${title.en}: ${entries.length}`),
    ),
    body: html`${chapters.map(({ title, entries }, index) =>
      section(
        `area-${index}`,
        title,
        table(
          title,
          [T.sentence, T.example, T.shows, T.ways].map((head) => ({ head })),
          entries.map(({ pattern, example, shows, ways }) => [
            html`${pattern}`,
            example === undefined ? bi(T.none) : html`${example}`,
            html`${shows.map((each) => html`<div>${bi(each)}</div>`)}`,
            html`${ways.map((each) => html`<div>${bi(each)}</div>`)}`,
          ]),
        ),
      ),
    )}
${section(
  'words',
  T.words,
  table(
    T.words,
    [{ head: T.place }, { head: T.words }],
    wordLists.map(({ name, words, means }) => [html`{${name}}`, bi(same(means ?? words.join(', ')))]),
  ),
)}`,
  });
