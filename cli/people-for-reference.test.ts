import { afterEach, expect, it } from 'vitest';
import { bringPeople } from './people-for-reference.ts';
import { type RunningReference, startReference } from './reference-process.ts';

interface Told {
  readonly people: readonly { readonly birthDate: string; readonly gender: string }[];
  readonly units: readonly unknown[];
}

let reference: RunningReference | undefined;
afterEach(() => reference?.close());

it('brings people of all ages and both sexes, whom one can be and go back to', async () => {
  reference = await startReference({});
  const { ui } = reference;
  const directory = async () => (await (await fetch(`${ui}/directory`)).json()) as Told;
  const people = async () => (await directory()).people;
  const { units } = await directory();
  expect(await people()).toEqual([]);
  await bringPeople(reference, { people: 8, signal: new AbortController().signal });
  const brought = await people();
  // The records tell of units of the same names; they are not a second directory.
  expect((await directory()).units).toEqual(units);
  expect(brought.length).toBeGreaterThan(5);
  expect(new Set(brought.map(({ gender }) => gender))).toEqual(new Set(['female', 'male']));
  expect(new Set(brought.map(({ birthDate }) => birthDate.slice(0, 3))).size).toBeGreaterThan(3);
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(`${ui}/saved-state/restore`, { method: 'POST', headers, body: '{}' });
  expect(status).toBe(204);
  expect(await people()).toEqual(brought);
});
