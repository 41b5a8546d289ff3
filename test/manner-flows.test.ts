import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import type { CareFlow } from '../domain/care-flow.ts';
import type { Timekeeper } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { compileFlows } from '../flows/compile.ts';
import { loadSteps } from '../flows/steps.ts';
import { type DrawPatient, drawPatients } from '../generators/people/draw-patient.ts';
import type { RunningReference } from '../reference/server.ts';
import { startTestReference } from '../reference/testing/reference-client.ts';
import type { Readiness } from '../reports/readiness.ts';
import type { Habits, Manner } from '../systems/fhir-r4/testing/manner.ts';
import { startMannerProxy } from '../systems/fhir-r4/testing/manner-proxy.ts';
import { MANNERS, mannerOf } from '../systems/fhir-r4/testing/manners.ts';
import { profileOf, rehearse } from './rehearsal.ts';

/**
 * Whole flows, over the interpreter that plays a day, against the reference environment as it would be met with other
 * manners: what a right server may do turns nothing red, and what a wrong one does is never green.
 */

/** How each flow's name begins. */
const FLOWS = {
  troponin: 'akutsjukvard/brostsmarta#troponin',
  sepsis: 'akutsjukvard/sepsislarm#hog-news2',
  alarm: 'akutsjukvard/sepsislarm#sju-poang',
  'no alarm': 'akutsjukvard/sepsislarm#lag-news2-ger-inget-larm-vila',
  shielded: 'akutsjukvard/skyddad-identitet#',
  culture: 'laboratorium/kritiskt-provsvar#svaret-nar-fram-ord-for-ord-och-kvitteras-nekande',
  telephone: 'primarvard/telefonrad-prov-och-1177#',
  municipality: 'samverkan/utskrivning-med-kommunala-insatser#kommunen',
  'no consent': 'samverkan/utskrivning-med-kommunala-insatser#utan-samtycke',
  ward: 'slutenvard/avdelningsdygn#',
  penicillin: 'slutenvard/lakemedel-och-allergi#',
} as const;
type FlowName = keyof typeof FLOWS;
const ALL = Object.keys(FLOWS) as FlowName[];

/** What one test needs beside the table of manners. */
const habit = (does: string, habits: Habits): Manner => ({
  ...{ name: does, is: 'wrong', concerns: 'writing', source: 'the test' },
  does,
  of: () => habits,
});

const isPost =
  (type: string) =>
  ({ method, url }: { readonly method: string; readonly url: string }): boolean =>
    method === 'POST' && url.endsWith(`/${type}`);

const refusing = (type: string, status: number, code: 'code-invalid' | 'throttled', text: string): Manner =>
  habit(`answers ${status} to each new ${type}`, {
    instead: (request) =>
      isPost(type)(request)
        ? {
            status,
            json: {
              resourceType: 'OperationOutcome',
              issue: [{ severity: 'error', code, details: { text } }],
            },
          }
        : undefined,
  });

/** The request never came to anything, or its answer never came back. */
const losing = (what: 'request' | 'answer', type: string): Manner =>
  habit(
    `loses the ${what} of each new ${type}`,
    what === 'request'
      ? { instead: (request) => (isPost(type)(request) ? 'hang-up' : undefined) }
      : { says: (reply, request) => (isPost(type)(request) ? 'hang-up' : reply) },
  );

/** Answers that were taken back are in the server still, and only a search that is heeded leaves them out. */
const withWithdrawn = (type: string): Manner =>
  habit(`keeps what was taken back, as another ${type}`, {
    lists: (page, { url }) =>
      new URL(url, 'http://x').pathname.endsWith(`/${type}`)
        ? {
            ...page,
            entry: page.entry?.flatMap((entry) => [
              entry,
              {
                ...entry,
                resource: entry.resource && {
                  ...entry.resource,
                  ...{ id: `${entry.resource.id}-withdrawn`, status: 'entered-in-error' },
                },
              } as typeof entry,
            ]),
            total: page.total === undefined ? undefined : 2 * page.total,
          }
        : page,
  });

