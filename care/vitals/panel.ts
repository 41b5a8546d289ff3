import type { Observation, ObservationComponent } from '@medplum/fhirtypes';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { VITAL_SIGNS, type VitalSigns } from '../../domain/news2.ts';
import { coded, hasCode, quantity } from '../../systems/fhir-r4/concepts.ts';

/** LOINC's panel of vital signs. */
export const PANEL = '85353-1';

type Sign = keyof VitalSigns;
const SIGNS = Object.keys(VITAL_SIGNS) as readonly Sign[];

/** A set of vital signs as the components of one Observation. */
export const componentsOf = (values: VitalSigns): ObservationComponent[] =>
  SIGNS.map((sign) => ({
    code: coded(SYSTEMS.loinc, VITAL_SIGNS[sign].loinc, VITAL_SIGNS[sign].sv),
    ...answerFor(sign, values[sign]),
  }));

/** The vital signs that do not read in the chart as they were recorded: 'Puls 88 (antecknat 112)'. */
export function differences(recorded: VitalSigns, panel: Observation): string[] {
  return SIGNS.flatMap((sign) => {
    const { loinc, sv } = VITAL_SIGNS[sign];
    const found = panel.component?.find(({ code }) => hasCode(code, loinc));
    const shown =
      found?.valueQuantity?.value ?? found?.valueBoolean ?? found?.valueCodeableConcept?.text ?? undefined;
    const { unit } = VITAL_SIGNS[sign];
    const sameUnit = unit === null || found?.valueQuantity?.code === unit;
    if (shown === recorded[sign] && sameUnit) return [];
    return [`${sv} ${shown ?? 'saknas'}${sameUnit ? '' : ' i annan enhet'} (antecknat ${recorded[sign]})`];
  });
}

function answerFor(sign: Sign, value: number | boolean | string): Partial<ObservationComponent> {
  if (typeof value === 'boolean') return { valueBoolean: value };
  if (typeof value === 'string') return { valueCodeableConcept: { text: value } };
  return { valueQuantity: quantity(value, VITAL_SIGNS[sign].unit ?? '1') };
}
