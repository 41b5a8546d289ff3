import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askDeck } from '../deck/ask-deck.ts';
import type { Deck } from '../deck/deck.ts';
import { loadDeck } from '../deck/load-deck.ts';
import { cdsHooksWay } from '../deck/ways/cds-hooks.ts';
import { DECK_CATEGORIES } from '../domain/deck-evidence.ts';
import type { EvidenceEvent } from '../domain/evidence.ts';
import { EXIT } from '../domain/verdict.ts';
import { wallClock } from '../flows/clock.ts';
import { startDecisionSupport } from '../reference/decision-support/service.ts';
import { listFaults, parseFaults } from '../reference/faults/faults.ts';
import { WORDS } from '../reference/testing/words.ts';
import { type CaseResult, harmOf, measureDeck, twinOf } from '../reports/deck/measure-deck.ts';
import type { RunHistory } from '../reports/history.ts';
import type { Readiness } from '../reports/readiness.ts';
import { runOf } from '../reports/testing/synthetic.ts';
import { connectCdsHooks } from '../systems/cds-hooks/client.ts';
import { startMannerServer } from '../systems/fhir-r4/testing/manner-server.ts';
import { genrep } from './command.ts';
import { genrepHere } from './command-here.ts';

/** Whether the deck finds what it is there to find: with sound rules every case holds, and each wrong rule shows. */

let deck: Deck;
beforeAll(() => {
  deck = loadDeck('ordination');
});

/** What the reference environment's rules, with these faults, say to the whole deck. */
async function asked(...faults: readonly string[]) {
  const support = await startDecisionSupport({ words: WORDS, faults: parseFaults(faults), now: Date.now });
  const way = cdsHooksWay(await connectCdsHooks(`${support.address}/cds-services`), Date.now);
  const events: EvidenceEvent[] = [];
  try {
    await askDeck({
      ...{ deck, ways: [way], inPages: new Set(), clock: wallClock(), signal: new AbortController().signal },
      ordinary: { day: 'ingen', questions: [] },
      sink: (event) => events.push(event),
      flush: async () => {},
    });
  } finally {
    await way.close();
    await support.close();
  }
  return measureDeck([historyOf(events)]);
}

function historyOf(events: readonly EvidenceEvent[]): RunHistory {
  const run = runOf({ run: 'deck', instances: 0, planned: 0 });
  const opened = events.find((event) => event.type === 'deck-opened');
  if (opened === undefined) throw new Error('The deck was never opened.');
  return { ...run, deck: { opened, answered: events.filter((event) => event.type === 'deck-answered') } };
}

/** 'id: missad' of each case that did not hold. */
const wrongIn = (cases: readonly CaseResult[] = []): string[] =>
  cases
    .filter(({ verdict }) => verdict !== 'pass')
    .map((one) => `${one.facts.id}: ${harmOf(one)}, ${twinOf(one)}`);

describe('the deck that comes with Genrep', () => {
  it('has more than sixty known answers, harms of every category and most of them of class 1', () => {
    expect(deck.questions.length).toBeGreaterThanOrEqual(60);
    expect(new Set(deck.cases.map(({ category }) => category))).toEqual(new Set(DECK_CATEGORIES));
    expect(deck.cases.filter((one) => one.class === 1).length).toBeGreaterThan(deck.cases.length / 2);
  });
});

describe('the rules of the reference environment', () => {
  it('answer every case as it should, by order-select, order-sign and patient-view', async () => {
    const result = await asked();
    expect(wrongIn(result?.cases)).toEqual([]);
    expect(result?.all.sensitivity?.value).toBe(1);
    expect(result?.all.twinsAlarmed?.value).toBe(0);
  });

  const FOUND: Readonly<Record<string, readonly string[]>> = {
    'interaction-rule-missing': ['warfarin-mikonazol: missed, quiet'],
    'stop-rule-only-warns': ['metotrexat-trimetoprim: weaker, quiet'],
    'dose-rule-in-wrong-unit': ['digoxin-milligram: missed, quiet'],
    'pregnancy-rule-for-everybody': ['valproat-gravid: right, alarmed'],
    'interaction-rule-for-everybody': [
      'sertralin-tramadol: right, alarmed',
      'oxikodon-ensam: right, alarmed',
      'morfin-tiodubbelt: right, alarmed',
    ],
    // Wherever the harmless choice is paracetamol for an adult.
    'paracetamol-warned-always': [
      'nsaid-allergi: right, alarmed',
      'warfarin-nsaid: right, alarmed',
      'litium-nsaid: right, alarmed',
      'azatioprin-allopurinol: right, alarmed',
      'oxikodon-diazepam: right, alarmed',
      'doak-heparin: right, alarmed',
      'tva-nsaid: right, alarmed',
      'paracetamol-dygnsdos: right, alarmed',
      'paracetamol-lag-vikt: otherwise, alarmed',
      'ibuprofen-gravid: right, alarmed',
    ],
    'kidney-limit-too-low': ['metformin-njure: missed, quiet'],
    'cross-allergy-lost': ['korsallergi-asa: missed, quiet'],
    'child-dose-not-by-weight': ['paracetamol-barn: right, alarmed'],
    'critical-potassium-limit-off': ['kritiskt-hogt-kalium: missed, quiet'],
    'sepsis-rule-missing': ['sepsis-hog-risk: otherwise, quiet', 'sepsis-mattlig-risk: otherwise, quiet'],
  };

  it('have no fault that only the deck finds and that is not shown here', () => {
    const planted = listFaults().filter(({ foundBy }) => foundBy === 'deck');
    expect(Object.keys(FOUND).sort()).toEqual(planted.map(({ name }) => name).sort());
  });

  it.each(Object.entries(FOUND))('with %s', async (fault, wrong) => {
    expect(wrongIn((await asked(fault))?.cases)).toEqual(wrong);
  });
});

