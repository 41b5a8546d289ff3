import { createRequire } from 'node:module';
import TreeRegexp from '@cucumber/cucumber-expressions/dist/TreeRegexp.js';
import { expect, it } from 'vitest';
import '../features/support/native-indices.ts';

/** How the library finds where groups stand, from where it finds it; of a group that comes again it tells where the first was. */
const ofTheirs = createRequire(import.meta.resolve('@cucumber/cucumber-expressions'));
const THEIRS = 'regexp-match-indices';
const theirs: (regexp: RegExp, text: string) => Parameters<TreeRegexp['groupBuilder']['build']>[0] | null =
  ofTheirs(THEIRS);

it.each([
  [/^läkaren på (akuten|avdelningen) (?:ser|läser) "([^"]*)"$/, 'läkaren på akuten ser "provet"'],
  [/^(?:(kväll|natt)s)?(läkaren|sjuksköterskan)(?: (på (?:akuten|avdelningen)))?$/, 'kvällssjuksköterskan'],
  [/^((\d+)(,(\d+))?) (?<unit>mg|ml)$/, '12,5 mg'],
  [/^((\d+)(,(\d+))?) (?<unit>mg|ml)$/, '12 ml'],
  [/(?<=inom )(\d+) (?:sekunder|sekund)/, 'provet syns inom 5 sekunder'],
  [/^()$/, ''],
  [/^läkaren$/, 'patienten'],
])('where groups stand is as the library finds it: %s in %j', (regexp, text) => {
  const tree = new TreeRegexp(regexp);
  const found = theirs(regexp, text);
  let group = 0;
  const wanted = found && tree.groupBuilder.build(found, () => group++);
  expect(tree.match(text)).toEqual(wanted);
});

it('is told by the language, also of a pattern that the library cannot read', () => {
  const pattern = /(?i:B)(c)?/;
  expect(() => theirs(pattern, 'abc')?.indices).toThrow();
  expect(new TreeRegexp(pattern).match('abc')).toMatchObject({
    start: 1,
    children: [{ value: 'c', start: 2 }],
  });
});
