import type { LabEvent } from '../domain/lab-evidence.ts';
import { isTo } from './inject-state.ts';
import type { LabState } from './state.ts';

/** Whether the page of the one at a place may show something else after an event: forty tablets need not ask at each. */
export function concerns(event: LabEvent, seat: string, { cards }: LabState): boolean {
  switch (event.type) {
    case 'lab-card':
      return event.change === 'moved' || cards.get(event.card)?.seat === seat;
    case 'lab-person':
    case 'lab-answered':
    case 'lab-checked':
      return event.seat === seat;
    case 'lab-injected':
      return isTo(event.inject, seat);
    case 'lab-note':
    case 'lab-expected':
    case 'lab-handed':
    case 'lab-staffed':
    case 'lab-seat-added':
    case 'lab-bookmark':
    case 'lab-picture':
      return false;
    case 'lab-opened':
    case 'lab-clock':
    case 'lab-asked':
      return true;
  }
}
