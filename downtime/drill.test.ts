import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Observation, Resource } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { lastTold } from '../reports/drill/drill-history.ts';
import { findScenario } from '../scenarios/find-scenario.ts';
import { type DrillClient, madeBy } from './client.ts';
import { loadDrill } from './drill.ts';
import { failing, held, type Wrong } from './testing/held.ts';

/** A drill against small real FHIR servers behind a real door: green on one that behaves, red by name on each that does not. */

const numberOf = (resource: Resource): string =>
  'identifier' in resource && Array.isArray(resource.identifier) ? (resource.identifier[0]?.value ?? '') : '';
const becomes = (part: string, change: (written: Observation) => Resource | undefined): Wrong => ({
  habits: {
    keeps: (resource) => (numberOf(resource).includes(part) ? change(resource as Observation) : resource),
  },
});
const paperBecomes = (change: (paper: Observation) => Resource | undefined) => becomes('papper-2', change);

describe('a downtime', () => {
  it.each(['planerat-stopp', 'natet-borta', 'inloggningen-borta'])(
    '%s holds on a system that behaves',
    async (name) => {
      const drill = await held(name);
      expect(failing(drill)).toEqual([]);
      expect(drill.isClosed).toBe(true);
      expect(drill.papers.filter(({ what }) => what === 'measurement')).toHaveLength(6);
      expect(drill.papers.filter(({ isVoid }) => isVoid)).toHaveLength(1);
      expect(drill.due.filter(({ given }) => given === undefined)).toHaveLength(1);
      expect(drill.wrote.filter(({ when, told }) => when === 'down' && told === 'accepted')).toEqual([]);
    },
  );

  it.each([
    ['a form that is acknowledged and not kept', paperBecomes(() => undefined), ['nothing-lost']],
    [
      'the hour of entry in place of the hour on the paper',
      paperBecomes((paper) => ({ ...paper, effectiveDateTime: '2026-11-30T23:00:00Z' })),
      ['as-written'],
    ],
    ['another value', paperBecomes((paper) => ({ ...paper, valueQuantity: { value: 375 } })), ['as-written']],
    [
      'another patient',
      paperBecomes((paper) => ({ ...paper, subject: { reference: 'Patient/annan' } })),
      ['right-patient'],
    ],
    [
      'a form that two people entered becomes two',
      { habits: { knowsConditionalCreate: false } },
      ['nothing-doubled'],
    ],
    ['writes are accepted in read-only mode', { leaks: 'read-only' }, ['refused-visibly']],
    [
      'a dose on paper that does not come back',
      becomes('dos-2', () => undefined),
      ['nothing-lost', 'dose-gaps'],
    ],
    [
      'a dose on paper at the hour of entry',
      becomes('dos-2', (dose) => ({ ...dose, effectiveDateTime: '2026-11-30T23:00:00Z' })),
      ['as-written', 'dose-gaps'],
    ],
    [
      'a value that was known and is not on the list',
      becomes('/f1', (known) => ({ ...known, subject: { reference: 'Patient/annan' } })),
      ['list-whole', 'right-patient'],
    ],
  ] as const)('is red where it must be: %s', async (_what, wrong, ids) => {
    expect(failing(await held('planerat-stopp', {}, wrong))).toEqual(ids);
  });

  it('is red when the list is too old, or the system is not back in time', async () => {
    expect(failing(await held('planerat-stopp', { warning: 120 }))).toEqual(['list-age']);
    const drill = await held('planerat-stopp');
    const { recovered: _, ...never } = drill.came;
    expect(failing({ ...drill, came: never })).toEqual(['recovery-time']);
  });

  it('is red when a form was entered nowhere', async () => {
    const drill = await held('planerat-stopp');
    const [paper] = drill.papers;
    const forgotten = drill.wrote.filter(({ number }) => number !== paper?.number);
    expect(failing({ ...drill, wrote: forgotten })).toEqual(['paper-adds-up']);
  });

  it('is red when something that was refused or made void is there all the same', async () => {
    const drill = await held('planerat-stopp');
    const refused = [...lastTold(drill.wrote).values()].find(({ told }) => told === 'refused');
    const found = drill.found.map((one) =>
      one.number === refused?.number ? { ...one, found: [{ patient: 'p0' }] } : one,
    );
    expect(failing({ ...drill, found })).toEqual(['nothing-uninvited']);
  });

  it('is red when a dose that nobody gave seems to be given', async () => {
    const drill = await held('planerat-stopp');
    const gap = drill.due.find(({ given }) => given === undefined);
    const doses = drill.doses.map((one) =>
      one.patient === gap?.patient ? { ...one, at: [...(one.at ?? []), gap.at] } : one,
    );
    expect(failing({ ...drill, doses })).toEqual(['dose-gaps']);
  });

  it('is not green when the system does not tell what stands there', async () => {
    const drill = await held('planerat-stopp');
    const silent = drill.found.map(({ found: _, ...one }) => one);
    expect(failing({ ...drill, found: silent })).toContain('nothing-lost');
  });

  it('looks up and enters what was cut off in the middle, once', async () => {
    // The answer to every write at the edge is lost after the system has done it.
    const lossy = (client: DrillClient): DrillClient => ({
      async request(method, address, body, headers) {
        const answer = await client.request(method, address, body, headers);
        if (method === 'POST' && JSON.stringify(body).includes('/k') && lost.size < 3) {
          lost.add(address + JSON.stringify(body));
          throw new Error('cut off');
        }
        return answer;
      },
    });
    const lost = new Set<string>();
    const drill = await held('planerat-stopp', { warning: 0 }, { client: lossy, leaks: 'system' });
    expect(drill.wrote.filter(({ when, told }) => when === 'edge' && told === 'unknown')).toHaveLength(3);
    expect(failing(drill)).toEqual(['refused-visibly']);
  });
});

