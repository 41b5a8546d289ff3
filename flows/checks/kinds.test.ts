import { describe, expect, it } from 'vitest';
import { findAreas } from '../../care/areas.ts';
import type { Recording } from '../recording.ts';
import type { Known } from './check.ts';
import { areasTellOfKinds } from './kinds.ts';

const { areas } = await findAreas();

const known: Known = {
  sentenceFor: () => undefined,
  areaOf: (kind) => areas.find(({ activities }) => activities.some((facts) => facts.kind === kind)),
  ofAreas: [],
};

const told = (kind: string): string[] => {
  const location = { file: 'features/prov.feature', line: 7 };
  const step = { text: 'ser läkaren remissen', location, activity: { type: 'question', kind } };
  const recording = { location, steps: [step] } as unknown as Recording;
  return areasTellOfKinds(recording, known).map(({ message }) => message);
};

describe('what a step does or sees', () => {
  it('is told of by an area', () => expect(told('vitals-in-chart')).toEqual([]));

  it('is a mistake in the area when it is not', () =>
    expect(told('referral-in-list')).toEqual([
      expect.stringMatching(
        /prov\.feature:7.*Steget "ser läkaren remissen" är "referral-in-list", som inget vårdområde berättar om: skriv det i index\.ts/,
      ),
    ]));
});
