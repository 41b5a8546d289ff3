/** The vital signs of somebody who is well, 0 points of NEWS2; structurally what the area of vitals records. */
export const VITALS = {
  respiratoryRate: 16,
  oxygenSaturation: 98,
  supplementalOxygen: false,
  systolicPressure: 130,
  heartRate: 72,
  consciousness: 'A',
  temperature: 37.1,
} as const;
