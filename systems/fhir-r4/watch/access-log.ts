import type { AuditEvent } from '@medplum/fhirtypes';
import { localReference } from '../url.ts';
import { drawn, interacts, type Surroundings, searches, seenBy } from './surroundings.ts';

/** Of how many patients the system's log is read: as many as show a fault in one access of a hundred, and time allows. */
const PATIENTS = 40;

/** What the system's own log says of those who opened some patients' records. */
export async function readAccessLog(at: Surroundings): Promise<void> {
  const logs = interacts(at, 'AuditEvent', 'search-type') && !interacts(at, 'AuditEvent', 'create');
  if (!logs || !searches(at, 'AuditEvent', 'patient') || !at.toldApart) {
    at.facts.push({
      fact: 'unwatched',
      aspect: 'audit',
      reason: 'Systemet säger inte att det själv för logg över vem som öppnar journaler.',
    });
    return;
  }
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

function tell(at: Surroundings, event: AuditEvent, patient: string, reference: string): void {
  const [agent] = event.agent;
  const entities = (event.entity ?? []).map(({ what, description }) =>
    what?.reference === undefined ? (description ?? '') : localReference(what.reference),
  );
  const what = entities.find((each) => each !== reference) ?? reference;
  at.facts.push({
    fact: 'logged',
    account: agent?.altId ?? agent?.who?.identifier?.value ?? agent?.name ?? '',
    action: event.action ?? '',
    patient,
    what: entities[0] === reference && event.action !== 'E' ? reference : what,
    at: Date.parse(event.recorded),
  });
}
