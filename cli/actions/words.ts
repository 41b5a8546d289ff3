import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { bookOfWords, type WordBook } from '../words/book.ts';
import { wordsPage } from '../words/page.ts';

/** `genrep words`: what a flow can be written with; touches no system. */
export async function showWords({
  html,
  json,
}: {
  readonly html?: string;
  readonly json?: boolean;
}): Promise<void> {
  const book = await bookOfWords();
  if (html !== undefined) {
    await writeFile(html, wordsPage(book));
    process.stdout.write(`${html}\n`);
  } else process.stdout.write(json === true ? `${JSON.stringify(book)}\n` : linesOf(book));
}

function linesOf({ chapters, wordLists }: WordBook): string {
  const sentences = chapters.flatMap(({ title, entries }) => [
    title.sv,
    ...entries.flatMap(({ pattern, example, shows, ways }) => [
      `  ${pattern}`,
      ...(example === undefined ? [] : [`    ${example}`]),
      ...shows.map(({ sv }) => `    → ${sv}`),
      ...ways.map(({ sv }) => `    ${sv}`),
    ]),
    '',
  ]);
  const words = wordLists.map(({ name, words, means }) => `  {${name}}: ${means ?? words.join(', ')}`);
  return `${[...sentences, 'Ord som får stå', ...words].join('\n')}\n`;
}
