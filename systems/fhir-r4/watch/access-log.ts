import type { AuditEvent } from '@medplum/fhirtypes';
import { SECOND } from '../../../domain/time.ts';
import { localReference } from '../url.ts';
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
  await refuseOne(at);
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

/** What was refused is in the log as well, though it names no patient. */
async function refuseOne(at: Surroundings): Promise<void> {
  const [person] = at.ledger.people;
  const account = person && accountOf(at, { role: 'care-manager', unit: 'municipality' }, person);
  if (person === undefined || account === undefined || !searches(at, 'AuditEvent', 'date')) return;
  const from = new Date(at.now() + at.clockAhead - SECOND).toISOString();
  const address = `Observation?patient=${encodeURIComponent(person.reference)}`;
  const refused = await seenBy(at, account, address, 'GET Observation?patient');
  if (refused === undefined || (refused.status !== 401 && refused.status !== 403)) return;
  const since = `AuditEvent?date=ge${encodeURIComponent(from)}&_count=200`;
  const fetched = await seenBy(at, at.accounts.registry, since, 'GET AuditEvent?date');
  if (fetched?.status !== 200) return;
  const told = {
    account,
    action: 'E',
    patient: person.patient.key,
    what: 'nekad sökning',
    at: at.now(),
  } as const;
  at.facts.push({ fact: 'accessed', ...told });
  const isThere = fetched.resources.some(
    (each) => each.resourceType === 'AuditEvent' && each.outcome !== '0' && agentOf(each) === account,
  );
  if (isThere) at.facts.push({ fact: 'logged', ...told });
}

const agentOf = ({ agent: [agent] }: AuditEvent): string =>
  agent?.altId ?? agent?.who?.identifier?.value ?? agent?.name ?? '';

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
  });
}
