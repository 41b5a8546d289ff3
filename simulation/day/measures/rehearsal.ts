import type { CareFlow } from '../../../domain/care-flow.ts';
import type { DayMeasured } from '../../../domain/day-evidence.ts';
import type { Resource } from '../../kernel/index.ts';
import type { DayModel, StaffModel } from '../model/day-model.ts';
import { DAY, MINUTE } from '../model/time.ts';
import { type Hospital, QUARTER, the } from '../play/hospital.ts';
import type { FlowSeen } from '../play/observations.ts';
import { type Measure, mean } from './measure.ts';
import { nameOf } from './staff.ts';

/** A measure that means the same on the virtual clock and on the wall: what was foreseen, and what came. */
export interface RehearsalMeasure extends Omit<Measure, 'group'> {
  readonly group: DayMeasured['group'];
  readonly unit: DayMeasured['unit'];
}

/** Of flows and of staff. */
export const rehearsalMeasures = (model: DayModel, flows: readonly CareFlow[]): RehearsalMeasure[] => [
  ...flows.map(took),
  ...flows.map(waited),
  ...model.staff.map((staff) => waitFor(staff, model)),
  ...model.staff.map((staff) => busy(staff, model)),
];

/** Through browsers flows are slower than people on a compressed day; by api they keep up. */
const counted = ({ seen }: Hospital, { id }: CareFlow): FlowSeen[] =>
  seen.flows.filter(({ flow, channel, isCensored }) => flow === id && channel !== 'ui' && !isCensored);

const took = (flow: CareFlow): RehearsalMeasure => ({
  id: `flow/${flow.id}/took`,
  group: 'cycle-time',
  unit: 'minutes',
  sv: flow.name,
  en: flow.name,
  read: (hospital) => mean(counted(hospital, flow).map((each) => each.took / MINUTE)),
});

const waited = (flow: CareFlow): RehearsalMeasure => ({
  id: `flow/${flow.id}/waited`,
  group: 'flow-wait',
  unit: 'minutes',
  sv: flow.name,
  en: flow.name,
  read: (hospital) => mean(counted(hospital, flow).map((each) => each.waited / MINUTE)),
});

const waitFor = (staff: StaffModel, { units }: DayModel): RehearsalMeasure => ({
  id: `wait/${staff.key}`,
  group: 'staff-wait',
  unit: 'minutes',
  ...nameOf(staff, units),
  read: ({ seen }) => (seen.waits.get(staff.key)?.mean ?? Number.NaN) / MINUTE,
});

const busy = (staff: StaffModel, { units }: DayModel): RehearsalMeasure => ({
  id: `utilisation/${staff.key}`,
  group: 'utilisation',
  unit: 'share',
  ...nameOf(staff, units),
  read: (hospital) => utilisationOf(the(hospital.staff, staff.key), hospital.simulation.now),
});

/** Of the first 24 hours. */
function utilisationOf({ statistics }: Resource, now: number): number {
  const sum = (means: readonly number[]): number =>
    means.slice(0, DAY / QUARTER).reduce((total, value) => total + value, 0);
  return sum(statistics.busy.means(now)) / sum(statistics.capacity.means(now));
}
