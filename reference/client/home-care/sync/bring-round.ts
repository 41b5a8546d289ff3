import type {
  AllergyIntolerance,
  Appointment,
  DetectedIssue,
  MedicationAdministration,
  MedicationRequest,
  Patient,
  Resource,
  ResourceType,
  Task,
} from '@medplum/fhirtypes';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { tokenOf } from '../../fhir/concepts.ts';
import { type Person, personFrom } from '../../fhir/people.ts';
import type { Visit } from '../kept/round.ts';
import type { Server } from './server.ts';

/** So many patients are asked about at once: the address stays shorter than proxies allow. */
const AT_ONCE = 40;

/** Doses are told of for so long, in milliseconds: two days. Assumption. */
const DOSES_FOR = 2 * 24 * 3_600_000;

/**
 * The round of a unit on one day, as the server has it.
 * @param now by the server's clock, ISO 8601
 */
export async function bringRound(server: Server, unitHsaId: string, now: string): Promise<readonly Visit[]> {
  const [from, to] = dayOf(now);
  const planned = await server.all(
    `Appointment?service-type=${tokenOf('home-visit')}&actor:identifier=${encodeURIComponent(`${SYSTEMS.hsaId}|${unitHsaId}`)}` +
      `&status=booked,arrived,fulfilled&date=ge${from}&date=lt${to}&_include=Appointment:patient&_count=1000`,
  );
  const people = new Map(
    of<Patient>(planned, 'Patient').map((patient) => [`Patient/${patient.id}`, personFrom(patient)]),
  );
  const about = await broughtAbout(server, [...people.keys()], now);
  return of<Appointment>(planned, 'Appointment').flatMap((appointment) => {
    const person = people.get(patientIn(appointment));
    return person === undefined ? [] : [visitOf(appointment, person, about.get(person.reference) ?? [], now)];
  });
}

const visitOf = (
  appointment: Appointment,
  person: Person,
  about: readonly Resource[],
  now: string,
): Visit => ({
  id: appointment.id ?? '',
  appointment,
  person,
  drugs: of<MedicationRequest>(about, 'MedicationRequest'),
  stopped: [],
  given: of<MedicationAdministration>(about, 'MedicationAdministration'),
  allergies: of<AllergyIntolerance>(about, 'AllergyIntolerance'),
  delegations: of<Task>(about, 'Task'),
  issues: of<DetectedIssue>(about, 'DetectedIssue'),
  asOf: now,
});

/** What is known of some patients, by 'Patient/17'. */
async function broughtAbout(
  server: Server,
  patients: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, readonly Resource[]>> {
  const since = new Date(Date.parse(now) - DOSES_FOR).toISOString();
  const groups = Array.from({ length: Math.ceil(patients.length / AT_ONCE) }, (_, place) =>
    patients.slice(place * AT_ONCE, (place + 1) * AT_ONCE).join(),
  );
  const brought = await Promise.all(
    groups.flatMap((them) =>
      [
        `MedicationRequest?subject=${them}&status=active`,
        `MedicationAdministration?subject=${them}&effective-time=ge${since}`,
        `AllergyIntolerance?patient=${them}`,
        `Task?patient=${them}&code=${tokenOf('delegation-accepted')}&status=accepted`,
        `DetectedIssue?patient=${them}&code=${tokenOf('dose-given-twice')},${tokenOf('dose-after-stop')}`,
      ].map((query) => server.all(`${query}&_count=1000`)),
    ),
  );
  return Map.groupBy(brought.flat(), subjectOf);
}

const of = <R extends Resource>(resources: readonly Resource[], type: ResourceType): R[] =>
  resources.filter((resource): resource is R => resource.resourceType === type);

const patientIn = ({ participant }: Appointment): string =>
  participant.flatMap(({ actor }) => actor?.reference ?? []).find((each) => each.startsWith('Patient/')) ??
  '';

function subjectOf(resource: Resource): string {
  const { subject, patient, for: whom } = resource as Whose;
  return (subject ?? patient ?? whom)?.reference ?? '';
}

/** What of a resource says whose it is. */
type Whose = Partial<Record<'subject' | 'patient' | 'for', { readonly reference?: string }>>;

/** From midnight to midnight where the round is. */
function dayOf(now: string): readonly [string, string] {
  const day = new Date(now);
  const from = new Date(day.getFullYear(), day.getMonth(), day.getDate());
  const to = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
  return [from.toISOString(), to.toISOString()];
}
