import { beforeAll, describe, expect, it } from 'vitest';
import type { CareFlow } from '../domain/care-flow.ts';
import { chosenFlows, readChoice } from './feature-choice.ts';
import { tagChoice } from './tag-choice.ts';
import { writtenFlows } from './written-flows.ts';

let flows: readonly CareFlow[];
beforeAll(async () => {
  flows = await writtenFlows();
});

const chosenBy = (...words: readonly string[]) => chosenFlows(words.map(readChoice), flows);
const names = (...words: readonly string[]) => chosenBy(...words).map(({ name }) => name);

const SEPSIS = 'features/akutsjukvard/sepsislarm.feature';
const SEVEN = 'Sju poäng räcker för larm';
const ROWS = ['Låg NEWS2 ger inget larm (vila)', 'Låg NEWS2 ger inget larm (feber)'];

describe('what is chosen of the scenarios', () => {
  it('is all of them when nothing is chosen', () => {
    expect(chosenBy()).toEqual(flows);
  });

  it('is a file, a folder, or the scenarios of several', () => {
    expect(chosenBy(SEPSIS).every(({ location }) => location.file === SEPSIS)).toBe(true);
    expect(names(SEPSIS)).toHaveLength(4);
    expect(chosenBy('features/akutsjukvard')).toEqual(
      flows.filter(({ location }) => location.file.startsWith('features/akutsjukvard/')),
    );
    expect(names(SEPSIS, SEVEN)).toHaveLength(4);
  });

  it('is the scenario at a line: its tags, its title, a step, a table; and a row of examples alone', () => {
    const seven = flows.find(({ name }) => name === SEVEN);
    const title = seven?.location.line ?? 0;
    const lines = [title - 1, title, title + 1, title + 5, seven?.steps.at(-1)?.location.line];
    for (const line of lines) expect(names(`${SEPSIS}:${line}`), `${line}`).toEqual([SEVEN]);
    const outline = chosenBy(ROWS[0] ?? '')[0];
    expect(names(`${SEPSIS}:${outline?.steps[1]?.location.line}`)).toEqual(ROWS);
    expect(names(`${SEPSIS}:${outline?.location.line}`)).toEqual([ROWS[0]]);
  });

  it.each([
    ['a title', SEVEN, [SEVEN]],
    ['a title in small letters', SEVEN.toLowerCase(), [SEVEN]],
    ['the title of an outline', 'Låg NEWS2 ger inget larm', ROWS],
    ['an id', 'akutsjukvard/sepsislarm#sju-poang-racker-for-larm', [SEVEN]],
  ])('is %s', (_what, word, chosen) => {
    expect(names(word)).toEqual(chosen);
  });

  it('is a feature, by its name or as a day names it', () => {
    expect(names('Sepsislarm')).toEqual(names(SEPSIS));
    expect(names('akutsjukvard/sepsislarm')).toEqual(names(SEPSIS));
  });

  it('is tags', () => {
    expect(names('@KRAV-VIT-03')).toEqual(ROWS);
    expect(names('not @klass-1 and @akutsjukvård')).toEqual(ROWS);
  });

  it.each([
    [
      'a title that is near another',
      'Sju poäng räcker för lam',
      /heter "Sju .*lam"; menade du "Sju poäng räcker för larm"\?$/,
    ],
    [
      'a title that is near none',
      'helt annat',
      /heter "helt annat"; egenskaperna är .*"Bröstsmärta på akuten", .*"Sepsislarm"/,
    ],
    ['a file that is not there', 'saknas.feature', /Hittar inte filen saknas\.feature/],
    ['a line beyond the last scenario', `${SEPSIS}:900`, /Inget scenario står på rad 900 i features/],
    ['tags that nobody has', '@klass-1 and @klass-3', /Inget scenario har taggarna @klass-1 and @klass-3/],
    [
      'a misspelt tag, even one that is not wanted',
      'not @klas-1',
      /har taggen @klas-1 .*menade du @klass-1\?/,
    ],
    [
      'a tag too few',
      '@a and and',
      /"@a and and" är inget tagguttryck: det saknas en tagg efter and, or eller not\. Skriv/,
    ],
    ['a word too few', '@a @b', /är inget tagguttryck: det ska stå and eller or mellan två taggar/],
    ['an open parenthesis', '(@a or @b', /är inget tagguttryck: parentesen \( är inte stängd/],
    ['a closing parenthesis', '@a or @b)', /är inget tagguttryck: parentesen \) har ingen/],
  ])('tells of %s', (_what, word, sentence) => {
    expect(() => chosenBy(word)).toThrow(sentence);
  });

  it('lets a tag of the user’s own be on no scenario yet', () => {
    expect(flows.filter(tagChoice('not @pågår', flows))).toEqual(flows);
  });
});
