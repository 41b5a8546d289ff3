import { expect, it } from 'vitest';
import { flowsInNoDay } from './flows-in-no-day.ts';
import { loadDay } from './load-day.ts';

const day = loadDay('sas-vardag');
const flow = (id: string) => ({ id });

it('names a flow that no day has, by its feature or by itself', () => {
  const written = [
    flow('akutsjukvard/sepsislarm#a'),
    flow('akutsjukvard/nytt#a'),
    flow('akutsjukvard/nytt#b'),
  ];
  expect(flowsInNoDay(day, written)).toEqual(written.slice(1));
  const own = { ...day, mix: [{ flow: 'akutsjukvard/nytt#b', perDay: 1, arrivals: 'akuten' }] };
  expect(flowsInNoDay(own, written)).toEqual([written[1]]);
});
