import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadConfiguration, loadSupport } from '@cucumber/cucumber/api';
import { afterAll, expect, it } from 'vitest';
import { InputError } from '../domain/input-error.ts';
import { refuseSentences, refuseUnknownPlaces } from './sentence-mistakes.ts';
import { silentEnvironment } from './steps.ts';

/** What whoever writes an area gets wrong in its sentences: one sentence, with the line it stands on. */

const CUCUMBER = pathToFileURL(createRequire(import.meta.url).resolve('@cucumber/cucumber')).href;
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** What a rehearsal is told whose own area has these sentences, beside one that is right. */
async function told(sentences: string): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'genrep-sentences-'));
  folders.push(root);
  const files = await Promise.all(
    Object.entries({ own: sentences, shipped: SHIPPED }).map(async ([area, text]) => {
      const file = path.join(root, 'care', area, 'steps.ts');
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, `import { defineParameterType, When } from '${CUCUMBER}';\n${text}`);
      return file;
    }),
  );
  const environment = silentEnvironment(root);
  const { runConfiguration } = await loadConfiguration(
    { file: false, provided: { import: files.map((file) => path.relative(root, file)) } },
    environment,
  );
  const error: unknown = await loadSupport(runConfiguration, environment)
    .catch((reason: unknown) => refuseSentences(reason, files))
    .then((library) => refuseUnknownPlaces(library, files))
    .catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw error ?? new Error('Nothing was wrong with it.');
  return error.message.replaceAll(`${root}/`, '');
}

const SHIPPED = "\ndefineParameterType({ name: 'test', regexp: /a|b/ });\n";

it.each<[what: string, sentences: string, sentence: RegExp]>([
  [
    'two lists of words with one name',
    "\nconst defineWords = (name: string) => defineParameterType({ name, regexp: /c|d/ });\n\ndefineWords('test');\n",
    /^care\/own\/steps\.ts:5: Platsen \{test\} finns redan i meningarna \(care\/shipped\/steps\.ts:3\); ge orden här ett annat namn/,
  ],
  [
    'a place that no words are told for',
    "When('läkaren väljer {tset}', function () {});\n",
    /^care\/own\/steps\.ts:2: Meningen "läkaren väljer \{tset\}" har platsen \{tset\}, som ingen berättar om; menade du "test"\? Skriv defineWords\('tset', …\) i filen, eller ta en av \{int\}, \{test\}\.$/,
  ],
  [
    'a sign that means something in a sentence',
    "\nWhen('läkaren väljer (något', function () {});\n",
    /^care\/own\/steps\.ts:3: Meningen "läkaren väljer \(något" går inte att läsa; tecknen .* \(The '\(' does not have a matching '\)'\.\)$/,
  ],
  [
    'words that are not there',
    '\n\nconst words: string = notThere;\n',
    /^care\/own\/steps\.ts:4:\d+: Meningarna går inte att läsa: notThere is not defined$/,
  ],
  [
    'code that is no code',
    "When('läkaren väljer', function () {};\n",
    /^care\/own\/steps\.ts:2: Meningarna går inte att läsa: Expected/,
  ],
])('%s', async (_what, sentences, sentence) => {
  expect(await told(sentences)).toMatch(sentence);
});

it('sentences in which nothing is wrong are let through', async () => {
  await expect(told("When('läkaren väljer {test}', function () {});\n")).rejects.toThrow(
    'Nothing was wrong with it.',
  );
});
