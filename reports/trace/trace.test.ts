import { expect, it } from 'vitest';
import type { Traced } from '../../scenarios/trace/load-trace.ts';
import { tracePage } from './page.ts';
import { traceText } from './text.ts';
import { traceOf } from './trace.ts';

const item = (id: string) => ({ id, text: `Text ${id}` });
const TRACED: Traced = {
  items: ['visad', 'direkt', 'utan', 'halv', 'avtal', 'glömd'].map(item),
  file: {
    ...{ title: 'Lista', kind: 'requirements', list: 'x.csv', source: 'antagande' },
    columns: { id: 'id', text: 'text' },
    traces: [
      { id: 'visad', requirements: ['KRAV-A'] },
      { id: 'direkt', flows: ['akut/sepsis'] },
      { id: 'utan', requirements: ['KRAV-X'] },
      { id: 'halv', requirements: ['KRAV-A', 'KRAV-X'] },
      { id: 'avtal', notHere: 'Ett avtal' },
    ],
  },
};
const FLOWS = [
  { id: 'akut/sepsis#larm', requirements: ['KRAV-A', 'KRAV-B'] },
  { id: 'akut/sepsis#lugn', requirements: ['KRAV-B'] },
];

it('says of each row whether a flow shows it; half is not shown, and what nobody traced is open', () => {
  const result = traceOf(TRACED, FLOWS);
  expect(result.rows.map(({ item: { id }, standing, flows }) => [id, standing, flows.length])).toEqual([
    ['visad', 'shown', 1],
    ['direkt', 'shown', 2],
    ['utan', 'no-flow', 0],
    ['halv', 'no-flow', 1],
    ['avtal', 'not-here', 0],
    ['glömd', 'untraced', 0],
  ]);
  expect(result.counts).toEqual({ shown: 2, 'no-flow': 2, untraced: 1, 'not-here': 1 });
  expect(result.beyond).toEqual(['KRAV-B']);
});

it('has no row shown when there is no flow', () => {
  expect(
    traceOf(
      {
        ...TRACED,
        file: { ...TRACED.file, traces: TRACED.file.traces.filter(({ flows }) => flows === undefined) },
      },
      [],
    ).counts.shown,
  ).toBe(0);
});

it('tells what is open in words and on a page', () => {
  const result = traceOf(TRACED, FLOWS);
  expect(traceText(result)).toContain('✗ utan Text utan: inget flöde (KRAV-X)');
  expect(tracePage(result)).toContain('Det som inget flöde visar');
});
