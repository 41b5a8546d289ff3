import type { CareFlow } from '../../domain/care-flow.ts';
import { unitsForFlow } from '../../flows/units.ts';
import { loadDay } from '../../scenarios/load-day.ts';
import type { Channel } from '../../systems/care-system.ts';
import type { Chooser } from '../drawing.ts';
import type { PlayedInstance } from '../play-flows.ts';
import { crowdOf } from './crowd.ts';

/** Where the flows of a trial take place. */
export const STAGE = '1-sodra';
const DAY = 'sas-vardag';

/** Where the patients live, in turn: what is meant for the one municipality must not come to the other. */
const HOMES = ['1490', '1463'];

/** How the flows of a trial are played. */
interface Played {
  /** Each flow so many times, each time with a patient of its own. */
  readonly patients: number;
  /** How many others are there before them, for each way in which a flow begins. */
  readonly crowd: number;
  readonly channel: Channel;
}

export function trialInstances(
  flows: readonly CareFlow[],
  { patients, crowd, channel }: Played,
  choose: Chooser,
): readonly PlayedInstance[] {
  const { units } = loadDay(DAY);
  const patientAs = (instance: string, { patient }: CareFlow, index: number) => {
    const home = HOMES[index % HOMES.length];
    return { patient: choose.patient(instance, patient, home), units: unitsForFlow(units, home) };
  };
  const played = Array.from({ length: patients }, (_, index) =>
    flows.map((flow): PlayedInstance => {
      const instance = `${flow.id}#${index + 1}`;
      const drawn = choose.values(flow, instance, channel);
      return {
        instance,
        flow,
        ...patientAs(instance, flow, index),
        channel,
        ...(drawn.length === 0 ? {} : { drawn }),
      };
    }),
  ).flat();
  return [...crowdOf(flows, crowd, patientAs), ...played];
}

/** Whether an instance is named as a trial names it, and the how manieth of its flow it is. */
export const numberInTrial = (instance: string): number | undefined => {
  const [, number] = /#(\d+)$/.exec(instance) ?? [];
  return number === undefined ? undefined : Number(number);
};
