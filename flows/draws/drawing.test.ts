import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findAreas } from '../../care/areas.ts';
import { writeNote } from '../../care/documentation/index.ts';
import { answerOrder, orderTest } from '../../care/laboratory/index.ts';
import { testCalled } from '../../care/laboratory/words.ts';
import { prescribe } from '../../care/medication/index.ts';
import { drugCalled } from '../../care/medication/words.ts';
import { recordVitals } from '../../care/vitals/index.ts';
import type { Activity, Task } from '../../domain/activity.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import { type Drug, scheduleOf, scheduleText } from '../../domain/codes/drugs.ts';
import { NEWS2_BORDERS, news2, type VitalSigns } from '../../domain/news2.ts';
import { ref } from '../../domain/ref.ts';
import { drawingOf, drawValues, simplerThan } from './drawing.ts';
import { withDrawn } from './with-drawn.ts';

const draws = await (await findAreas()).draws();

const flowOf = (...activities: readonly Activity[]): CareFlow =>
  ({ id: 'a/b#c', steps: activities.map((activity) => ({ activity })) }) as unknown as CareFlow;

/** What the first step does for so many patients. */
const drawnFor = (flow: CareFlow, patients: number): Task[] =>
  Array.from({ length: patients }, (_, index) => {
    const drawn = drawValues(flow, { seed: 1, key: `flow/${index}` }, draws);
    return withDrawn(flow, drawn).steps[0]?.activity as Task;
  });

const SEVEN: VitalSigns = {
  respiratoryRate: 22,
  oxygenSaturation: 93,
  supplementalOxygen: false,
  systolicPressure: 108,
  heartRate: 104,
  consciousness: 'A',
  temperature: 38.6,
};
const note = flowOf(writeNote('Mår bra.', 'anteckningen'));
const vitals = flowOf(recordVitals(SEVEN, 'värdena'));
const drug = flowOf(prescribe(drugCalled('Furosemid'), 'drivande'));
const potassium = flowOf(
  answerOrder(ref('provet'), { value: 4.1, unit: 'mmol/L' }, 'svaret'),
  orderTest(testCalled('Kalium'), 'provet'),
);
const culture = flowOf(answerOrder(ref('provet'), { text: 'Ingen växt.' }, 'svaret'));

it('draws the same for the same seed and patient, and not the same for all', () => {
  const all = drawnFor(note, 50).map((task) => JSON.stringify(task));
  expect(drawnFor(note, 50).map((task) => JSON.stringify(task))).toEqual(all);
  expect(new Set(all).size).toBeGreaterThan(25);
  expect(JSON.stringify(drawValues(note, { seed: 2, key: 'flow/0' }, draws))).not.toContain(all[0]);
});

it('draws notes from one character to 20,000, with lines, letters and signs, and nothing to trim', () => {
  const texts = drawnFor(note, 400).map(
    (task) => (task as ReturnType<typeof writeNote> & { text: string }).text,
  );
  const lengths = texts.map(({ length }) => length);
  expect(Math.min(...lengths)).toBe(1);
  expect(Math.max(...lengths)).toBe(20_000);
  for (const length of [255, 256, 4000, 4001]) expect(lengths).toContain(length);
  expect(texts.filter((text) => text.includes('\n')).length).toBeGreaterThan(50);
  for (const sign of 'åäöÅ<&"') expect(texts.some((text) => text.includes(sign))).toBe(true);
  expect(texts.filter((text) => text.trim() !== text)).toEqual([]);
});

it('draws vital signs on both sides of every border of NEWS2 that warn exactly as those that are written', () => {
  const sets = drawnFor(vitals, 600).map((task) => (task as unknown as { values: VitalSigns }).values);
  expect(new Set(sets.map((values) => JSON.stringify(news2(values))))).toEqual(
    new Set([JSON.stringify(news2(SEVEN))]),
  );
  for (const [sign, borders] of Object.entries(NEWS2_BORDERS)) {
    const seen = new Set(sets.map((values) => values[sign as keyof VitalSigns]));
    // A value that alone gives three points would make it another warning.
    const possible = borders.filter((value) => !news2({ ...SEVEN, [sign]: value }).singleThree);
    expect([...seen], sign).toEqual(expect.arrayContaining(possible));
  }
});

it('draws drugs by the week and when they are needed, but only those that are swallowed', () => {
  const often = (word: string): Set<string> =>
    new Set(
      drawnFor(flowOf(prescribe(drugCalled(word), 'drogen')), 100).map((task) =>
        scheduleText(scheduleOf((task as unknown as { drug: Drug }).drug)),
      ),
    );
  expect([...often('Furosemid')]).toEqual(
    expect.arrayContaining(['en gång i veckan', 'vid behov, högst 4 gånger per dygn']),
  );
  expect([...often('Cefotaxim')].filter((text) => /vecka|behov/.test(text))).toEqual([]);
});

it('draws answers at the limits of what is normal and of what can be true', () => {
  const values = drawnFor(potassium, 100).map(
    (task) => (task as unknown as { answer: { value: number } }).answer.value,
  );
  expect(new Set(values)).toEqual(new Set([4.1, 1, 1.1, 3.4, 3.5, 3.6, 4.3, 4.4, 4.5, 11.9, 12]));
});

it.each([
  ['a note', note],
  ['a drug', drug],
  ['a value', potassium],
  ['words', culture],
])('makes %s simpler, step by step, down to what is simplest', (_, flow) => {
  const drawing = drawingOf(flow, 0, draws);
  const simplest = drawnFor(flow, 40).map((task) => {
    let left = task;
    for (;;) {
      const [simpler] = drawing === undefined ? [] : simplerThan(left, drawing);
      if (simpler === undefined) return JSON.stringify(left);
      left = simpler;
    }
  });
  expect(new Set(simplest).size).toBeLessThanOrEqual(4);
});

it('comes from a drawn length to the shortest that shows, in the runs that a shrinking has', () => {
  const drawing = drawingOf(note, 0, draws);
  const long = fc.sample(
    fc.constant({ ...note.steps[0]?.activity, text: 'å'.repeat(3) } as unknown as Task),
    1,
  )[0];
  expect([...simplerThan(long as Task, drawing as never)], 'what was not drawn here is left').toEqual([]);
  const length = (task: Task): number => (task as unknown as { text: string }).text.length;
  let left = drawnFor(note, 40).find((task) => length(task) > 8000) as Task;
  let asked = 0;
  for (let found = true; found; ) {
    found = false;
    for (const simpler of simplerThan(left, drawing as never)) {
      asked += 1;
      if (length(simpler) <= 4000) continue;
      left = simpler;
      found = true;
      break;
    }
  }
  expect(length(left)).toBe(4001);
  expect(asked).toBeLessThan(80);
});
