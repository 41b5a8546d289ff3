import { beforeAll, describe, expect, it } from 'vitest';
import { standardFault } from '../check/rules/hl7v2/standard/standard-fault.ts';
import type { History } from '../history/history.ts';
import { identityGuard } from '../output/identity-guard.ts';
import { populationFor } from '../testing.ts';
import { Hl7v2Emitter } from './emit-hl7v2.ts';

const TYPES = [
  'ADT^A01',
  'ADT^A03',
  'ADT^A04',
  'ADT^A08',
  'ADT^A28',
  'ADT^A31',
  'ORU^R01',
  'PPR^PC2',
  'RDE^O11',
  'REF^I12',
  'SIU^S12',
  'SIU^S15',
  'VXU^V04',
];

const SEED = 5;
const PERIOD = { until: '2026-01-01', years: 10 };
/** Somebody who was referred, who died, and whose booked visit was cancelled by death, of this seed. */
const RARE = [198, 1459, 12_129];
const PEOPLE = [...RARE, ...Array.from({ length: 40 }, (_, n) => 4 + 485 * n)];

const population = populationFor(SEED, 20_000);
const emitter = new Hl7v2Emitter(population.slugs, identityGuard(population.testNumbers));

const withProtection = (history: History): History => ({
  ...history,
  person: { ...history.person, protectedIdentity: true },
});

/** Messages of the people, by type. */
function messagesOf(change: (history: History) => History): ReadonlyMap<string, readonly string[]> {
  const messages = new Map<string, string[]>();
  for (const index of PEOPLE) {
    emitter.emit(change(population.historyOf(index, PERIOD)), (type, text) => {
      const ofType = messages.get(type);
      if (ofType === undefined) messages.set(type, [text]);
      else ofType.push(text);
    });
  }
  return messages;
}

describe.each([
  { whose: 'everybody', change: (history: History) => history, shield: /\r/ },
  {
    whose: 'people whose identity is protected',
    change: withProtection,
    shield: /\r(PD1\|{12}Y|PV2\|{22}Y)\r/,
  },
])('messages of $whose', ({ change, shield }) => {
  let messages: ReadonlyMap<string, readonly string[]>;
  beforeAll(() => {
    messages = messagesOf(change);
  });

  it('are of every type', () => expect([...messages.keys()].sort()).toEqual(TYPES));

  it.each(TYPES)('%s: all are as HL7 v2.5 publishes them', (type) => {
    const faults = (messages.get(type) ?? []).map((text) => standardFault(text.slice(0, -1).split('\r'))?.sv);
    expect(new Set(faults)).toEqual(new Set([undefined]));
  });

  it('say that identity is protected where it is', () => {
    const unshielded = [...messages].filter(([, texts]) => !texts.every((text) => shield.test(text)));
    expect(unshielded.map(([type]) => type)).toEqual([]);
  });
});
