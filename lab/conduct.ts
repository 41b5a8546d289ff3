import type { LabEvent } from '../domain/lab-evidence.ts';
import type { Role } from '../domain/role.ts';
import { type Milliseconds, SECOND, type Timekeeper } from '../domain/time.ts';
import type { LiveDay } from '../simulation/day/index.ts';
import type { Beneath } from './beneath.ts';
import { conductInjects, settleInjects } from './conduct-injects.ts';
import type { Lab } from './lab.ts';
import { openCards } from './state.ts';

/** How often it is written down where the clock is, so that a server that was killed comes back to it. */
const SHOWN_EVERY: Milliseconds = 5 * SECOND;

/** How fast robots finish a day that people have left. */
const FINISHING = 600;

/** Has the day's clock do what the lab's events say, and the lab know where the clock is. Answers how to let go. */
export function conduct(lab: Lab, live: LiveDay, beneath: Beneath): () => void {
  lab.follow(() => live.dayTime);
  const pace = (): void => {
    const { state } = lab;
    live.pace(openCards(state).length > 0 ? state.pace : Math.max(state.pace, state.idlePace));
  };
  pace();
  if (lab.state.clock.isHeld) live.hold();
  for (const [staff, by] of lab.state.staffed) {
    const [unit = '', role = ''] = staff.split('/');
    live.staff(unit, role as Role, by);
  }
  const letInjectsGo = conductInjects(lab, live, beneath);
  const letGo = lab.onChange((event: LabEvent) => {
    if (event.type === 'lab-card') pace();
    if (event.type === 'lab-staffed') live.staff(event.unit, event.role, event.by);
    if (event.type !== 'lab-clock') return;
    if (event.change === 'held') live.hold();
    if (event.change === 'continued') live.continue();
    if (event.change === 'paced') pace();
  });
  return () => {
    letInjectsGo();
    letGo();
  };
}

/** Writes down where the clock is, every few seconds while it goes, until the day is over or broken off. */
export async function showClock(lab: Lab, clock: Timekeeper, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await clock.pause(SHOWN_EVERY);
    if (!isOver() && !lab.state.clock.isHeld) await lab.record({ type: 'lab-clock', change: 'shows' });
  }
}

/**
 * People go home: what lies before them is given to robots, who finish the day quickly, so that what others began is
 * looked at to its end.
 */
export async function sendHome(lab: Lab): Promise<void> {
  for (const { seat, presence } of lab.state.seats)
    if (presence === 'here') await lab.record({ type: 'lab-person', seat: seat.id, change: 'left' });
  for (const { id } of openCards(lab.state)) await lab.tell(id, 'taken-back');
  await settleInjects(lab);
  await lab.record({ type: 'lab-clock', change: 'paced', pace: FINISHING });
  if (lab.state.clock.isHeld) await lab.record({ type: 'lab-clock', change: 'continued' });
}
