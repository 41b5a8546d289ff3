import type { DaySimulation } from '../day-simulation.ts';
import type { Refuse } from './refuse.ts';

/** Refuses shares that do not make up everybody. */
export function checkTriage({ triage, admission }: DaySimulation, refuse: Refuse): void {
  const sum = Object.values(triage.colours).reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6) {
    refuse(`Färgernas andelar blir ${Number(sum.toFixed(4))} tillsammans; de ska bli 1.`, [
      'triage',
      'colours',
    ]);
  }
  const admitted = admission.wards.reduce((total, { share }) => total + share, 0);
  if (admitted > 1 + 1e-6) {
    refuse(`Avdelningarnas andelar blir ${Number(admitted.toFixed(4))} tillsammans; de ska bli högst 1.`, [
      'admission',
      'wards',
    ]);
  }
}
