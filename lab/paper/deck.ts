import type { DayPlan } from '../../domain/care-day.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import { ROLES } from '../../domain/role.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { type CardText, cardText } from '../card-text.ts';
import type { LabPlan } from '../plan.ts';
import { cardId } from '../state.ts';

/** A task card as it is printed before the day. */
export interface PaperCard {
  /** As on the tablet: 'f-0001.3'. */
  readonly id: string;
  /** 'Sjuksköterska, Akutmottagningen': whoever of them comes to it. */
  readonly part: string;
  /** When its patient comes, on the day's clock. */
  readonly comesAt: Milliseconds;
  readonly text: CardText;
}

/**
 * Every task of a lab that one of its places could be given, by part and by when its patient comes. Which of two nurses
 * gets it is settled during the day, so that a card names a part and no place.
 */
export function deckOf(
  { flows: planned, units }: Pick<DayPlan, 'flows' | 'units'>,
  flows: readonly CareFlow[],
  { seats }: Pick<LabPlan, 'seats'>,
): readonly PaperCard[] {
  const known = new Map(flows.map((flow) => [flow.id, flow]));
  const places = new Map(units.map((unit) => [unit.key, unit]));
  const parts = new Map(
    seats.map(({ role, unit, unitName }) => [`${role} ${unit}`, `${ROLES[role].title}, ${unitName}`]),
  );
  const cards = planned.flatMap(({ instance, flow: id, at, patient, units: own }) => {
    const flow = known.get(id);
    return (flow?.steps ?? []).flatMap(({ activity, actor }, step): PaperCard[] => {
      const unit = actor?.unit === null || actor?.unit === undefined ? undefined : own[actor.unit];
      const part = parts.get(`${actor?.role} ${unit}`);
      if (flow === undefined || activity.type !== 'task' || part === undefined) return [];
      const text = cardText(flow, step, patient, places.get(unit ?? ''));
      return [{ id: cardId(instance, step), part, comesAt: at, text }];
    });
  });
  return cards.toSorted(
    (one, other) => one.part.localeCompare(other.part, 'sv') || one.comesAt - other.comesAt,
  );
}
