import type { EvidenceEvent } from '../../domain/evidence.ts';
import type { LabSeat } from '../../domain/lab-evidence.ts';
import { HOUR } from '../../domain/time.ts';
import { Lab } from '../lab.ts';

const place = (id: string, number: number): LabSeat => ({
  ...{ id, pseudonym: `Sjuksköterska ${number}`, role: 'nurse', unit: 'sas-akuten' },
  ...{ kind: 'emergency', unitName: 'Akutmottagningen' },
});

/** Two places for nurses at the same emergency department. */
export const SEATS = [place('plats-1', 1), place('plats-2', 2)] as const;

/** A lab that has opened at nine o'clock and waits for its people, and what it has recorded. */
export async function openedLab(): Promise<{ readonly lab: Lab; readonly events: EvidenceEvent[] }> {
  const events: EvidenceEvent[] = [];
  const lab = new Lab({ sink: (event) => events.push(event), flush: async () => {}, now: Date.now });
  lab.follow(() => 9 * HOUR);
  await lab.record({
    ...{ type: 'lab-opened', seats: SEATS, consent: '1', pace: 1, idlePace: 1 },
    injects: [
      { id: 'ringer', method: 'phone', sv: 'En anhörig ringer.', to: ['plats-1'], plannedAt: 10 * HOUR },
    ],
  });
  return { lab, events };
}

/** Deals a card of a step to whoever has room for it. */
export const deal = (lab: Lab, step: number): Promise<string | undefined> =>
  lab.offer({
    ...{ instance: 'f-1', step, kind: 'triage', unit: 'sas-akuten' },
    actor: { role: 'nurse', unit: 'emergency' },
  });
