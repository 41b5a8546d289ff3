import type { ActivityKind } from '../../domain/activity.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Ref } from '../../domain/ref.ts';
import type { Role, UnitKind } from '../../domain/role.ts';
import { boundOf, type StepContext } from '../care-system.ts';
import { Refused } from '../driver/outcome.ts';
import type { FirstSights } from './first-sights.ts';
import type { Place } from './handler.ts';
import type { Screen } from './screen/screen.ts';

/** Where a step is done: the actor's screen, and those of others in the flow. */
export interface Desk {
  readonly context: StepContext;
  readonly patient: Patient;
  readonly screen: Screen;
  /** The screen of somebody else in this flow: the one of this role. */
  screenOf(role: Role): Promise<Screen>;
  /** Where in the chart what a kind of task made is found by its number. */
  placeOf(kind: ActivityKind): Place | undefined;
  /** What the flow's lists held before it added to them. */
  readonly firstSights: FirstSights;
}

/** The number of what an earlier step made; a step that was refused made nothing. */
export function numberOf({ context }: Desk, { ref }: Ref): string {
  const { reference } = boundOf(context, ref);
  if (reference === undefined) throw new Refused(`”${ref}” blev aldrig sparat i systemet.`, 'absence');
  return reference;
}

/** The name of the flow's unit of a kind, as lists to choose from show it. */
export function unitName({ context }: Desk, kind: UnitKind): string {
  const unit = context.units[kind];
  if (unit === undefined) throw new Error(`Flödet har ingen enhet av slaget ${kind}.`);
  return unit.name;
}
