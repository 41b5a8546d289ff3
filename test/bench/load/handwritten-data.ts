import type { LoadPlan } from '../../../load/plan/load-plan.ts';
import type { SystemProfile } from '../../../systems/profile.ts';

/** What handwritten/script.js reads: where the system is, and who comes when. */
export function handwrittenData({ entries, units, facts }: LoadPlan, { fhir, signIn }: SystemProfile) {
  const patients = entries.flatMap((entry) => {
    if (entry.type === 'sign-in') return [];
    const { at, instance, patient, thinkTimes } = entry;
    const ward = units.find(({ key }) => key === entry.units.ward);
    return [{ at, instance, patient, ward, pauses: thinkTimes.map((time) => time / facts.speed) }];
  });
  return { base: fhir, signIn, patients };
}
