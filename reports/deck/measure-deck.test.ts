import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../domain/outcome.ts';
import { readinessPage } from '../html/page.ts';
import { readinessOf } from '../readiness.ts';
import { summaryText } from '../terminal.ts';
import { answer, caseOf, deckRun, info, stop, warn } from '../testing/deck.ts';
import { STAGE } from '../testing/stage.ts';
import { harmOf, measureDeck, twinOf } from './measure-deck.ts';

const CASE = caseOf('digoxin');
const measured = (...args: Parameters<typeof deckRun>) => {
  const result = measureDeck([deckRun(...args)]);
  if (result === undefined) throw new Error('Nothing was asked.');
  return result;
};
const saidOf = (harm: Parameters<typeof answer>[2], expect_ = CASE) => {
  const [one] = measured([expect_], [answer('harm', 'digoxin', harm), answer('twin', 'digoxin')]).cases;
  return one && { harm: harmOf(one), verdict: one.verdict };
};

describe('a harm', () => {
  it.each([
    ['is found with the right strength', [stop('Stopp: Digoxin 2,5 mg')], 'right', 'pass'],
    ['is warned of, which is weaker than expected', [warn('Digoxin i hög dos')], 'weaker', 'fail'],
    ['is found by its strongest advice', [warn('Digoxin'), stop('DIGOXIN')], 'right', 'pass'],
    ['is missed', [], 'missed', 'fail'],
    ['is not found by what only tells', [info('Digoxin')], 'missed', 'fail'],
    ['is not found by an alarm about something else', [stop('Penicillinallergi')], 'otherwise', 'fail'],
    ['is found where the way does not tell how strongly', [{ text: 'Digoxin' }], 'untold', 'pass'],
    ['cannot be told of', 'unknown', 'unknown', 'unknown'],
    ['is not known when the system broke', 'error', 'error', 'error'],
    ['could not be asked about', 'not-covered', 'not-covered', 'not-covered'],
  ] as const)('%s', (_what, alerts, harm, verdict) => expect(saidOf(alerts)).toEqual({ harm, verdict }));

  it('is spoken of more strongly than expected', () => {
    expect(saidOf([stop('Digoxin')], caseOf('digoxin', { expect: 'warn' }))).toEqual({
      harm: 'stronger',
      verdict: 'fail',
    });
  });
});

describe('several ways', () => {
  const ways = ['cds-hooks', 'api'] as const;
  it('find a harm only when each that could be asked found it, and are no more proof than one', () => {
    const both = [
      answer('harm', 'digoxin', [stop('digoxin')]),
      answer('harm', 'digoxin', [stop('digoxin')], 'api'),
    ];
    const found = measured([CASE], both, { ways });
    expect(found.all.sensitivity).toMatchObject({ n: 1, value: 1 });
    expect(found.all.ppv).toMatchObject({ n: 1, value: 1 });
    const one = measured([CASE], [both[0] ?? answer('harm', ''), answer('harm', 'digoxin', [], 'api')], {
      ways,
    });
    expect(one.all.sensitivity).toMatchObject({ n: 1, value: 0 });
    expect(one.ways.map(({ sensitivity }) => sensitivity?.value)).toEqual([1, 0]);
  });

  it('are broken when one is, whatever the other found', () => {
    const answers = [answer('harm', 'digoxin', [stop('digoxin')]), answer('harm', 'digoxin', 'error', 'api')];
    expect(measured([CASE], answers, { ways }).cases[0]?.verdict).toBe('error');
  });

  it('leave out the one that could not be asked, and say so', () => {
    const answers = [
      answer('harm', 'digoxin', [stop('digoxin')]),
      answer('harm', 'digoxin', 'not-covered', 'api'),
    ];
    const { all, ways: each } = measured([CASE], answers, { ways });
    expect(all.sensitivity).toMatchObject({ n: 1, value: 1 });
    expect(each[1]).toMatchObject({ notCovered: 1, sensitivity: undefined });
  });
});