interface NeverGreen {
  readonly manners: readonly (string | Manner)[];
  /** In the environment with faults: what must be found behind the manner. */
  readonly faulty?: true;
  readonly flows: readonly FlowName[];
  readonly verdict: Exclude<Verdict, 'pass'>;
  /** What the step that tells it says. */
  readonly reason: RegExp;
}

const NEVER_GREEN: readonly NeverGreen[] = [
  {
    manners: ['429-no-hurry'],
    ...{ flows: ['telephone'], verdict: 'unknown', reason: /igen om 10 h; så länge kan steget inte vänta/ },
  },
  {
    manners: ['next-elsewhere'],
    ...{ faulty: true, flows: ['troponin'], verdict: 'unknown', reason: /hänvisar till en annan värd/ },
  },
  {
    manners: ['next-gone'],
    ...{ faulty: true, flows: ['troponin'], verdict: 'unknown', reason: /nästa sida inte att hämta \(410\)/ },
  },
  ...(
    [
      ['outcome-error', /inte är hel: ”En källa svarade inte\.”/],
      ['outcome-incomplete', /inte är hel: ”Sökningen avbröts/],
      ['truncated', /räknade systemet till \d träffar men gav 0/],
      ['partial-content', /bara en del av listan \(206\)/],
      ['self-narrower', /snävare än det ombads \(på _lastUpdated\)/],
    ] as const
  ).map(
    ([manner, reason]): NeverGreen => ({
      manners: [manner],
      flows: [
        'troponin',
        'alarm',
        'no alarm',
        'shielded',
        'municipality',
        'no consent',
        'ward',
        'penicillin',
      ],
      ...{ verdict: 'unknown', reason },
    }),
  ),
  {
    manners: ['subsetted'],
    flows: ['troponin', 'sepsis', 'shielded', 'culture', 'ward', 'penicillin'],
    ...{ verdict: 'unknown', reason: /bara delar av det som hittades \(SUBSETTED\)/ },
  },
  {
    manners: ['self-untold'],
    flows: ['troponin', 'sepsis', 'no alarm', 'shielded', 'culture', 'no consent', 'ward', 'penicillin'],
    ...{ verdict: 'unknown', reason: /talade systemet inte om vad det sökte på/ },
  },
  {
    manners: ['status-dropped'],
    flows: ['troponin', 'shielded', 'culture', 'penicillin'],
    ...{ verdict: 'unknown', reason: /sökte systemet inte på status/ },
  },
  {
    manners: ['status-ignored', withWithdrawn('DiagnosticReport')],
    ...{ flows: ['troponin', 'culture'], verdict: 'unknown', reason: /inte är vad som söktes på status/ },
  },
  {
    manners: ['references-ignored'],
    flows: ['troponin', 'alarm', 'no alarm', 'culture', 'municipality', 'penicillin'],
    ...{ verdict: 'fail', reason: /handlar om en annan patient/ },
  },
  ...['tag-not-searched', 'tag-ignored'].map(
    (manner): NeverGreen => ({
      manners: [manner, losing('request', 'Encounter')],
      ...{ flows: ['troponin', 'ward'], verdict: 'unknown', reason: /inte att veta om .* sparades/ },
    }),
  ),
  {
    manners: ['tag-ignored-everywhere'],
    ...{ flows: ['telephone', 'ward'], verdict: 'fail', reason: /handlar om en annan patient/ },
  },
  {
    manners: ['identifier-ignored'],
    ...{
      flows: ['telephone', 'penicillin'],
      verdict: 'error',
      reason: /men det är något annat än det som skulle sparas/,
    },
  },
  ...['put-not-done', 'put-echoed'].map(
    (manner): NeverGreen => ({
      manners: [manner],
      flows: ['troponin', 'shielded', 'municipality', 'ward'],
      ...{ verdict: 'fail', reason: /svarade systemet ja, men ändringen står inte i/ },
    }),
  ),
  {
    manners: ['create-not-done'],
    flows: ALL,
    ...{ verdict: 'fail', reason: /svarade systemet ja, men \w+\/0 finns inte/ },
  },
  {
    manners: ['no-with-200'],
    ...{
      flows: ALL,
      verdict: 'error',
      reason: /svarade systemet ja \(200\), men säger samtidigt att det gick fel/,
    },
  },
  {
    manners: ['refuses-everything-busy'],
    ...{ flows: ['telephone', 'no consent'], verdict: 'unknown', reason: /upptaget \(429\)/ },
  },
  {
    manners: [refusing('Communication', 429, 'throttled', 'För många meddelanden.')],
    ...{ flows: ['no consent'], verdict: 'unknown', reason: /upptaget \(429\)/ },
  },
  {
    manners: [refusing('Communication', 400, 'code-invalid', 'Okänd kod: discharge-information.')],
    ...{
      flows: ['no consent'],
      verdict: 'fail',
      reason: /visar inte det: skälet är innehåll som systemet inte/,
    },
  },
  {
    manners: [refusing('MedicationRequest', 400, 'code-invalid', 'Okänd kod: penicillin.')],
    ...{
      flows: ['penicillin'],
      verdict: 'fail',
      reason: /visar inte det: skälet är innehåll som systemet inte/,
    },
  },
  {
    manners: ['clock-behind'],
    ...{ faulty: true, flows: ['no consent'], verdict: 'fail', reason: /Det som inte fick synas syntes/ },
  },
];

