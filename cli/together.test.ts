import { expect, it } from 'vitest';
import { together } from './together.ts';

const never = new AbortController().signal;

/** Goes on until it is told to stop, and then says so. */
const untilAborted = (signal: AbortSignal, told: () => void): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      told();
      resolve();
    });
  });

it('ends when all have ended', async () => {
  const done: string[] = [];
  const say = async (what: string) => done.push(what);
  await together(never, () => [say('one'), say('two')]);
  expect(done).toEqual(['one', 'two']);
});

it('breaks the others off when one breaks, and tells the first error', async () => {
  let stopped = false;
  const error = new Error('broken');
  const works = together(never, (signal) => [
    untilAborted(signal, () => {
      stopped = true;
    }),
    Promise.reject(error),
  ]);
  await expect(works).rejects.toBe(error);
  expect(stopped).toBe(true);
});

it('passes an interruption on', async () => {
  const user = new AbortController();
  let stopped = false;
  const works = together(user.signal, (signal) => [
    untilAborted(signal, () => {
      stopped = true;
    }),
  ]);
  user.abort();
  await works;
  expect(stopped).toBe(true);
});
