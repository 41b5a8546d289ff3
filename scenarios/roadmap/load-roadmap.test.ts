import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../input/project.ts';
import { circleIn, inTurn } from './in-turn.ts';
import { loadRoadmap } from './load-roadmap.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'genrep-roadmap-'));
afterAll(() => rmSync(folder, { recursive: true }));
const TEXT = readFileSync(path.join(ROOT, 'scenarios/roadmaps/vastra-gotaland.yaml'), 'utf8');
const { plan, stages } = loadRoadmap('vastra-gotaland');

describe('the introduction in Västra Götaland', () => {
  it('has four stages and the 49 kommuner that the region has, each once', () => {
    const region = parse(readFileSync(path.join(ROOT, 'generators/demography/vastra-gotaland.yaml'), 'utf8'));
    const named = (all: readonly { code: string; name: string }[]) =>
      all.map(({ code, name }) => `${code} ${name}`).sort();
    expect(plan.stages).toHaveLength(4);
    expect(plan.kommuner).toHaveLength(49);
    expect(named(plan.kommuner)).toEqual(named(region.municipalities));
  });

  it('has each kommun in the stage that has it among its own', () => {
    for (const { code, stage } of plan.kommuner)
      expect(stages.get(stage)?.municipalities?.codes, code).toContain(code);
  });

  it('has in later stages the gates and requirements of the first', () => {
    const first = stages.get('1-sodra');
    const last = stages.get('4-vastra');
    expect(last?.gates.map(({ id }) => id)).toEqual(first?.gates.map(({ id }) => id));
    expect(last?.requirements.map(({ id }) => id)).toEqual(first?.requirements.map(({ id }) => id));
    expect(last?.hash).not.toBe(first?.hash);
  });
});

describe('a plan that is wrong is refused with its place', () => {
  it.each([
    [
      'an unknown stage',
      'after: [1-sodra]',
      'after: [1-norra]',
      /plan\.yaml:\d+:\d+: Etappen "1-norra" finns inte; menade du "1-sodra"/,
    ],
    [
      'unknown work',
      'after: [bygge, laboratorium]',
      'after: [byge, laboratorium]',
      /Arbetet "byge" finns inte; menade du "bygge"/,
    ],
    [
      'an unknown gate',
      'gates: [avstamning,',
      'gates: [avstemning,',
      /Grinden "avstemning" finns inte; menade du "avstamning"/,
    ],
    [
      'work that waits for itself',
      'after: [uppstart]\n',
      'after: [uppstart, floden]\n',
      /plan\.yaml:\d+:\d+: Arbetet väntar på sig självt i 1-sodra: (nulage|bygge|laboratorium|floden) →/,
    ],
    [
      'a stage before the one it follows',
      'goLive: "2028-11-07"',
      'goLive: "2027-11-07"',
      /2-sodra-ovriga har driftstart 2027-11-07, inte efter 1-sodra/,
    ],
    ['a kommun twice', 'code: "1402"', 'code: "1401"', /Partille \(1401\) står två gånger/],
    [
      'a choice that is none',
      'name: Partille, stage: 4-vastra, options: [bas]',
      'name: Partille, stage: 4-vastra, options: [bass]',
      /Valet "bass" finns inte; menade du "bas"/,
    ],
    [
      'more kommuner than have chosen',
      'kommuner: 49',
      'kommuner: 48',
      /49 kommuner har valt bas, men talet säger 48/,
    ],
    ['no start', '    isStart: true\n', '', /Ett och bara ett arbete är driftstarten/],
    [
      'what gates show, said to be done',
      'said:\n',
      'said:\n  - { stage: 1-sodra, work: floden, done: "2026-11-01", by: Testledare }\n',
      /Att floden är klart visas av grindarna/,
    ],
    [
      'a date that is none',
      'goLive: "2027-11-09"',
      'goLive: "9 november"',
      /"goLive" är "9 november", som inte har rätt form/,
    ],
  ])('%s', (_what, words, to, sentence) => {
    expect(TEXT).toContain(words);
    const file = path.join(folder, 'plan.yaml');
    writeFileSync(file, TEXT.replace(words, to));
    expect(() => loadRoadmap(file)).toThrow(sentence);
  });
});

describe('in turn', () => {
  it('comes each after all that it waits for', () => {
    expect(
      inTurn(
        new Map([
          ['c', ['b']],
          ['a', []],
          ['b', ['a']],
        ]),
      ),
    ).toEqual(['a', 'b', 'c']);
  });

  it('is not possible in a circle, which is told whole', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ]);
    expect(circleIn(circle)).toEqual(['a', 'b', 'c', 'a']);
    expect(() => inTurn(circle)).toThrow(/a → b → c → a/);
  });
});
