import { registerArrival } from '../../care/admission/index.ts';
import type { CareFlow } from '../../domain/care-flow.ts';
import type { Patient } from '../../domain/patient.ts';
import { MINUTE } from '../../domain/time.ts';
import type { FlowEntry, LoadPlan } from '../plan/load-plan.ts';

const FLOW: CareFlow = {
  id: 'akutsjukvard/prov',
  feature: 'Prov',
  name: 'En patient kommer',
  setting: 'akutsjukvard',
  location: { file: 'features/akutsjukvard/prov.feature', line: 3 },
  tags: [],
  requirements: [],
  safetyClass: 3,
  patient: { ageFrom: 18, ageTo: 80, protectedIdentity: false },
  steps: [
    {
      text: 'registrerar medicinska sekreteraren på akuten patienten',
      keyword: 'När',
      location: { file: 'features/akutsjukvard/prov.feature', line: 4 },
      actor: { role: 'medical-secretary', unit: 'emergency' },
      activity: registerArrival('Bröstsmärta', 'besöket'),
      workingTime: 3 * MINUTE,
    },
  ],
  units: ['emergency'],
  hash: 'abc',
};

export const patientNamed = (key: string): Patient => ({
  key,
  identifier: {
    system: 'http://electronichealth.se/identifier/nationelltReservnummer',
    value: '98240301AA06',
  },
  givenName: 'Åsa',
  familyName: 'Provsjö',
  sex: 'female',
  birthDate: '1950-01-01',
  address: { line: 'Provvägen 1', postalCode: '50000', city: 'Borås' },
  municipalityCode: '1490',
  protectedIdentity: false,
});

const entryAt = (index: number): FlowEntry => ({
  type: 'flow',
  instance: `l-${`${index + 1}`.padStart(5, '0')}`,
  flow: 0,
  at: index * 10,
  dayTime: index * MINUTE,
  patient: patientNamed(`p-${index}`),
  units: { emergency: 'sas-akuten' },
  desk: 0,
  thinkTimes: [3 * MINUTE],
});

/** A plan of so many flows of one step, ten milliseconds apart. */
export const smallPlan = (flows: number, segments = 1): LoadPlan => ({
  facts: {
    profile: 'prov',
    title: 'Prov',
    hours: { from: 9, to: 10 },
    multiply: 1.2,
    speed: 360,
    duration: 10_000,
    phases: [{ from: 0, to: 10_000, factor: 1.2 }],
    planned: flows,
    signIns: 0,
    slice: 1_000,
    plannedPerSlice: [flows, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    segments,
    leftOut: [],
    planHash: 'abc',
  },
  flows: [FLOW],
  units: [
    {
      key: 'sas-akuten',
      name: 'Akuten',
      kind: 'emergency',
      hsaId: 'SE0000000000-GR01',
      municipalityCode: '1490',
    },
  ],
  entries: Array.from({ length: flows }, (_, index) => entryAt(index)),
  endsBy: 60_000,
  mostInFlight: 1_000,
});
