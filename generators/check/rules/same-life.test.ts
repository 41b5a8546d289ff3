import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../rule.ts';
import { encounter, patient } from '../testing/resources.ts';
import { FILE, watch } from '../testing/watch.ts';
import { SAME_LIFE } from './same-life.ts';

const life = (of: string, minutes: readonly number[]): JsonObject[] =>
  minutes.map((minute, n) => ({
    ...encounter(`${of}-${n}`, `2024-0${n + 1}-01T08:${minute}:00+01:00`, `2024-0${n + 1}-01T09:00:00+01:00`),
    subject: { reference: `Patient/${of}` },
  }));

const two = [patient(), patient({ id: 'p-2', serial: 1 })];

describe('lives', () => {
  it('differ', async () => {
    const lines = [...two, ...life('p-1', [11, 12, 13, 14]), ...life('p-2', [11, 12, 13, 15])];
    expect(await watch(SAME_LIFE, lines)).toEqual([]);
  });

  it('are found to be the same, to the minute', async () => {
    const lines = [...two, ...life('p-1', [11, 12, 13, 14]), ...life('p-2', [11, 12, 13, 14])];
    expect(await watch(SAME_LIFE, lines)).toEqual([
      { place: { file: FILE, line: 2 }, sv: 'p-2 har levt samma liv som någon före' },
    ]);
  });
});
