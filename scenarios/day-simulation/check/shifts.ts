import { ROLES, SHIFTS } from '../../../domain/role.ts';
import { minutesOf } from '../clock.ts';
import type { DaySimulation } from '../day-simulation.ts';
import type { Refuse } from './refuse.ts';

/** Refuses shifts that end before they start, and roles that nobody fills or that are told twice. */
export function checkShifts({ staff }: DaySimulation, refuse: Refuse): void {
  const seen = new Set<string>();
  for (const [index, { unit, role, shifts }] of staff.entries()) {
    const who = `${ROLES[role].title} på ${unit}`;
    for (const [nth, { shift, from, to, overnight }] of shifts.entries()) {
      if (minutesOf(to) > minutesOf(from) || overnight === true) continue;
      refuse(
        `${who}: ${SHIFTS[shift]}passet slutar ${to} innan det börjar ${from}; rätta tiderna, eller skriv overnight: true om det slutar dagen efter.`,
        ['staff', index, 'shifts', nth, 'to'],
      );
    }
    if (shifts.every(({ count }) => count === 0)) {
      refuse(`${who}: ingen arbetar på något pass; sätt count över noll eller ta bort raden.`, [
        'staff',
        index,
        'shifts',
      ]);
    }
    if (seen.has(`${unit}/${role}`))
      refuse(`${who} står två gånger under staff; slå ihop raderna.`, ['staff', index]);
    seen.add(`${unit}/${role}`);
  }
}