const OWN = `
title: { sv: Vår egen samling }
cases:
  - id: paracetamol
    category: dose
    class: 1
    sv: Paracetamol 2 g fyra gånger per dygn
    patient: { age: 45, sex: male }
    order: { drug: Paracetamol, dose: 2 }
    expect: stop
    says: [paracetamol]
    source: assumption
    twin: { sv: 1 g, order: { drug: Paracetamol, dose: 1 } }
  - id: news2
    category: news2
    class: 1
    sv: NEWS2 7
    patient: { age: 67, sex: male }
    vitals: { respiratoryRate: 26, oxygenSaturation: 93, heartRate: 112 }
    expect: stop
    says: [news2]
    source: assumption
    twin: { sv: Normala mätvärden, vitals: {} }
`;

describe('the command', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'genrep-deck-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('says of a system without decision support that nothing was covered, and why', async () => {
    const server = await startMannerServer([]);
    const profile = path.join(folder, 'litet.yaml');
    await writeFile(
      profile,
      ['name: litet', 'environment: test', `fhir: ${server.base}`, 'signIn: { method: none }', ''].join('\n'),
    );
    const out = path.join(folder, 'litet');
    const { exitCode, stdout } = await genrepHere([
      'deck',
      '--system',
      profile,
      '--ordinary',
      '1',
      '--out',
      out,
      '--json',
    ]);
    await server.close();
    const { deck: result, outcome }: Readiness = JSON.parse(stdout);
    expect([outcome, exitCode]).toEqual(['inconclusive', EXIT.inconclusive]);
    expect(new Set(result?.cases.map(({ verdict }) => verdict))).toEqual(new Set(['not-covered']));
    expect(result?.ways).toMatchObject([
      { way: 'cds-hooks', reason: expect.stringContaining('säger inte var beslutsstödet frågas') },
      { way: 'api', questions: 173, notCovered: 173 },
    ]);
    const reasons = result?.cases.flatMap(({ harm }) => harm.map(({ reason }) => reason));
    expect(reasons?.[0]).toContain('stoppar eller varnar vid ordination');
  });

  it('asks a deck of one’s own by every way, the real page too', { timeout: 120_000 }, async () => {
    const file = path.join(folder, 'egen.yaml');
    await writeFile(file, OWN);
    const ways = ['cds-hooks', 'api', 'page'];
    const { exitCode, stdout, stderr } = await genrep([
      ...['deck', file, '--way', ...ways, '--page-cases', '1', '--ordinary', '2'],
      ...['--out', path.join(folder, 'run'), '--json'],
    ]);
    expect(stdout, stderr).toMatch(/^\{/);
    const { deck: result, outcome, gates, runs }: Readiness = JSON.parse(stdout);
    expect(
      result?.ways.map(({ way, questions, sensitivity }) => [way, questions, sensitivity?.value]),
    ).toEqual([
      ['cds-hooks', 6, 1],
      ['api', 6, 1],
      ['page', 2, 1],
    ]);
    expect(result?.cases.map(({ facts, verdict }) => [facts.id, verdict])).toEqual([
      ['paracetamol', 'pass'],
      ['news2', 'pass'],
    ]);
    // Two ordinary orders are too few to tell how often it disturbs, and that alone is open.
    const open = gates.filter(({ verdict }) => verdict !== 'pass').map(({ id, verdict }) => [id, verdict]);
    expect(open).toEqual([['beslutsstod-storning', 'unknown']]);
    expect([outcome, exitCode, runs[0]?.command]).toEqual(['inconclusive', EXIT.inconclusive, 'deck']);
  });
});
