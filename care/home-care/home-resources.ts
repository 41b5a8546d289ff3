import type {
  Extension,
  Identifier,
  MedicationAdministration,
  MedicationRequest,
  Meta,
  Observation,
} from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Actor } from '../../domain/role.ts';
import { coded, concept, quantity } from '../../systems/fhir-r4/concepts.ts';
import type { Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { Finding } from './activities.ts';

/** How a device stamps what is written on it. */
export interface Stamp {
  /** Made on the device; the record tells by it what it has already. */
  readonly id: string;
  /** When it was done, by the system's clock. */
  readonly at: string;
  /** The same by the device's own. */
  readonly deviceTime: string;
}

const DEVICE_TIME = `${SYSTEMS.homeCare}/device-time`;

/** LOINC, blood pressure panel. */
const BLOOD_PRESSURE = '85354-9';

const marksOf = ({
  id,
  deviceTime,
}: Stamp): { identifier: Identifier[]; meta: Meta; extension: Extension[] } => ({
  identifier: [{ system: SYSTEMS.homeCare, value: id }],
  meta: { tag: [{ system: SYSTEMS.genrep, code: 'home-care' }] },
  extension: [{ url: DEVICE_TIME, valueDateTime: deviceTime }],
});

/** What was found at home, as FHIR. */
export const observationOf = (finding: Finding, stamp: Stamp, at: Workstation): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  ...marksOf(stamp),
  ...saidIn(finding),
  subject: { reference: at.patient },
  effectiveDateTime: stamp.at,
  performer: [at.me],
});

function saidIn(finding: Finding): Pick<Observation, 'code'> & Partial<Observation> {
  if (finding.is === 'fall')
    return { code: concept('fall-at-home', 'Fall i hemmet'), valueString: finding.account };
  return {
    category: [coded(SYSTEMS.observationCategory, 'vital-signs')],
    code: coded(SYSTEMS.loinc, BLOOD_PRESSURE, 'Blodtryck'),
    component: [
      {
        code: coded(SYSTEMS.loinc, '8480-6', 'Systoliskt blodtryck'),
        valueQuantity: quantity(finding.systolic, 'mm[Hg]'),
      },
      {
        code: coded(SYSTEMS.loinc, '8462-4', 'Diastoliskt blodtryck'),
        valueQuantity: quantity(finding.diastolic, 'mm[Hg]'),
      },
    ],
  };
}

/** The dose of a prescription, given at home; by an assistant nurse it is given by delegation. */
export const doseOf = (
  request: MedicationRequest,
  { role }: Actor,
  stamp: Stamp,
  at: Workstation,
): MedicationAdministration => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  ...marksOf(stamp),
  medicationCodeableConcept: request.medicationCodeableConcept,
  subject: { reference: at.patient },
  effectiveDateTime: stamp.at,
  performer: [{ actor: at.me }],
  request: { reference: `MedicationRequest/${request.id}` },
  ...(role === 'assistant-nurse' ? { reasonCode: [concept('by-delegation', 'På delegering')] } : {}),
  dosage: {
    dose: request.dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity,
    route: request.dosageInstruction?.[0]?.route,
  },
});
