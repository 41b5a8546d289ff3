import { describe, expect, it } from 'vitest';
import type { Fact } from '../domain/fact.ts';
import { HOUR, MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import { monitoredIn } from './index.ts';
import {
  ANSWER,
  accessed,
  acted,
  answered,
  CLEAN,
  held,
  INBOX,
  logged,
  looked,
  MESSAGE,
  MOMENT,
  named,
  ORDER,
  RECORD,
  tried,
  VITALS,
  WORKLIST,
} from './testing/facts.ts';

/** What every monitor found that does not merely follow from what another found. */
const findingsIn = async (facts: readonly Fact[]) =>
  (await monitoredIn(facts)).flatMap(({ monitor, findings }) =>
    findings
      .filter(({ follows }) => follows === undefined)
      .map(({ component, kind }) => [monitor, component, ...(kind === undefined ? [] : [kind])].join(' ')),
  );

/** The clean run with some of its facts gone or others in their place. */
const but = (gone: readonly Fact[], ...instead: readonly Fact[]): Fact[] => [
  ...CLEAN.filter((fact) => !gone.includes(fact)),
  ...instead,
];
const inRecord = (id: string): Fact[] => RECORD.filter((each) => each.id === id);

const SPECIMEN = acted({
  ...{
    what: 'Specimen',
    id: 'Specimen/50',
    kind: 'collect-specimen',
    token: 'run.f-0050.1',
    patient: 'p-50',
  },
  component: 'laboratory',
});

/** Things that go wrong, each with the monitors that must see it, and in which part of the system. */
const WRONG: readonly (readonly [what: string, facts: readonly Fact[], seen: readonly string[]])[] = [
  [
    'measurements stand in another’s chart',
    but(inRecord('Observation/1'), held(VITALS, { about: 'stranger' })),
    ['own-chart api record-vitals'],
  ],
  [
    'a copy carries the mark into another’s chart',
    but([], held(VITALS, { id: 'Observation/8', about: 'stranger' })),
    ['own-chart api record-vitals'],
  ],
  [
    'a copy without a mark is in another’s chart',
    but([], held(VITALS, { id: 'Observation/8', about: 'stranger', tokens: [] })),
    ['exact-copy api record-vitals'],
  ],
  [
    'a task of an order is about somebody else',
    but([WORKLIST], { ...WORKLIST, about: 'stranger' }),
    ['own-chart api order-test'],
  ],
  [
    'somebody else is named as the one who ordered',
    but(inRecord(ORDER.id), held(ORDER, { author: 'SE-OTHER' }), ...again(ORDER, 2)),
    ['author api order-test'],
  ],
  [
    'nobody is named as the one who measured',
    but(inRecord(VITALS.id), held(VITALS, { author: undefined })),
    ['author api record-vitals'],
  ],
  [
    'a label has somebody else’s number',
    but([], named({ faults: ['personnumret är ett annat'] })),
    ['named page'],
  ],
  [
    'a protected name can be read',
    but([], named({ shielded: true, surface: 'chart', faults: ['efternamnet går att läsa'] })),
    ['shielded access'],
  ],
  [
    'what was acknowledged is not there',
    but(
      [
        ...CLEAN.filter((fact) => fact.fact === 'looked' && fact.view === 'everything'),
        ...inRecord(VITALS.id),
      ],
      looked({ view: 'everything', shown: [], due: [{ id: VITALS.id, digest: '' }] }),
    ),
    ['nothing-lost api record-vitals'],
  ],
  [
    'one note twice in the same chart',
    but([], held(VITALS, { id: 'Observation/8' })),
    ['no-doubles api record-vitals'],
  ],
  [
    'one note twice in the same chart, the second without a mark',
    but([], held(VITALS, { id: 'Observation/8', tokens: [] })),
    ['no-doubles api record-vitals'],
  ],
  [
    'a reader of a chart is shown another’s measurements',
    but([], looked({ others: ['Observation/77'] })),
    ['only-own api'],
  ],
  [
    'a patient’s own record holds another’s',
    but([], looked({ role: 'patient', reader: 'self', others: ['Observation/77'] })),
    ['only-own access'],
  ],
  [
    'a specimen is tied to another’s order',
    but([], SPECIMEN, held(SPECIMEN, { links: [ORDER.id] })),
    ['own-links laboratory collect-specimen'],
  ],
  [
    'a change goes back by itself',
    but(
      inRecord(VITALS.id),
      acted({
        interaction: 'changed',
        token: 'run.f-0001.5',
        at: VITALS.at + 10,
        content: { status: 'amended' },
      }),
      held(VITALS, { version: '3', tokens: [VITALS.token, 'run.f-0001.5'] }),
    ),
    ['stays-changed api record-vitals'],
  ],
  [
    'a message is addressed to another than it was sent to',
    but(
      inRecord(MESSAGE.id),
      held(MESSAGE, { owners: ['Organization/other'], content: { ...MESSAGE.content, received: MOMENT } }),
    ),
    ['delivered message send-message'],
  ],
  [
    'a message waits for days in an inbox that nobody minds',
    but([...inRecord(MESSAGE.id), INBOX], held(MESSAGE), {
      ...INBOX,
      content: { ...INBOX.content, status: 'requested' },
      seenAt: INBOX.seenAt + 25 * HOUR,
    }),
    ['manned message send-message'],
  ],
  ['two patients are in one bed', but([], ...stay('p-1', 1), ...stay('p-2', 2)), ['one-bed api admit']],
  [
    'something of another stands in one of many notes',
    but([], ...again(VITALS, 8), ...carriedOver()),
    ['nothing-added api record-vitals'],
  ],
  [
    'an order stands twice on the worklist',
    but([], { ...WORKLIST, id: 'Task/7' }),
    ['one-follow-up api order-test'],
  ],
  [
    'something stands in the chart that nobody wrote',
    but([], held(VITALS, { what: 'Consent', id: 'Consent/8', tokens: [], content: { status: 'active' } })),
    ['nothing-unasked api'],
  ],
  [
    'an order comes to the worklist ten seconds late',
    but([WORKLIST], { ...WORKLIST, updatedAt: ORDER.at + 10 * SECOND }),
    ['follows-soon api order-test'],
  ],
  [
    'an order is answered twice',
    but([], held(ANSWER, { id: 'DiagnosticReport/8', links: [ORDER.id, 'Observation/10'] })),
    ['no-doubles laboratory answer-order'],
  ],
  [
    'an order is on the wrong laboratory’s list',
    but([WORKLIST], { ...WORKLIST, owners: ['Organization/other'] }),
    ['delivered laboratory order-test'],
  ],
  [
    'one of many messages never came to its receiver',
    but([], ...sentTo(undefined), ...sentTo('Organization/kommun')),
    ['delivered message send-message'],
  ],
  [
    'an answered order is left on the worklist',
    but([WORKLIST], { ...WORKLIST, content: { ...WORKLIST.content, status: 'requested' } }),
    ['done-with laboratory order-test'],
  ],
  [
    'a list is cut short',
    but([], looked({ view: 'list', due: RECORD.map(({ id }) => ({ id, digest: 'as written' })) })),
    ['lists laboratory answer-order'],
  ],
  [
    'a message that nobody took stands as received',
    but([INBOX], { ...INBOX, content: { ...INBOX.content, status: 'requested' } }),
    ['receipt message send-message'],
  ],
  [
    'words fall out of an answer',
    but(
      inRecord(ANSWER.id),
      held(ANSWER, {
        links: ['ServiceRequest/2', 'Observation/9'],
        content: { ...ANSWER.content, 'said[0].valueString': 'Växt.' },
      }),
    ),
    ['as-written laboratory answer-order'],
  ],
  [
    'rows are left out',
    but(inRecord(VITALS.id), held(VITALS, { content: { ...VITALS.content, 'component.length': '6' } })),
    ['as-written api record-vitals'],
  ],
  [
    'the time of a measurement is an hour off',
    but(
      inRecord(VITALS.id),
      held(VITALS, { content: { ...VITALS.content, effectiveDateTime: '2026-11-23T09:00:00.123Z' } }),
    ),
    ['as-told time record-vitals'],
  ],
  [
    'a change is gone',
    but([], acted({ interaction: 'changed', token: 'run.f-0001.5', at: VITALS.at + 10 })),
    ['versions api record-vitals'],
  ],
  [
    'something is said to be written an hour before it was sent',
    but(inRecord(VITALS.id), held(VITALS, { updatedAt: VITALS.at - 60 * MINUTE })),
    ['in-time time record-vitals'],
  ],
  [
    'one role sees another dose',
    but(
      [],
      looked({ shown: [{ id: VITALS.id, digest: 'other' }], due: [{ id: VITALS.id, digest: 'as written' }] }),
    ),
    ['views api record-vitals'],
  ],
  [
    'the patient does not see the own record',
    but([], looked({ role: 'patient', shown: [] })),
    ['patients-view api record-vitals'],
  ],
  ['a list comes in another order', but([], looked({ inOrder: false })), ['order api']],
  ['a nurse can prescribe', but([], tried({ outcome: 'otherwise' })), ['refused access']],
  [
    'who may read is told no',
    but([], looked({ shown: [], refused: '403', due: [{ id: VITALS.id, digest: '' }] })),
    ['let-in access record-vitals'],
  ],
  [
    'who may read is told no about nothing',
    but([], looked({ shown: [], refused: '403', due: [] })),
    ['let-in access'],
  ],
  [
    'a unit is told no of its own list',
    but([], looked({ view: 'list', shown: [], refused: '403', due: [] })),
    ['let-in access'],
  ],
  [
    'a search from the day after all shows what is older',
    but([], looked({ due: [], shown: [{ id: VITALS.id, digest: '' }] })),
    ['views api record-vitals'],
  ],
  [
    'what was there when the flow ended is gone a while after the day has ended',
    but(
      [],
      looked({ view: 'everything', round: 'day-end', shown: [], due: [{ id: VITALS.id, digest: '' }] }),
    ),
    ['nothing-lost api record-vitals'],
  ],
  [
    'somebody sees what is not theirs to see',
    but([], looked({ entitled: false, shown: [{ id: VITALS.id, digest: '' }] })),
    ['unseen access record-vitals'],
  ],
  ['an access is not in the log', but([], accessed({ account: 'physician.ward.day' })), ['logged access']],
  [
    'an access is in the log at another time',
    but(
      CLEAN.filter(({ fact }) => fact === 'logged'),
      logged({ at: VITALS.at - 60 * MINUTE }),
    ),
    ['logged time'],
  ],
  [
    'a refusal is in the log as something that was done',
    but(
      [],
      accessed({ action: 'E', what: 'Observation', refused: true }),
      logged({ action: 'E', what: 'Observation' }),
    ),
    ['logged access'],
  ],
  [
    'an entry of the log lacks who of the staff it was',
    but([], logged({ who: ['nurse.ward.day', 'Sjuksköterska 3'] })),
    ['log-tells-who access'],
  ],
  [
    'no entry of the account has the number that it signs with, though others’ have theirs',
    but(
      [],
      accessed({ account: 'physician.ward.day' }),
      logged({ account: 'physician.ward.day', who: ['physician.ward.day'] }),
    ),
    ['log-tells-who access'],
  ],
  [
    'a change from an old version is accepted',
    but([], tried({ about: 'two-at-once', outcome: 'otherwise' })),
    ['two-at-once api'],
  ],
  ['nobody is found', but([], tried({ about: 'decoy', outcome: 'otherwise' })), ['no-for-nobody api']],
  ['the system is down', but([], answered({ status: 503 })), ['answered load']],
  ['the system does not answer', but([], answered({ status: 'none' })), ['answered load']],
  [
    'an answer takes six seconds while others come at once',
    but([], answered({ took: 6 * SECOND, at: VITALS.at }), ...othersMeanwhile(0.45 * SECOND)),
    ['answered load'],
  ],
  ['an answer takes ten seconds', but([], answered({ took: 10 * SECOND })), ['answered load']],
];

/** More of what an account has written, as it always does. */
function again(act: typeof ORDER, times: number): Fact[] {
  return Array.from({ length: times }, (_, n) => {
    const other = acted({
      ...act,
      id: `${act.what}/9${n}`,
      token: `run.f-000${n + 2}.1`,
      patient: `p-${n + 2}`,
      receivers: [],
    });
    return [other, held(other)];
  }).flat();
}

/** A dozen others that are answered at once before, so far apart. */
function othersMeanwhile(apart: Milliseconds): Fact[] {
  return Array.from({ length: 12 }, (_, n) => answered({ at: VITALS.at - apart * (n + 1) }));
}

/** A stay in the first bed. */
function stay(patient: string, n: number): Fact[] {
  const content = { status: 'in-progress', 'location[0].location.reference': 'Location/1' };
  const of = { what: 'Encounter', id: `Encounter/${n}`, kind: 'admit', token: `run.s-${n}.1`, patient };
  const admitted = acted({ ...of, content: { status: 'in-progress' } });
  return [admitted, held(admitted, { content })];
}

/** Measurements with a word that nobody wrote. */
function carriedOver(): Fact[] {
  const other = acted({ id: 'Observation/70', token: 'run.f-0070.1', patient: 'p-70' });
  return [other, held(other, { content: { ...other.content, 'interpretation[0].text': 'Hög' } })];
}

/** Another message, and the entry of the inbox that it came to. */
function sentTo(owner: string | undefined): Fact[] {
  const n = owner === undefined ? 20 : 21;
  const sent = acted({
    ...MESSAGE,
    id: `Communication/${n}`,
    token: `run.f-00${n}.1`,
    patient: `p-${n}`,
    content: { status: 'completed' },
  });
  const entry = { ...INBOX, id: `Task/${n}`, about: sent.patient, links: [sent.id], owners: [owner ?? ''] };
  return [sent, held(sent), ...(owner === undefined ? [] : [{ ...entry, content: { status: 'requested' } }])];
}

describe('a clean run', () => {
  it('is silent', async () => {
    expect(await findingsIn(CLEAN)).toEqual([]);
  });

  it('has something to look at for every monitor', async () => {
    const idle = (await monitoredIn(CLEAN)).filter(({ verdict }) => verdict !== 'pass');
    expect(idle.map(({ monitor }) => monitor)).toEqual([]);
  });
});

describe('what goes wrong is seen by its own monitor, in its part of the system', () => {
  it.each(WRONG)('%s', async (_, facts, seen) => {
    expect(await findingsIn(facts)).toEqual(seen);
  });

  it('every monitor is shown failing', async () => {
    const failing = new Set(WRONG.flatMap(([, , seen]) => seen.map((each) => each.split(' ')[0])));
    const all = (await monitoredIn(CLEAN)).map(({ monitor }) => monitor);
    expect(all.filter((monitor) => !failing.has(monitor))).toEqual([]);
  });
});

describe('what a monitor says of a run', () => {
  it('tells equal causes once, with how often and one example', async () => {
    const slow = Array.from({ length: 40 }, () => answered({ took: 12 * SECOND }));
    const told = (await monitoredIn([...CLEAN, ...slow])).find(({ monitor }) => monitor === 'answered');
    expect(told?.findings).toMatchObject([{ count: 40, cause: 'slow' }]);
  });

  it('tells what follows from another finding about the same thing as that, and not as a fault of its own', async () => {
    const content = { ...VITALS.content, status: 'preliminary' };
    const moved = held(VITALS, { about: 'stranger', content });
    const told = await monitoredIn(but(inRecord(VITALS.id), moved));
    expect(told.find(({ monitor }) => monitor === 'own-chart')?.verdict).toBe('fail');
    expect(told.find(({ monitor }) => monitor === 'as-written')).toMatchObject({
      verdict: 'unknown',
      findings: [{ follows: 'own-chart', count: 1 }],
    });
    const elsewhere = acted({ id: 'Observation/80', token: 'run.f-0080.1' });
    const both = await monitoredIn([
      ...but(inRecord(VITALS.id), moved),
      elsewhere,
      held(elsewhere, { content }),
    ]);
    expect(both.find(({ monitor }) => monitor === 'as-written')).toMatchObject({
      verdict: 'fail',
      findings: [{ instance: 'f-0001', step: 0 }, { follows: 'own-chart' }],
    });
  });

  it('does not call slow what waited while everybody waited', async () => {
    const busy = answered({ took: 6 * SECOND, at: VITALS.at });
    // What was asked when the machine went on was answered at once.
    expect(await findingsIn([...CLEAN, busy, busy, ...othersMeanwhile(0.05 * SECOND)])).toEqual([]);
  });

  it('does not call slow what a machine with too many programs made slow, in proportion', async () => {
    const took = (seconds: number, programsPerCore: number): Fact =>
      answered({ took: seconds * SECOND, at: VITALS.at, programsPerCore });
    const others = othersMeanwhile(0.45 * SECOND);
    expect(await findingsIn([...CLEAN, took(6, 6), took(17, 6), ...others])).toEqual(['answered load']);
    expect(await findingsIn([...CLEAN, took(6, 6), ...others])).toEqual([]);
    expect(await findingsIn([...CLEAN, took(6, 2), ...others])).toEqual(['answered load']);
  });

  it('does not take what somebody wrote of an order for its delivery, as a label for the tube', async () => {
    const label = acted({
      ...{ what: 'Task', id: 'Task/9', kind: 'print-label', token: 'run.f-0001.9', content: {} },
    });
    const delivered = async (...facts: readonly Fact[]): Promise<readonly string[]> =>
      (await findingsIn([...CLEAN, ...facts])).filter((finding) => finding.startsWith('delivered'));
    const atWard = { owners: ['Organization/ward'], links: [ORDER.id] };
    expect(await delivered(label, held(label, atWard))).toEqual([]);
    const strayed = held(label, { id: 'Task/8', tokens: [], ...atWard });
    expect(await delivered(label, held(label, atWard), strayed)).toEqual(['delivered laboratory order-test']);
  });

  it('takes what bears no mark for a person’s where people work, and a mark in another’s chart for what it is', async () => {
    const byHand: Fact = { fact: 'by-hand', patient: VITALS.patient };
    const unmarked = { tokens: [], content: { status: 'active' } };
    const consent = held(VITALS, { what: 'Consent', id: 'Consent/8', ...unmarked });
    const again = held(VITALS, { id: 'Observation/8', tokens: [] });
    expect(await findingsIn([...CLEAN, consent, again])).not.toEqual([]);
    expect(await findingsIn([...CLEAN, byHand, consent, again])).toEqual([]);
    const strayed = held(VITALS, { id: 'Observation/8', about: 'stranger' });
    expect(await findingsIn([...CLEAN, byHand, strayed])).toEqual(['own-chart api record-vitals']);
  });

  it('names the step that wrote it', async () => {
    const moved = but(inRecord(VITALS.id), held(VITALS, { about: 'stranger' }));
    const told = (await monitoredIn(moved)).find(({ monitor }) => monitor === 'own-chart');
    expect(told?.findings).toMatchObject([{ instance: 'f-0001', step: 0 }]);
  });

  it('is not exercised where nothing happened that it is about', async () => {
    const told = await monitoredIn([VITALS]);
    expect(told.find(({ monitor }) => monitor === 'refused')?.verdict).toBe('not-exercised');
  });

  it('is not covered, in words, where it cannot look', async () => {
    const reason = 'Systemet skiljer inte på vilka som läser.';
    const told = await monitoredIn([VITALS, { fact: 'unwatched', aspect: 'authority', reason }]);
    expect(told.find(({ monitor }) => monitor === 'refused')).toMatchObject({
      verdict: 'not-covered',
      reason,
    });
  });

  it('is nothing where nobody watched', async () => {
    expect(await monitoredIn([])).toEqual([]);
  });
});
