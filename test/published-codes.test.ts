import type { Patient, Resource } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { words as laboratoryWords } from '../care/laboratory/words.ts';
import { words as medicationWords } from '../care/medication/words.ts';
import { SYSTEMS } from '../domain/codes/systems.ts';
import { VITAL_SIGNS } from '../domain/news2.ts';
import {
  organizationJson,
  practitionerJson,
  practitionerRoleJson,
  schoolClassJson,
} from '../generators/fhir/organisation.ts';
import { HISTORY_SYSTEMS } from '../generators/fhir/systems.ts';
import { schoolClassesOf } from '../generators/organisation/school-classes.ts';
import { staffOf } from '../generators/organisation/staff.ts';
import { fhirEmitter } from '../generators/output/formats.ts';
import { DATA, populationFor, resourcesOf, TEN_YEARS } from '../generators/testing.ts';
import { isUcum } from '../input/ucum.ts';
import { CODE_FORMS } from './published/code-forms.ts';
import { unpublishedIn } from './published/unpublished.ts';

const { codes } = DATA.library;

/** What is no code of the system that it says it is of. */
const unpublished = (coded: Iterable<readonly [system: string, code: string]>): readonly string[] =>
  [...coded].filter(([system, code]) => CODE_FORMS[system]?.(code) !== true).map((pair) => pair.join('|'));

describe('the tables that codes are taken from', () => {
  it('hold units of UCUM', () => {
    const units = [
      ...codes.units.keys(),
      ...Object.values(medicationWords.drug).map(({ unit }) => unit),
      ...Object.values(laboratoryWords.test).flatMap(({ unit }) => unit ?? []),
      ...Object.values(VITAL_SIGNS).flatMap(({ unit }) => unit ?? []),
    ];
    expect(units.filter((unit) => !isUcum(unit))).toEqual([]);
  });

  it('hold codes of the systems that they name', () => {
    expect(
      unpublished([
        ...[...codes.diagnoses.keys()].map((code) => [SYSTEMS.icd10se, code] as const),
        ...[...codes.procedures.keys()].map((code) => [HISTORY_SYSTEMS.kva, code] as const),
        ...[...codes.drugs.values(), ...codes.vaccines.values()].map(
          ({ atc }) => [SYSTEMS.atc, atc] as const,
        ),
        ...[...codes.tests.values()].map(({ system, code }) => [HISTORY_SYSTEMS[system], code] as const),
        ...[...codes.allergens.values()].map(({ snomed }) => [SYSTEMS.snomed, snomed] as const),
        ...Object.values(medicationWords.drug).map(({ atc }) => [SYSTEMS.atc, atc] as const),
        ...Object.values(medicationWords.allergen).map(({ snomed }) => [SYSTEMS.snomed, snomed] as const),
        ...Object.values(laboratoryWords.test).map(({ system, code }) => [system, code] as const),
        ...Object.values(VITAL_SIGNS).map(({ loinc }) => [SYSTEMS.loinc, loinc] as const),
      ]),
    ).toEqual([]);
  });
});

describe('a population as FHIR', () => {
  const population = populationFor(11, 20_000);
  const { units } = population.organisation;

  it('holds only codes, units and canonicals that are published', () => {
    const emitter = fhirEmitter(population);
    const found = new Set<string>();
    const seen = new Set<string>();
    for (let index = 4; index < 20_000; index += 485) {
      const history = population.historyOf(index, TEN_YEARS);
      const person = { ...history.person, protectedIdentity: index % 2 === 0 };
      for (const { type, json } of resourcesOf(emitter, { ...history, person })) {
        seen.add(type);
        for (const each of unpublishedIn(JSON.parse(json) as Resource)) found.add(each);
      }
    }
    expect([...found]).toEqual([]);
    expect(seen.size).toBeGreaterThan(12);
  });

  it('is cared for by units and staff of whom the same holds', () => {
    const staff = [...staffOf(1, units)];
    const written = [
      ...units.map(organizationJson),
      ...[...schoolClassesOf(units)].slice(0, 40).map(schoolClassJson),
      ...staff.slice(0, 200).flatMap((member) => [practitionerJson(member), practitionerRoleJson(member)]),
    ];
    expect(new Set(written.flatMap((json) => unpublishedIn(JSON.parse(json) as Resource)))).toEqual(
      new Set(),
    );
  });
});

describe('what is not published is told:', () => {
  const sound: Patient = {
    resourceType: 'Patient',
    meta: {
      profile: ['http://hl7.se/fhir/ig/base/StructureDefinition/SEBasePatient'],
      security: [{ system: SYSTEMS.securityLabel, code: 'sekretessmarkering' }],
    },
    gender: 'female',
    communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'so' }] } }],
  };
  const observation = (code: string, unit: string, status = 'final') =>
    ({
      resourceType: 'Observation',
      status,
      code: { coding: [{ system: SYSTEMS.loinc, code }] },
      valueQuantity: { value: 1, system: SYSTEMS.ucum, code: unit },
    }) as Resource;

  it('nothing of what is sound', () => {
    expect([...unpublishedIn(sound), ...unpublishedIn(observation('8867-4', '/min'))]).toEqual([]);
  });

  it.each<[string, Resource, string]>([
    [
      'a profile of another address',
      { ...sound, meta: { profile: ['https://www.hl7.se/fhir/ig/base/StructureDefinition/SEBasePatient'] } },
      'meta.profile https://www.hl7.se/fhir/ig/base/StructureDefinition/SEBasePatient',
    ],
    [
      'a code system by its computable name',
      {
        ...sound,
        meta: {
          security: [
            { system: 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabelCS', code: 'sekretessmarkering' },
          ],
        },
      },
      'Patient.meta.security http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabelCS|sekretessmarkering',
    ],
    [
      'a code outside its required value set',
      { ...sound, gender: 'kvinna' as 'female' },
      'Patient.gender kvinna (http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1)',
    ],
    [
      'a code that its system does not have',
      {
        ...sound,
        maritalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', code: 'OG' }],
        },
      },
      'Patient.maritalStatus.coding http://terminology.hl7.org/CodeSystem/v3-MaritalStatus|OG',
    ],
    [
      'a unit as people write it',
      observation('8867-4', 'mmHg'),
      `Observation.valueQuantity ${SYSTEMS.ucum}|mmHg`,
    ],
    [
      'a LOINC code with the wrong check digit',
      observation('8867-5', '/min'),
      `Observation.code.coding ${SYSTEMS.loinc}|8867-5`,
    ],
    [
      'an extension that does not exist',
      { ...sound, extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-shoeSize' }] },
      'Patient.extension http://hl7.org/fhir/StructureDefinition/patient-shoeSize',
    ],
  ])('%s', (_what, resource, words) => expect(unpublishedIn(resource)).toEqual([words]));
});
