import type { DayVariant } from '../what-if/variant.ts';
import type { AdmissionModel } from './day-model.ts';
import { stepsOfPathway } from './steps.ts';

/** Where those go who are admitted; a closed ward's share goes partly to another ward, the rest elsewhere. */
export function admissionOf({ data, closedWard: closed }: DayVariant): AdmissionModel {
  const { wards, elsewhere } = data.admission;
  const moved = wards
    .filter(({ unit }) => unit === closed?.unit)
    .reduce((sum, { share }) => sum + share * (closed?.moved ?? 0), 0);
  return {
    wards: wards
      .filter(({ unit }) => unit !== closed?.unit)
      .map(({ unit, share }) => ({ unit, share: unit === closed?.to ? share + moved : share })),
    elsewhere: elsewhere.time,
    move: stepsOfPathway(data.admission.move),
  };
}
