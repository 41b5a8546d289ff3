import { describe, expect, it } from 'vitest';
import type { LabEvent, LabSeat } from '../../../domain/lab-evidence.ts';
import type { Questionnaire } from '../../../domain/questionnaire.ts';
import { stateAfter } from '../../../lab/state.ts';
import { SEATS } from '../../../lab/testing/lab-of.ts';
import { measureAnswers } from './measure-answers.ts';
import { rawTlxScore } from './nasa-tlx.ts';
import { gradeOf, susScore } from './sus.ts';
import { asSus, umuxLiteScore } from './umux-lite.ts';

describe('SUS', () => {
  it('comes to 55 in Brooke’s own example', () => {
    expect(susScore([5, 4, 2, 1, 2, 3, 2, 4, 5, 2])).toEqual({ value: 55, supposed: 0 });
  });

  it('goes from 0 to 100, and 50 for whoever stands in the middle', () => {
    expect(susScore([1, 5, 1, 5, 1, 5, 1, 5, 1, 5])?.value).toBe(0);
    expect(susScore([5, 1, 5, 1, 5, 1, 5, 1, 5, 1])?.value).toBe(100);
    expect(susScore(Array.from({ length: 10 }, () => 3))?.value).toBe(50);
  });

  it('counts an item without an answer as the middle, and tells so', () => {
    expect(susScore([5, 4, null, 1, 2, null, 2, 4, 5, 2])).toEqual({ value: 57.5, supposed: 2 });
    expect(susScore(Array.from({ length: 10 }, () => null))).toBeUndefined();
  });

  it('has no item to turn round where all are positive', () => {
    expect(susScore([5, 5, 5, 5, 5, 5, 5, 5, 5, 5], true)?.value).toBe(100);
    expect(susScore([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], true)?.value).toBe(0);
  });

  it('gets a letter from twelve people on, where the scale has it', () => {
    expect(gradeOf({ n: 11, value: 90 })).toBeUndefined();
    const letters = [84.1, 84, 80.8, 74.1, 74, 68, 64.9, 62.6, 51.7, 51.6];
    expect(letters.map((value) => gradeOf({ n: 12, value }))).toEqual([
      ...['A+', 'A', 'A', 'B', 'B−', 'C', 'C−', 'D', 'D', 'F'],
    ]);
  });
});

it('scores UMUX-Lite as it was published, and not by half', () => {
  expect(umuxLiteScore([7, 7])?.value).toBe(100);
  expect(umuxLiteScore([1, 1])?.value).toBe(0);
  expect(umuxLiteScore([6, 5])?.value).toBeCloseTo(75, 10);
  expect(umuxLiteScore([7, null])).toBeUndefined();
  expect([asSus(0), asSus(100)]).toEqual([22.9, expect.closeTo(87.9, 10)]);
});

it('takes raw NASA-TLX as the mean of six, with failure as the heavy end of performance', () => {
  expect(rawTlxScore([60, 10, 50, 30, 60, 30])?.value).toBe(40);
  const perfect = rawTlxScore([50, 50, 50, 0, 50, 50])?.value ?? Number.NaN;
  const failure = rawTlxScore([50, 50, 50, 100, 50, 50])?.value ?? Number.NaN;
  expect(failure).toBeGreaterThan(perfect);
  expect(rawTlxScore([60, 10, 50, null, 60, 30])).toBeUndefined();
});

describe('the answers of a lab', () => {
  const wording = { title: 'T', items: [] };
  const UMUX: Questionnaire = {
    ...{ instrument: 'umux-lite', version: 'v1', source: 'prov', validated: true, sv: wording },
  };
  const answered = (seat: string, items: readonly (number | null)[]): LabEvent => ({
    ...{ type: 'lab-answered', at: 3, dayTime: 0, seat, instrument: 'umux-lite', version: 'v1', items },
  });
  function measured(questionnaire: Questionnaire, isAsked: boolean, ...answers: readonly LabEvent[]) {
    const moment = { at: 1, dayTime: 0 };
    const opened: LabEvent = {
      ...{ type: 'lab-opened', ...moment, seats: SEATS, injects: [], consent: '1', pace: 1, idlePace: 1 },
      questionnaires: [questionnaire],
    };
    const asked: readonly LabEvent[] = isAsked ? [{ type: 'lab-asked', ...moment }] : [];
    const state = stateAfter([opened, ...asked, ...answers]);
    return measureAnswers(SEATS.map((seat: LabSeat) => ({ seat, state })));
  }

  it('are nothing where nobody was asked', () => {
    expect(measured(UMUX, false)).toEqual([]);
  });

  it('tell who declined, who sent nothing and who left something out', () => {
    const [result] = measured(UMUX, true, answered('plats-1', []), answered('plats-2', [6, null]));
    expect(result?.all).toEqual({ asked: 2, declined: 1, incomplete: 1, supposed: 0, mean: undefined });
    expect(measured(UMUX, true)[0]?.all).toMatchObject({ asked: 2, declined: 2 });
  });

  it('have an interval that stays on the scale, by role and setting too', () => {
    const [result] = measured(UMUX, true, answered('plats-1', [7, 7]), answered('plats-2', [6, 5]));
    expect(result?.all.mean).toMatchObject({ n: 2, value: 87.5, low: 0, high: 100 });
    expect(result?.parts).toMatchObject([{ role: 'nurse', unitName: 'Akutmottagningen', asked: 2 }]);
    expect(result?.says?.sv).toBe('som SUS 79,8');
  });

  it('are not held against published figures when the wording is nobody’s but ours', () => {
    const own = { ...UMUX, validated: false };
    expect(measured(own, true, answered('plats-1', [7, 7]))[0]?.says).toBeUndefined();
  });
});