/** Where a wrong manner does nothing wrong to a flow: what is played shows it, or no flow can. */
const HARMLESS: Readonly<Record<string, string>> = {
  'conditional-ignored': 'people and units are looked for before they are made: played below',
  'delete-hides': 'no flow removes anything: cli/actions/clean-manners.test.ts',
};

let plain: RunningReference;
let faulty: RunningReference;
let flows: readonly CareFlow[];
let draw: DrawPatient;

beforeAll(async () => {
  plain = await startTestReference();
  faulty = await startTestReference(['result-duplicated=1/1', 'consent-ignored=1/1']);
  const compiled = await compileFlows({ root: ROOT, steps: await loadSteps(ROOT) });
  flows = compiled.filter(({ id }) => Object.values(FLOWS).some((name) => id.startsWith(name)));
  draw = drawPatients(1);
  // Everybody else's charts, inboxes and lists are not empty.
  expect(failuresIn(await played('before', { behind: plain, manners: [], names: ALL }))).toEqual([]);
});
afterAll(async () => {
  await plain?.close();
  await faulty?.close();
});

/** How much faster than the wall's this clock goes, so that limits and pauses cost less. */
const HURRY = 4;

function hurryingClock(): Timekeeper {
  const begun = Date.now();
  return {
    now: () => begun + (Date.now() - begun) * HURRY,
    pause: async (milliseconds) => after(milliseconds / HURRY),
  };
}

interface Playing {
  readonly behind: RunningReference;
  readonly manners: readonly (string | Manner)[];
  readonly names: readonly FlowName[];
  /** As in another run of the same people; else nobody plays a part in two. */
  readonly people?: string;
}

async function played(run: string, { behind, manners, names, people }: Playing): Promise<Readiness> {
  const these = manners.map((each) => (typeof each === 'string' ? mannerOf(each) : each));
  const proxy = await startMannerProxy(behind.fhir, these);
  try {
    return await rehearse({
      ...{ run, ...(people === undefined ? {} : { people }) },
      flows: flows.filter(({ id }) => names.some((name) => id.startsWith(FLOWS[name]))),
      profile: { ...profileOf(behind), fhir: proxy.base, ...proxy.profile },
      ...{ clock: hurryingClock(), draw },
    });
  } finally {
    await proxy.close();
  }
}

