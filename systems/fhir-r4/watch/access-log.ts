import type { AuditEvent } from '@medplum/fhirtypes';
import type { Accessed } from '../../../domain/fact.ts';
import { SECOND } from '../../../domain/time.ts';
import type { ExchangeRequest } from '../exchange.ts';
import { localReference } from '../url.ts';
import { bodyOf, isNo } from './probes/probe.ts';
import { accountOf, drawn, keepsLog, type Surroundings, searches, seenBy } from './surroundings.ts';

/** Of how many patients the system's log is read: as many as show a fault in one access of a hundred, and time allows. */
const PATIENTS = 40;

/** What the system's own log says of those who opened some patients' records. */
export async function readAccessLog(at: Surroundings): Promise<void> {
  if (!keepsLog(at)) {
    at.facts.push({
      fact: 'unwatched',
      aspect: 'audit',
      reason: 'Systemet säger inte att det själv för logg över vem som öppnar journaler.',
    });
    return;
  }
  await refuseSome(at);
  const draws = drawn(at, 'audit', 'patients');
  const chosen = at.ledger.people
    .map((person) => ({ person, at: draws.next() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, PATIENTS);
  // What is done while the log is read cannot stand in it.
  const until = at.now();
  const watched = new Set<string>();
  for (const { person } of chosen) {
    const address = `AuditEvent?patient=${encodeURIComponent(person.reference)}&_count=500`;
    const fetched = await seenBy(at, at.accounts.registry, address, 'GET AuditEvent?patient');
    if (fetched?.status !== 200 || fetched.doubt !== undefined) continue;
    watched.add(person.patient.key);
    for (const each of fetched.resources) {
      if (each.resourceType === 'AuditEvent') tell(at, each, person.patient.key, person.reference);
    }
  }
  for (const access of at.ledger.accesses) {
    if (access.at <= until && watched.has(access.patient)) at.facts.push(access);
  }
}

/** What was refused is in the log as well, as refused, whatever was tried and whether or not it names a patient. */
async function refuseSome(at: Surroundings): Promise<void> {
  const [person] = at.ledger.people;
  const account = person && accountOf(at, { role: 'care-manager', unit: 'municipality' }, person);
  if (person === undefined || account === undefined || !searches(at, 'AuditEvent', 'date')) return;
  const write = at.ledger.writes.find(
    ({ what, interaction }) => what === 'Observation' && interaction === 'made',
  );
  const patient = encodeURIComponent(person.reference);
  const attempts: readonly (readonly [Accessed['action'], string, ExchangeRequest])[] = [
    [
      'E',
      'nekad sökning',
      { method: 'GET', address: `Observation?patient=${patient}`, name: 'GET Observation?patient' },
    ],
    ...(write === undefined
      ? []
      : ([
          ['R', 'nekad läsning', { method: 'GET', address: write.id, name: 'GET Observation/:id' }],
          [
            'C',
            'nekad skrivning',
            {
              method: 'POST',
              address: 'Observation',
              name: 'POST Observation',
              body: bodyOf(write, 'refused'),
            },
          ],
        ] as const)),
  ];
  const from = new Date(at.now() + at.clockAhead - SECOND).toISOString();
  const refused: Accessed[] = [];
  for (const [action, what, request] of attempts) {
    const response = await at.exchange(account, request);
    if (isNo(response) !== true) continue;
    refused.push({
      fact: 'accessed',
      account,
      action,
      patient: person.patient.key,
      what,
      at: at.now(),
      refused: true,
    });
  }
  const since = `AuditEvent?date=ge${encodeURIComponent(from)}&_count=200`;
  const fetched = await seenBy(at, at.accounts.registry, since, 'GET AuditEvent?date');
  if (fetched?.status !== 200) return;
  at.facts.push(...refused);
  for (const access of refused) {
    const entry = fetched.resources.find(
      (each): each is AuditEvent =>
        each.resourceType === 'AuditEvent' &&
        each.action === access.action &&
        isRefused(each) &&
        agentOf(each) === account,
    );
    if (entry !== undefined) at.facts.push({ ...access, fact: 'logged', who: whoIn(entry) });
  }
}

const isRefused = ({ outcome = '0' }: AuditEvent): boolean => outcome !== '0';

const agentOf = ({ agent: [agent] }: AuditEvent): string =>
  agent?.altId ?? agent?.who?.identifier?.value ?? agent?.name ?? '';

/** All that an entry says of who it was. */
const whoIn = ({ agent: [agent] }: AuditEvent): string[] =>
  [agent?.altId, agent?.who?.identifier?.value, agent?.who?.reference, agent?.name].filter(
    (each) => each !== undefined,
  );

function tell(at: Surroundings, event: AuditEvent, patient: string, reference: string): void {
  const entities = (event.entity ?? []).map(({ what, description }) =>
    what?.reference === undefined ? (description ?? '') : localReference(what.reference),
  );
  const what = entities.find((each) => each !== reference) ?? reference;
  at.facts.push({
    fact: 'logged',
    account: agentOf(event),
    action: event.action ?? '',
    patient,
    what: entities[0] === reference && event.action !== 'E' ? reference : what,
    at: Date.parse(event.recorded),
    who: whoIn(event),
    ...(isRefused(event) ? { refused: true as const } : {}),
  });
}
