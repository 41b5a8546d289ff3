import type { Device, Encounter, Observation, ObservationComponent } from '@medplum/fhirtypes';
import { METRICS } from '../../../domain/codes/mdc.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { VITAL_SIGNS_PANEL } from '../../decision-support/vital-signs.ts';
import type { DeviceReading, DeviceReadings } from '../../devices/pcd/readings.ts';
import { genrepConcept, referenceTo } from '../concept.ts';
import { readingNumber } from './device-list.ts';
import { inChart } from './units.ts';

const isVitalSign = ({ metric }: DeviceReading): boolean => 'loinc' in METRICS[metric];

/** What a device measured, as it stands in the chart until a nurse has confirmed it. */
export const observationOf = (
  told: Pick<DeviceReadings, 'number' | 'readings'>,
  {
    device,
    encounter,
    at,
    now,
  }: {
    readonly device: Device;
    readonly encounter: Encounter | undefined;
    /** When it was measured, by the clock of the house: ISO 8601. */
    readonly at: string;
    readonly now: number;
  },
): Observation => ({
  resourceType: 'Observation',
  identifier: [readingNumber(told.number)],
  status: 'preliminary',
  category: [
    { coding: [{ system: SYSTEMS.observationCategory, code: 'vital-signs' }] },
    genrepConcept('device-readings', 'Mätvärden från apparat'),
  ],
  code: told.readings.some(isVitalSign)
    ? { coding: [{ system: SYSTEMS.loinc, code: VITAL_SIGNS_PANEL }], text: 'Vitalparametrar' }
    : genrepConcept('device-readings', 'Mätvärden från apparat'),
  subject: device.patient as Observation['subject'],
  ...(encounter === undefined ? {} : { encounter: referenceTo(encounter) }),
  effectiveDateTime: at,
  issued: new Date(now).toISOString(),
  device: { ...referenceTo(device), display: device.type?.text },
  component: told.readings.map(componentOf),
});

function componentOf(reading: DeviceReading): ObservationComponent {
  const metric = METRICS[reading.metric];
  const { value, unit } = inChart(reading);
  return {
    code: {
      coding: [
        ...('loinc' in metric ? [{ system: SYSTEMS.loinc, code: metric.loinc }] : []),
        { system: SYSTEMS.mdc, code: metric.code, display: metric.refId },
      ],
      text: metric.sv,
    },
    valueQuantity: { value, unit, system: SYSTEMS.ucum, code: unit },
  };
}