const failuresIn = (readiness: Readiness): string[] =>
  readiness.flows.flatMap(({ flow, verdict, failures }) =>
    verdict === 'pass' ? [] : [`${flow.id} ${verdict}: ${failures.map(reasonOf).join(' ')}`],
  );

const reasonOf = ({ observed, reason }: Readiness['flows'][number]['failures'][number]): string =>
  `${reason?.sv ?? ''} ${observed ?? ''}`;

const nameOf = (manner: string | Manner): string => (typeof manner === 'string' ? manner : manner.name);

describe('a server that is right', () => {
  const right = MANNERS.filter(({ is }) => is === 'right');
  it.concurrent.each(right)('and $does turns no flow red', async ({ name, concerns }) => {
    // Waiting is all that it costs: a few flows do it often enough.
    const names: readonly FlowName[] = concerns === 'waiting' ? ['municipality', 'no consent'] : ALL;
    const readiness = await played(name, { behind: plain, manners: [name], names });
    expect(failuresIn(readiness)).toEqual([]);
    // Clocks further apart than a minute are for somebody to mend before anything is concluded.
    expect(readiness.outcome).toBe(name.startsWith('clock-') ? 'inconclusive' : 'passed');
  });

  it.concurrent('and whose answers are lost by the line is found to have done what it did', async () => {
    const manners = ['tag-ignored', losing('answer', 'Encounter')];
    const readiness = await played('answers-lost', { behind: plain, manners, names: ['troponin', 'ward'] });
    expect(failuresIn(readiness)).toEqual([]);
  });
});

describe('a server that is not right, or not whole', () => {
  it('is played with every such manner', () => {
    const met = new Set([
      ...NEVER_GREEN.flatMap(({ manners }) => manners.map(nameOf)),
      ...Object.keys(HARMLESS),
    ]);
    const names = MANNERS.filter(({ is }) => is !== 'right').map(({ name }) => name);
    expect(names.filter((name) => !met.has(name))).toEqual([]);
    expect(ALL.filter((flow) => !NEVER_GREEN.some(({ flows }) => flows.includes(flow)))).toEqual([]);
  });

  it.concurrent.each(NEVER_GREEN.map((each) => ({ ...each, name: each.manners.map(nameOf).join(', and ') })))(
    'is never green, and told: $name',
    async ({ name, manners, faulty: isFaulty, flows, verdict, reason }) => {
      const behind = isFaulty === true ? faulty : plain;
      const readiness = await played(name, { behind, manners, names: flows });
      for (const { flow, verdict: came, failures } of readiness.flows) {
        expect([flow.id, came, failures.map(reasonOf).join(' ')]).toEqual([
          flow.id,
          verdict,
          expect.stringMatching(reason),
        ]);
      }
      expect(readiness.outcome).not.toBe('passed');
      const red = readiness.requirements.flatMap(({ requirement, verdict: came }) =>
        came === 'fail' ? [requirement.id] : [],
      );
      for (const { flow } of readiness.flows) {
        if (verdict === 'fail') expect(flow.requirements.some((id) => red.includes(id))).toBe(true);
      }
    },
  );

  it('and only says that it makes conditionally has nobody twice', async () => {
    const made: string[] = [];
    const counted = habit('tells whom it is asked to make', {
      instead: (request) => {
        if (isPost('Patient')(request) || isPost('Organization')(request)) made.push(request.body);
        return undefined;
      },
    });
    const names: readonly FlowName[] = ['troponin', 'municipality', 'ward'];
    for (const run of ['once', 'once-more']) {
      const manners = ['conditional-ignored', counted];
      const readiness = await played(run, { behind: plain, manners, names, people: 'twice' });
      expect(failuresIn(readiness)).toEqual([]);
    }
    expect(made).toHaveLength(names.length);
    expect(new Set(made).size).toBe(names.length);
  });
});
