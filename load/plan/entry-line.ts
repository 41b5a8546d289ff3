import type { Patient, PatientHistory } from '../../domain/patient.ts';
import type { Role, UnitKind } from '../../domain/role.ts';
import type { FlowEntry, LoadEntry } from './load-plan.ts';

/**
 * One entry of a plan as one short line: a list in a fixed order, since a million steps are opened by k6 at once and
 * keys would be half of what it holds in memory.
 */
type FlowLine = [
  kind: 0,
  instance: string,
  flow: number,
  at: number,
  dayTime: number,
  patient: [
    key: string,
    identifierSystem: string,
    identifierValue: string,
    givenName: string,
    familyName: string,
    isFemale: 0 | 1,
    birthDate: string,
    line: string,
    postalCode: string,
    city: string,
    municipalityCode: string,
    isProtected: 0 | 1,
    history?: PatientHistory,
  ],
  units: Partial<Record<UnitKind, string>>,
  desk: number,
  thinkTimes: readonly number[],
];
type SignInLine = [kind: 1, at: number, role: Role, unit: string, desk: number];

export function lineOf(entry: LoadEntry): string {
  if (entry.type === 'sign-in') {
    const line: SignInLine = [1, entry.at, entry.role, entry.unit, entry.desk];
    return JSON.stringify(line);
  }
  const { instance, flow, at, dayTime, patient: p, units, desk, thinkTimes } = entry;
  const line: FlowLine = [
    0,
    instance,
    flow,
    at,
    dayTime,
    [
      p.key,
      p.identifier.system,
      p.identifier.value,
      p.givenName,
      p.familyName,
      p.sex === 'female' ? 1 : 0,
      p.birthDate,
      p.address.line,
      p.address.postalCode,
      p.address.city,
      p.municipalityCode,
      p.protectedIdentity ? 1 : 0,
      ...(p.history === undefined ? ([] as const) : ([p.history] as const)),
    ],
    units,
    desk,
    thinkTimes,
  ];
  return JSON.stringify(line);
}

export function entryOf(text: string): LoadEntry {
  const line: FlowLine | SignInLine = JSON.parse(text);
  if (line[0] === 1) {
    const [, at, role, unit, desk] = line;
    return { type: 'sign-in', at, role, unit, desk };
  }
  return flowEntryOf(line);
}

function flowEntryOf([, instance, flow, at, dayTime, person, units, desk, thinkTimes]: FlowLine): FlowEntry {
  const [
    key,
    system,
    value,
    givenName,
    familyName,
    isFemale,
    birthDate,
    line,
    postalCode,
    city,
    code,
    hidden,
    history,
  ] = person;
  const patient: Patient = {
    key,
    identifier: { system, value },
    givenName,
    familyName,
    sex: isFemale === 1 ? 'female' : 'male',
    birthDate,
    address: { line, postalCode, city },
    municipalityCode: code,
    protectedIdentity: hidden === 1,
    ...(history === undefined ? {} : { history }),
  };
  return { type: 'flow', instance, flow, at, dayTime, patient, units, desk, thinkTimes };
}
