import type { Openings } from '../authority/openings.ts';
import type { CdsService } from '../decision-support/cds-hooks.ts';
import { connectDecisionSupport } from '../decision-support/client.ts';
import { type DecisionSupportOptions, startDecisionSupport } from '../decision-support/service.ts';
import type { SwitchableFaults } from '../faults/fault.ts';
import type { Orthanc } from '../imaging/orthanc.ts';
import type { Words } from '../words.ts';
import type { ReferenceWorkflow, Store, Unit } from '../workflow.ts';
import { bedAssignment } from './bed-assignment.ts';
import { careRules } from './care-rules.ts';
import { consentEnforcement } from './consent-enforcement.ts';
import { deathStopsBooking } from './death-stops-booking.ts';
import { decisionSupport } from './decision-support.ts';
import { deviceGateway } from './device-gateway.ts';
import { earlyWarning } from './early-warning.ts';
import { growthWatch } from './growth-watch.ts';
import { homeDoses } from './home-doses.ts';
import { identityShielding } from './identity-shielding.ts';
import { imagingArchive } from './imaging-archive.ts';
import { labelPrinting } from './label-printing.ts';
import { laboratoryRouting } from './laboratory-routing.ts';
import { messageDelivery } from './message-delivery.ts';
import { mistakes } from './mistakes.ts';
import { patientAccess } from './patient-access.ts';
import { patientRecords } from './patient-records.ts';
import { recordAccess } from './record-access.ts';
import { roleViews } from './role-views.ts';
import { createUnitDirectory } from './unit-directory.ts';

export interface WorkflowOptions {
  readonly store: Store;
  /** From parseFaults (faults/faults.ts). */
  readonly faults: SwitchableFaults;
  /** What can be ordered, prescribed and recorded. */
  readonly words: Words;
  /** Those of organisation.yaml; their Organizations are in the store, found by HSA-id. */
  readonly units: readonly Unit[];
  readonly openings: Openings;
  /** An archive of pictures; none when absent. */
  readonly orthanc?: Orthanc;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What went wrong where nobody waits for an answer, such as an HL7 message that cannot be delivered. */
  readonly report: (problem: unknown) => void;
}

export interface RunningWorkflows {
  /** In the order in which they are to be asked. */
  readonly workflows: readonly ReferenceWorkflow[];
  /** What the house advises on, for those who ask from outside. */
  readonly cdsServices: readonly CdsService[];
  /** Where devices send, as HL7 v2 over MLLP on 127.0.0.1. */
  readonly devicePort: number;
  /** Cuts or mends the line to the laboratory. */
  cutLaboratory(isCut: boolean): void;
  close(): Promise<void>;
}

/** Starts everything the environment does beside storing resources, its laboratory and decision support included. */
export async function startWorkflows(options: WorkflowOptions): Promise<RunningWorkflows> {
  const { store, faults, words, openings, now, report, orthanc } = options;
  const units = createUnitDirectory(options.units, store);
  const laboratory = units.first('laboratory');
  const department = units.first('imaging');
  const [{ services, advisor }, routing, devices, archive] = await Promise.all([
    connectedDecisionSupport({ words, faults, now }),
    laboratory && laboratoryRouting({ laboratory, store, units, faults, words, now, report }),
    deviceGateway({ store, faults, now, report }),
    orthanc && department && imagingArchive({ orthanc, department, store, units, faults, now, report }),
  ]);
  return {
    workflows: [
      mistakes(),
      patientRecords(faults),
      ...careRules(faults),
      deathStopsBooking(faults),
      bedAssignment(now),
      earlyWarning({ decisionSupport: advisor, units, faults, now }),
      decisionSupport({ decisionSupport: advisor, faults, now }),
      ...(routing === undefined ? [] : [routing.workflow]),
      devices.workflow,
      homeDoses(now),
      labelPrinting(units, now),
      ...(archive === undefined ? [] : [archive.workflow]),
      consentEnforcement(faults),
      messageDelivery(now),
      growthWatch(now),
      patientAccess(),
      roleViews(),
      await recordAccess({ units: options.units, store, openings, faults }),
      await identityShielding(faults, store),
    ],
    cdsServices: services.services,
    devicePort: devices.mllpPort,
    cutLaboratory: (isCut) => routing?.cut(isCut),
    async close() {
      await advisor.close();
      await Promise.all([services.close(), routing?.close(), devices.close(), archive?.close()]);
    },
  };
}

async function connectedDecisionSupport(options: DecisionSupportOptions) {
  const services = await startDecisionSupport(options);
  return { services, advisor: await connectDecisionSupport(services.address) };
}
