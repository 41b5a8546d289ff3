import type { LabAct } from '../domain/lab-evidence.ts';
import { type Beneath, NOTHING_TO_STEER } from '../lab/beneath.ts';
import { FaultError, listFaults, parseFaults } from '../reference/faults/faults.ts';
import type { RunningReference } from './reference-process.ts';
import { startsItself } from './system-under-test.ts';

/** Why an act cannot be done in a system, before it is started: it is somebody else's, or there is no such fault. */
export function refusalOf(system: string): Beneath['refuses'] {
  if (!startsItself(system)) return NOTHING_TO_STEER.refuses;
  return ({ fault }) => {
    try {
      parseFaults(fault === undefined ? [] : [fault]);
      return undefined;
    } catch (error) {
      if (error instanceof FaultError) return error.message;
      throw error;
    }
  };
}

/** What lies beneath a lab: the embedded environment where it was started for it, else nothing that can be steered. */
export function beneath(
  system: Pick<RunningReference, 'steer'> | undefined,
  refuses: Beneath['refuses'],
): Beneath {
  if (system === undefined) return NOTHING_TO_STEER;
  return {
    refuses,
    begin: (act) => system.steer(BEGIN[act.kind](act)),
    end: (act) => system.steer(END[act.kind](act)),
    faults: listFaults().filter(({ benign }) => !benign),
  };
}

type Said = Readonly<Record<LabAct['kind'], (act: LabAct) => Parameters<RunningReference['steer']>[0]>>;

const BEGIN: Said = {
  fault: ({ fault = '' }) => ({ plant: fault }),
  network: () => ({ network: 'down' }),
  printer: () => ({ printers: 'out' }),
};
const END: Said = {
  fault: ({ fault = '' }) => ({ lift: fault }),
  network: () => ({ network: 'up' }),
  printer: () => ({ printers: 'back' }),
};
