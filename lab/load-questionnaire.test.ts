import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { namesOf } from '../scenarios/find-scenario.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';

async function loaded(text: string) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-lab-')), 'formular.yaml');
  await writeFile(file, text);
  return loadQuestionnaire(file);
}
const head = (instrument: string): string =>
  `instrument: ${instrument}\nversion: v1\nsource: prov\nvalidated: false\n`;
const items = (count: number, more = ''): string =>
  Array.from(
    { length: count },
    (_, index) => `    - { text: Fråga ${index + 1}${index === 3 ? more : ''} }\n`,
  ).join('');
const ENDS = '  low: Lågt\n  high: Högt\n';

it('reads those that come with Genrep; of SUS it says which key the Swedish words go under', () => {
  expect(namesOf('questionnaires')).toEqual(['nasa-tlx', 'sus', 'umux-lite']);
  expect(loadQuestionnaire('umux-lite').sv.items[0]).toMatchObject({ low: 'Instämmer inte alls' });
  expect(loadQuestionnaire('nasa-tlx').sv.items[3]).toMatchObject({ low: 'Perfekt', high: 'Misslyckat' });
  expect(() => loadQuestionnaire('sus')).toThrow(
    'Nyckeln "sv" saknas; lägg till den: den svenska ordalydelsen',
  );
});

it.each([
  ['an unknown instrument', `${head('sos')}sv:\n  title: T\n${ENDS}  items:\n${items(10)}`, 'sos'],
  [
    'too few questions',
    `${head('sus')}sv:\n  title: T\n${ENDS}  items:\n${items(9)}`,
    'sus har 10 frågor, men under sv står 9',
  ],
  [
    'ends without names',
    `${head('umux-lite')}sv:\n  title: T\n  items:\n${items(2)}`,
    'säger inte vad dess ändar heter',
  ],
  [
    'performance that runs from low to high',
    `${head('nasa-tlx')}sv:\n  title: T\n${ENDS}  items:\n${items(6)}`,
    'går från perfekt (0) till misslyckat (100)',
  ],
  [
    'performance with both',
    `${head('nasa-tlx')}sv:\n  title: T\n${ENDS}  items:\n${items(6, ', perfect: P, failure: F, low: L')}`,
    'skriv perfect och failure i stället',
  ],
  [
    'success asked where it is not asked',
    `${head('sus')}sv:\n  title: T\n${ENDS}  items:\n${items(10, ', perfect: P, failure: F')}`,
    'är inte frågan om hur man lyckades',
  ],
])('refuses %s in one sentence', async (_, text, sentence) => {
  await expect(loaded(text)).rejects.toThrow(sentence);
});
