import { expect, test } from 'vitest';
import { readFault } from './catalogue.ts';
import { FaultError } from './fault-error.ts';

const RIGHT = {
  sv: 'Svaret försvinner.',
  en: 'The answer is lost.',
  source: 'D18',
  kind: 'how-many',
  component: 'laboratory',
  place: 'answer',
  operator: 'omit',
  selector: { test: 'CRP' },
  dose: '1/2',
};

const read = (change: object) => readFault('x/answer-gone.yaml', JSON.stringify({ ...RIGHT, ...change }));

test('a fault is read with its name and its dose', () => {
  expect(read({})).toMatchObject({ name: 'answer-gone', dose: { every: 2 }, requirements: [], content: {} });
  expect(read({ dose: { every: '1/5', lasts: 2, fromChance: 9 } }).dose).toEqual({
    every: 5,
    lasts: 2,
    fromChance: 9,
  });
});

test.each([
  [{ dose: '2/3' }, 'dose är "2/3"; väntat 1/n, till exempel 1/3, eller every'],
  [{ sorce: 'D18' }, '"sorce" finns inte i filen; stryk raden eller rätta stavningen.'],
  [{ source: 'tidningen' }, 'source är "tidningen"; väntat en punkt i felkatalogen'],
  [{ kind: undefined }, '"kind" saknas; ett fel säger vad som blir fel (whose, how-many'],
  [{ component: 'lab' }, 'component är "lab"; väntat ett av api, page, message'],
  [{ place: 'nowhere' }, 'place är "nowhere"; väntat ett av write, read'],
  [{ place: undefined }, '"place" saknas; väntat ett av write, read'],
  [{ operator: 'lose' }, 'operator är "lose"; väntat ett av age-out, allow'],
  [{ operator: 'limit' }, 'operatorn limit gör ingenting på platsen answer; väntat search.'],
  [
    { selector: { tset: 'CRP' } },
    'selector säger "tset", som ingen vet på platsen answer; menade du "test"?',
  ],
  [{ operator: 'delay' }, '"seconds" saknas i with.'],
  [{ operator: 'delay', with: { seconds: 0 } }, 'with.seconds är 0: must be > 0.'],
  [{ with: { seconds: 1 } }, '"seconds" finns inte i with; stryk raden eller rätta stavningen.'],
  [{ requirements: ['LAB-01'] }, 'requirements.0 är "LAB-01"; väntat ^KRAV-.'],
])('%j is refused in one sentence', (change, sentence) => {
  expect(() => read(change)).toThrow(FaultError);
  expect(() => read(change)).toThrow(`x/answer-gone.yaml: ${sentence}`);
});

test('what is no YAML is told as that', () => {
  expect(() => readFault('x/a.yaml', 'sv: [')).toThrow(/^x\/a\.yaml: det här är inte YAML/);
});