describe('what is harmless', () => {
  it('is disturbed by whatever interrupts, and by nothing that only tells', () => {
    const said = (alerts: Parameters<typeof answer>[2]) => {
      const [one] = measured([CASE], [answer('twin', 'digoxin', alerts)]).cases;
      return one && twinOf(one);
    };
    expect(said([])).toBe('quiet');
    expect(said([info('Bra att veta')])).toBe('quiet');
    expect(said([warn('Något annat')])).toBe('alarmed');
    expect(said([{ text: 'Utan styrka' }])).toBe('alarmed');
  });

  it('among ordinary orders is counted by order, its alerts by themselves', () => {
    const orders = Array.from({ length: 100 }, (_, index) =>
      answer('ordinary', `o-${index}`, index < 3 ? [warn('a'), warn('b')] : []),
    );
    const { all, interrupted } = measured([CASE], [answer('harm', 'digoxin', [stop('digoxin')]), ...orders]);
    // Wilson for 3 of 100: 1.03 % to 8.45 % (Newcombe 1998).
    expect(all.nuisance?.n).toBe(100);
    expect(all.nuisance?.value).toBeCloseTo(0.03);
    expect(all.nuisance?.low).toBeCloseTo(0.0103, 4);
    expect(all.nuisance?.high).toBeCloseTo(0.0845, 4);
    expect(all.nuisanceAlerts).toBe(6);
    expect(all.ppv).toMatchObject({ n: 7, value: 1 / 7 });
    expect(interrupted.map(({ asked }) => asked)).toEqual([
      'Ordination o-0',
      'Ordination o-1',
      'Ordination o-2',
    ]);
  });
});

describe('a run in which a deck was asked', () => {
  const right = [answer('harm', 'digoxin', [stop('digoxin')]), answer('twin', 'digoxin')];
  const missed = [answer('harm', 'digoxin'), answer('twin', 'digoxin')];
  const stage = { ...STAGE, gates: [] };
  const outcomeOf = (answers: typeof right) => readinessOf([deckRun([CASE], answers, { stage })]).outcome;

  it.each([
    ['has passed when every case held', right, 'passed', 0],
    ['has failed when one did not', missed, 'failed', 1],
    ['is broken when the system was', [answer('harm', 'digoxin', 'error')], 'broken', 4],
    ['is inconclusive when one cannot be told of', [answer('harm', 'digoxin', 'unknown')], 'inconclusive', 3],
    [
      'is inconclusive when nothing could be asked',
      [answer('harm', 'digoxin', 'not-covered')],
      'inconclusive',
      3,
    ],
  ] as const)('%s', (_what, answers, outcome, code) => {
    expect(outcomeOf([...answers])).toBe(outcome);
    expect(exitCodeOf(outcome)).toBe(code);
  });

  it('is told in both languages, the cases that did not hold first', () => {
    const readiness = readinessOf([deckRun([CASE], missed, { stage })]);
    const page = readinessPage(readiness);
    for (const words of [
      'Beslutsstödets kontrollfall',
      'The deck of decision support',
      'Fall som inte höll',
      'missad',
      'digoxin 1 mg',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('Fall som höll');
    expect(summaryText(readiness)).toContain('✗ digoxin (klass 1): missad');
  });

  it('says what changed since the run before', () => {
    const before = deckRun([CASE], right, { stage, run: 'förra' });
    const { changes } = readinessOf([deckRun([CASE], missed, { stage })], { earlier: [before] });
    expect(changes).toMatchObject({ since: 'förra', changes: [{ id: 'digoxin', was: 'pass', is: 'fail' }] });
    expect(summaryText(readinessOf([deckRun([CASE], missed, { stage })], { earlier: [before] }))).toContain(
      'Ändrat   1 fall sedan förra\n    digoxin. Var godkänt, är underkänt.',
    );
  });
});