describe('a failover', () => {
  /** While the machine is gone nobody answers; the other one may have lost the first of what it had acknowledged. */
  const lost = (losesFirst: boolean): Wrong => {
    const acknowledged: string[] = [];
    let isGone = false;
    return {
      habits: { instead: () => (isGone ? 'hang-up' : undefined) },
      client: (client) => ({
        async request(method, address, body, headers) {
          const answer = await client.request(method, address, body, headers);
          const made = madeBy(answer, 'Observation');
          if (method === 'POST' && address === 'Observation' && made !== undefined) acknowledged.push(made);
          return answer;
        },
      }),
      door: ({ store }) => ({
        async set(mode) {
          if (mode !== 'failover') return;
          while (acknowledged.length === 0) await setImmediate();
          isGone = true;
          await setImmediate();
          if (losesFirst) store.remove(acknowledged[0] ?? '');
          isGone = false;
        },
      }),
    };
  };
  const few = { writers: 3, before: 1, after: 1 } as const;

  it('holds where the other one has all that the first acknowledged', async () => {
    const drill = await held('servern-vaxlas', few, lost(false));
    expect(failing(drill)).toEqual([]);
    expect(drill.wrote.some(({ when }) => when === 'before')).toBe(true);
  });

  it('is red where an acknowledged write is gone', async () => {
    const drill = await held('servern-vaxlas', few, lost(true));
    expect(failing(drill)).toEqual(['nothing-lost']);
  });

  it('is red where the same is written twice', async () => {
    const { habits = {}, ...door } = lost(false);
    const drill = await held('servern-vaxlas', few, {
      ...door,
      habits: { ...habits, knowsConditionalCreate: false },
    });
    const [first] = drill.found;
    const found = drill.found.map((one) =>
      one === first ? { ...one, found: [...(one.found ?? []), ...(one.found ?? [])] } : one,
    );
    expect(failing({ ...drill, found })).toEqual(['nothing-doubled']);
  });

  it('is red where the other one never answers', async () => {
    let isGone = false;
    const wrong: Wrong = {
      habits: { instead: ({ method }) => (isGone && method === 'POST' ? 'hang-up' : undefined) },
      door: () => ({
        set(mode) {
          isGone = mode === 'failover';
        },
      }),
    };
    expect(failing(await held('servern-vaxlas', { ...few, recoverWithin: 1 }, wrong))).toEqual(
      expect.arrayContaining(['recovery-time', 'worked-through']),
    );
  });
});

describe('a roll-back', () => {
  const inOld = (part: string, change: (written: Observation) => Resource | undefined): Wrong => ({
    oldHabits: becomes(part, change).habits ?? {},
  });

  it('holds where all that was written in the new stands in the old', async () => {
    const drill = await held('aterga-till-det-gamla');
    expect(failing(drill)).toEqual([]);
    expect(drill.listed).toHaveLength(12);
    expect(drill.opened.back).toBe('det gamla');
  });

  it.each([
    ['a line that the old system does not keep', inOld('/f2', () => undefined), ['nothing-lost']],
    [
      'the hour at which it was carried',
      inOld('/f2', (line) => ({ ...line, effectiveDateTime: '2026-12-01T00:00:00Z' })),
      ['as-written'],
    ],
    [
      'another person in the old system',
      inOld('/f2', (line) => ({ ...line, subject: { reference: 'Patient/annan' } })),
      ['right-patient'],
    ],
    ['what is not on the list of the new', becomes('/f2', () => undefined), ['list-whole', 'nothing-lost']],
    ['writes after the cut', { leaks: 'read-only' }, ['refused-visibly', 'nothing-uninvited']],
  ] as const)('is red where it must be: %s', async (_what, wrong, ids) => {
    expect(failing(await held('aterga-till-det-gamla', {}, wrong))).toEqual(ids);
  });
});

describe('a drill with a mistake', () => {
  it('is refused by its name', () => {
    expect(() => loadDrill('planerat')).toThrow('planerat-stopp');
  });

  it.each([
    ['writers: 8', 'writers: 0', 'writers'],
    ['what: failover', 'what: fail-over', 'what'],
    ['before: 3', 'down: 3', 'down'],
  ])('is refused with file and line: %s → %s', async (right, wrong, named) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'genrep-drill-'));
    const file = path.join(folder, 'fel.yaml');
    const text = await readFile(findScenario('drills', 'servern-vaxlas'), 'utf8');
    await writeFile(file, text.replace(right, wrong));
    const said = new RegExp(`fel.yaml:\\d+:\\d+.*${named}`, 's');
    try {
      expect(() => loadDrill(file)).toThrow(said);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
