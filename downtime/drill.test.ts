import type { Observation, Resource } from '@medplum/fhirtypes';
import { afterEach, describe, expect, it } from 'vitest';
import { personAt } from '../generators/people/person-at.ts';
import type { Habits } from '../systems/fhir-r4/testing/manner.ts';
import { type MannerServer, startMannerServer } from '../systems/fhir-r4/testing/manner-server.ts';
import { judgeDrill } from './checks.ts';
import { type Drill, loadDrill } from './drill.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { drillPage } from './page.ts';
import type { DrillClient } from './records.ts';
import { type Rehearsed, rehearse } from './rehearse.ts';

/** A drill against a small real FHIR server behind a real door: green on one that behaves, red by name on each that does not. */

let open: (MannerServer | Gateway)[] = [];
afterEach(async () => {
  for (const each of open) await each.close();
  open = [];
});

/** A clock that is moved by what waits for it, so that a drill of hours takes no time. */
function quickClock() {
  let now = Date.UTC(2026, 10, 30, 8);
  return {
    now: () => now,
    pause: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const clientOf = (base: string): DrillClient => ({
  async request(method, address, body, headers = {}) {
    const response = await fetch(`${base}/${address}`, {
      ...{ method, headers: { ...headers, 'content-type': 'application/fhir+json' } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  },
});

interface Wrong {
  readonly habits?: Omit<Habits, 'profile'>;
  /** Which modes of the door let everything through. */
  readonly leaks?: string;
  readonly client?: (client: DrillClient) => DrillClient;
}

async function drilled(
  drill: Partial<Drill> = {},
  { habits = {}, leaks, client }: Wrong = {},
): Promise<Rehearsed> {
  const server = await startMannerServer([
    { name: 'x', is: 'wrong', concerns: 'writing', does: 'x', source: 'x', of: () => habits },
  ]);
  const gateway = await openGateway(server.base);
  open.push(gateway, server);
  const through = clientOf(gateway.address);
  return rehearse(
    { ...loadDrill('planerat-stopp'), patients: 3, ...drill },
    {
      ...{ client: client?.(through) ?? through, clock: quickClock(), run: 'körning' },
      gateway: { set: (mode) => (mode === leaks ? undefined : gateway.set(mode)) },
      people: Array.from({ length: 3 }, (_, index) => personAt(1, index)),
      progress: () => undefined,
    },
  );
}

const failing = (rehearsed: Rehearsed): string[] =>
  judgeDrill(rehearsed)
    .checks.filter(({ verdict }) => verdict === 'fail')
    .map(({ id }) => id);

const isPaper = (resource: Resource): resource is Observation =>
  resource.resourceType === 'Observation' && (resource.identifier?.[0]?.value ?? '').includes('papper-2');
const paperBecomes = (change: (paper: Observation) => Resource | undefined): Wrong => ({
  habits: { keeps: (resource) => (isPaper(resource) ? change(resource) : resource) },
});

describe('a downtime', () => {
  it.each(['planerat-stopp', 'natet-borta', 'inloggningen-borta'])(
    '%s holds on a system that behaves',
    async (name) => {
      const rehearsed = await drilled({ ...loadDrill(name), patients: 3 });
      const { verdict, checks } = judgeDrill(rehearsed);
      expect(checks.filter((check) => check.verdict !== 'pass')).toEqual([]);
      expect(verdict).toBe('pass');
      expect(rehearsed.papers).toHaveLength(6);
      expect(rehearsed.papers.filter(({ isVoid }) => isVoid)).toHaveLength(1);
      expect(rehearsed.tried.filter(({ when, told }) => when === 'down' && told === 'accepted')).toEqual([]);
      expect(drillPage(rehearsed, judgeDrill(rehearsed), 'litet')).not.toMatch(/(src|href)="http/);
    },
  );

  it.each([
    ['a form that is acknowledged and not kept', paperBecomes(() => undefined), ['nothing-lost']],
    [
      'the hour of entry in place of the hour on the paper',
      paperBecomes((paper) => ({ ...paper, effectiveDateTime: '2026-11-30T23:00:00Z' })),
      ['as-on-paper'],
    ],
    [
      'another value',
      paperBecomes((paper) => ({ ...paper, valueQuantity: { value: 375 } })),
      ['as-on-paper'],
    ],
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
  ] as const)('is red where it must be: %s', async (_what, wrong, ids) => {
    expect(failing(await drilled({}, wrong))).toEqual(ids);
  });

  it('is red when the list is too old, or the system is not back in time', async () => {
    const rehearsed = await drilled({ warning: 120 });
    expect(failing(rehearsed)).toEqual(['list-age']);
    const { recoveredAt: _, ...never } = await drilled();
    expect(failing(never)).toEqual(['recovery-time']);
  });

  it('is red when the list lacks somebody, and when a form was entered nowhere', async () => {
    const rehearsed = await drilled();
    const short = { ...rehearsed, list: { ...rehearsed.list, lines: rehearsed.list.lines.slice(1) } };
    expect(failing(short)).toEqual(['list-whole']);
    const forgotten = new Map([...rehearsed.entered].slice(1));
    expect(failing({ ...rehearsed, entered: forgotten })).toEqual(['paper-adds-up']);
  });

  it('is red when something that was refused or made void is there all the same', async () => {
    const rehearsed = await drilled();
    const refused = rehearsed.tried.find(({ told }) => told === 'refused');
    const found = new Map(rehearsed.found).set(refused?.number ?? '', refused === undefined ? [] : [refused]);
    expect(failing({ ...rehearsed, found })).toEqual(['nothing-uninvited']);
  });

  it('is not green when the system does not tell what stands there', async () => {
    const rehearsed = await drilled();
    const silent = new Map([...rehearsed.found].map(([number]) => [number, undefined] as const));
    expect(
      judgeDrill({ ...rehearsed, found: silent }).checks.find(({ id }) => id === 'nothing-lost')?.verdict,
    ).toBe('unknown');
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
    const rehearsed = await drilled({ warning: 0 }, { client: lossy, leaks: 'system' });
    expect(rehearsed.tried.filter(({ when, told }) => when === 'edge' && told === 'unknown')).toHaveLength(3);
    expect(failing(rehearsed)).toEqual(['refused-visibly']);
  });
});

it('a drill with a mistake is refused with file and line', () => {
  expect(() => loadDrill('planerat')).toThrow('planerat-stopp');
});
