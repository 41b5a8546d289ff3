import type { DetectedIssue, MedicationAdministration, MedicationRequest } from '@medplum/fhirtypes';
import { hoursBetween } from '../../domain/codes/drugs.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { ReferenceWorkflow, Store } from '../workflow.ts';
import { genrepConcept } from './concept.ts';

/**
 * Doses that were written at home reach the record late. What was given was given: it is kept, whoever else gave the same,
 * and though the drug had been stopped; but somebody is told. Two doses of a prescription nearer to each other than half
 * the time between its doses are the same dose twice: assumption.
 */
export const homeDoses = (now: () => number): ReferenceWorkflow => ({
  name: 'home-doses',
  async afterWrite({ interaction, resource }, store) {
    if (interaction !== 'create' || resource.resourceType !== 'MedicationAdministration') return;
    if (resource.status !== 'completed' || resource.request?.reference === undefined) return;
    const request = await store.read<MedicationRequest>(resource.request.reference);
    if (request === undefined) return;
    const twin = await twinOf(resource, request, store);
    if (twin !== undefined)
      await store.create(issueOf('dose-given-twice', [resource, twin], twice(twin), now()));
    if (isFromHome(resource) && wasStoppedBefore(request, resource))
      await store.create(issueOf('dose-after-stop', [resource], AFTER_STOP, now()));
  },
});

/** The same dose, given by somebody else; only what was written at home can be late enough to meet one. */
async function twinOf(
  dose: MedicationAdministration,
  request: MedicationRequest,
  store: Store,
): Promise<MedicationAdministration | undefined> {
  const near = (hoursBetween(request) / 2) * 3_600_000;
  const others = await store.search<MedicationAdministration>(
    `MedicationAdministration?request=MedicationRequest/${request.id}&status=completed`,
  );
  return others.find(
    (other) =>
      other.id !== dose.id &&
      (isFromHome(dose) || isFromHome(other)) &&
      giverOf(other) !== giverOf(dose) &&
      Math.abs(timeOf(other) - timeOf(dose)) < near,
  );
}

const isFromHome = ({ identifier = [] }: MedicationAdministration): boolean =>
  identifier.some(({ system }) => system === SYSTEMS.homeCare);

const timeOf = ({ effectiveDateTime = '' }: MedicationAdministration): number =>
  Date.parse(effectiveDateTime);

const giverOf = ({ performer: [first] = [] }: MedicationAdministration): string | undefined =>
  first?.actor.identifier?.value;

const wasStoppedBefore = ({ status, meta }: MedicationRequest, dose: MedicationAdministration): boolean =>
  status === 'stopped' && Date.parse(meta?.lastUpdated ?? '') <= timeOf(dose);

function twice({ performer: [first] = [], effectiveDateTime = '' }: MedicationAdministration): string {
  const at = new Date(effectiveDateTime).toLocaleTimeString('sv-SE', {
    timeZone: 'Europe/Stockholm',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `Dosen är given två gånger. Den var redan given ${at} av ${first?.actor.display ?? 'någon annan'}.`;
}

const AFTER_STOP = 'Dosen gavs fast läkemedlet hade satts ut.';

const issueOf = (
  code: string,
  doses: readonly MedicationAdministration[],
  detail: string,
  at: number,
): DetectedIssue => ({
  resourceType: 'DetectedIssue',
  status: 'final',
  code: genrepConcept(code, detail),
  severity: 'high',
  patient: doses[0]?.subject as DetectedIssue['patient'],
  identifiedDateTime: new Date(at).toISOString(),
  implicated: doses.map((dose) => ({ reference: `MedicationAdministration/${dose.id}` })),
  detail,
});
