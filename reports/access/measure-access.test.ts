import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../domain/outcome.ts';
import { EXIT } from '../../domain/verdict.ts';
import { readinessPage } from '../html/page.ts';
import { junitXml } from '../junit.ts';
import { readinessOf } from '../readiness.ts';
import { summaryText } from '../terminal.ts';
import { accessRun, followed, logged, related, tried } from '../testing/access.ts';
import { summarise } from '../verdicts.ts';
import { measureAccess } from './measure-access.ts';

const RIGHT = [
  tried('must', 'shown'),
  tried('must-not', 'kept'),
  tried('may', 'shown'),
  tried('may', 'kept'),
];

const exitOf = (...of: Parameters<typeof accessRun>) => exitCodeOf(readinessOf([accessRun(...of)]).outcome);

describe('what a matrix came to', () => {
  it('passes where all were let who must and none who must not', () => {
    expect(measureAccess([accessRun(RIGHT)])?.counts).toMatchObject({ pass: 4, fail: 0 });
    expect(exitOf(RIGHT)).toBe(EXIT.pass);
  });

  it.each([
    ['what must not be was shown', tried('must-not', 'shown'), EXIT.fail],
    ['what must be was refused', tried('must', 'kept'), EXIT.fail],
    ['the answer was an error', tried('may', 'error'), EXIT.broken],
    ['it could not be tried', tried('must', 'not-covered'), EXIT.inconclusive],
  ] as const)('is not passed where %s', (_what, cell, code) => {
    expect(exitOf([...RIGHT, cell])).toBe(code);
  });

  it.each([
    ['an access is missing in the log', { log: logged({ found: 9 }) }, EXIT.fail],
    ['the log tells of what nobody did', { log: logged({ explained: 11 }) }, EXIT.fail],
    ['the log cannot be read', { log: logged({ reason: 'Ingen logg.' }) }, EXIT.inconclusive],
    ['a relation is broken', { relations: [related(3, 1)] }, EXIT.fail],
    ['snooping was not found', { followUps: [followed(2, 1)] }, EXIT.fail],
  ])('is not passed where %s', (_what, more, code) => {
    expect(exitOf(RIGHT, more)).toBe(code);
  });

  it('says of one thing to one reader what is expected, or that it depends', () => {
    const cells = [tried('must', 'shown'), tried('must-not', 'shown', { block: 'blocked' })];
    expect(measureAccess([accessRun(cells)])?.squares).toEqual([
      { who: 'a', what: 'note', expected: ['must', 'must-not'], verdict: 'fail', tried: 2 },
    ]);
  });
});

describe('what is written of it', () => {
  const run = accessRun([...RIGHT, tried('must-not', 'shown', { block: 'blocked' })]);

  it('a page in both languages, with the rule that was broken', () => {
    const page = readinessPage(readinessOf([run]));
    expect(page).toContain('Visades eller gjordes, men får inte');
    expect(page).toContain('Shown or done, but must not be');
    expect(page).toContain('Spärrat läses inte.');
  });

  it('lines in a terminal', () => {
    const text = summaryText(readinessOf([run]));
    expect(text).toContain('5 av 5 prövade: 4 rätt, 1 visade för mycket, 0 nekade fel');
    expect(text).toContain('✗ Läkare, anteckning, läser den (spärrat): fick, men får inte [nej]');
  });

  it('a case of JUnit for each thing to each reader, and for what was tried beside', () => {
    const xml = junitXml(summarise([run]), readinessOf([run]));
    expect(xml).toMatch(/<testsuite name="Åtkomst" tests="4" failures="1" errors="0" skipped="0"/);
    expect(xml).toContain('name="Läkare: Anteckning"');
  });
});
