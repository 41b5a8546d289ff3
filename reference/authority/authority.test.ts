import type { Resource } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, it } from 'vitest';
import { ACTS } from '../client/session/acts.ts';
import { loadCatalogue } from '../fhir/catalogue.ts';
import { loadUnits } from '../organisation.ts';
import { Refusal, type SignedIn } from '../workflow.ts';
import { type Authority, type Interaction, loadAuthority } from './authority.ts';

let authority: Authority;

beforeAll(async () => {
  await loadCatalogue();
  authority = loadAuthority(loadUnits());
});

const staff = (role: SignedIn['role'], unit: string): SignedIn => ({
  userName: role,
  role,
  unit,
  display: role,
});
const PEOPLE = {
  L: staff('physician', 'sas-medicin-3'),
  S: staff('nurse', 'sas-medicin-3'),
  U: staff('assistant-nurse', 'sas-medicin-3'),
  D: staff('district-nurse', 'vc-ekbacken'),
  MS: staff('medical-secretary', 'sas-akuten'),
  BMA: staff('biomedical-scientist', 'sas-lab'),
  F: staff('pharmacist', 'sas-farmaci'),
  A: staff('pharmacist', 'apoteket-eken'),
  BM: staff('midwife', 'sas-forlossning'),
  BH: staff('care-manager', 'boras-kommun'),
  DK: staff('district-nurse', 'boras-kommun'),
  P: { userName: 'p', role: 'patient', display: 'p', patient: 'Patient/p' },
  R: { userName: 'registry', role: 'registry', display: 'r' },
} as const satisfies Record<string, SignedIn>;
type Who = keyof typeof PEOPLE;

const concept = (code: string) => ({ coding: [{ system: 'urn:genrep:concept', code }] });
const of = (resourceType: string, content: object = {}): Resource =>
  ({ resourceType, status: 'active', ...content }) as Resource;
const vitalsOf = (patient: string): Resource =>
  of('Observation', {
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' },
        ],
      },
    ],
    subject: { reference: patient },
  });

/** Who may; everybody else may not. A: farmaceut på apotek, BM: barnmorska, U: undersköterska, DK: distriktssköterska i kommun, R: registret. */
const MATRIX: readonly [string, Interaction, Resource, readonly Who[]][] = [
  ['prescribe', 'create', of('MedicationRequest'), ['L']],
  ['change a dose', 'update', of('MedicationRequest'), ['L']],
  ['give', 'create', of('MedicationAdministration'), ['L', 'S', 'D']],
  ['dispense', 'create', of('MedicationDispense'), ['A']],
  ['list a home drug', 'create', of('MedicationStatement'), ['L', 'S', 'F']],
  ['decide on a home drug', 'update', of('MedicationStatement'), ['L']],
  ['sign a reconciliation', 'create', of('Task', { code: concept('medication-reconciliation') }), ['L']],
  ['review', 'create', of('Task', { code: concept('review-prescription') }), ['F']],
  ['order a test', 'create', of('ServiceRequest'), ['L', 'S', 'D']],
  ['take a specimen', 'create', of('Specimen'), ['L', 'S', 'U', 'D', 'BMA']],
  ['answer a test', 'create', of('DiagnosticReport'), ['BMA']],
  ['telephone', 'create', of('Communication', { category: [concept('critical-answer')] }), ['BMA']],
  [
    'acknowledge a call',
    'create',
    of('Communication', { category: [concept('critical-answer-acknowledged')] }),
    ['L', 'S', 'D'],
  ],
  [
    'send a message',
    'create',
    of('Communication', { category: [concept('admission')] }),
    ['L', 'S', 'D', 'MS'],
  ],
  ['measure', 'create', vitalsOf('Patient/other'), ['L', 'S', 'U', 'D']],
  ['measure oneself', 'create', vitalsOf('Patient/p'), ['L', 'S', 'U', 'D', 'P']],
  [
    'declare ready for discharge',
    'create',
    of('Observation', { code: concept('ready-for-discharge'), subject: { reference: 'Patient/p' } }),
    ['L'],
  ],
  ['register an arrival', 'create', of('Encounter'), ['L', 'S', 'D', 'MS']],
  ['call in', 'update', of('Encounter'), ['L', 'S', 'U', 'D', 'MS']],
  ['write a note', 'create', of('DocumentReference'), ['L', 'S', 'U', 'D', 'MS', 'F']],
  ['record consent', 'create', of('Consent'), ['L', 'S', 'D', 'MS']],
  ['record an allergy', 'create', of('AllergyIntolerance'), ['L', 'S', 'D', 'F']],
  [
    'acknowledge a message to Borås',
    'update',
    of('Task', { code: concept('inbox'), owner: { reference: 'Organization/boras-kommun' } }),
    ['BH', 'DK'],
  ],
  [
    'work on the laboratory list',
    'update',
    of('Task', { code: concept('laboratory-order'), owner: { reference: 'Organization/sas-lab' } }),
    ['BMA'],
  ],
  [
    'call to SIP',
    'create',
    of('Appointment', { serviceType: [concept('sip')] }),
    ['L', 'S', 'D', 'BH', 'DK'],
  ],
  [
    'book a time',
    'create',
    of('Appointment', { appointmentType: concept('telephone') }),
    ['L', 'S', 'D', 'MS'],
  ],
  ['register the unknown and newborn', 'create', of('Patient'), ['MS', 'BM', 'R']],
  [
    'tie a newborn to its mother',
    'create',
    of('RelatedPerson', {
      relationship: [
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'MTH' }] },
      ],
    }),
    ['BM', 'R'],
  ],
  ['change the register', 'delete', of('Patient'), ['R']],
  ['change a unit', 'update', of('Organization'), ['R']],
  ['change a bed', 'create', of('Location'), ['R']],
  ['make up a warning', 'create', of('DetectedIssue'), []],
  ['write the audit log', 'create', of('AuditEvent'), []],
  ['delete a note', 'delete', of('DocumentReference'), []],
];

const may = (who: Who, interaction: Interaction, resource: Resource, previous?: Resource): boolean => {
  try {
    authority.checkWrite(PEOPLE[who], interaction, resource, previous);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

describe('who may do what', () => {
  it.each(MATRIX)('%s', (_act, interaction, resource, expected) => {
    const allowed = (Object.keys(PEOPLE) as Who[]).filter((who) => may(who, interaction, resource));
    expect(new Set(allowed)).toEqual(new Set(expected));
  });

  it('judges what something was before as well as what it becomes', () => {
    const task = (unit: string) =>
      of('Task', { code: concept('inbox'), owner: { reference: `Organization/${unit}` } });
    expect(may('BH', 'update', task('boras-kommun'), task('boras-kommun'))).toBe(true);
    expect(may('BH', 'update', task('boras-kommun'), task('marks-kommun'))).toBe(false);
  });

  it('says no in a Swedish sentence that names the role and the act', () => {
    expect(() => authority.checkWrite(PEOPLE.U, 'create', of('MedicationRequest'))).toThrow(
      'Rollen undersköterska får inte ordinera läkemedel.',
    );
    expect(() => authority.checkWrite(PEOPLE.S, 'create', of('AuditEvent'))).toThrow(
      'Rollen sjuksköterska får inte skriva AuditEvent.',
    );
  });
});

it('lets a page ask for every act that its forms are for', () => {
  const somebody = new Set(
    [...Object.values(PEOPLE), staff('physician', 'sas-rontgen')].flatMap((person) => authority.acts(person)),
  );
  expect(ACTS.filter((act) => !somebody.has(act))).toEqual([]);
  expect(authority.acts(PEOPLE.U)).not.toContain('prescribe drugs');
  expect(authority.acts(PEOPLE.DK)).not.toContain('give drugs');
});

describe('who may read what', () => {
  it.each([
    ['S', 'DocumentReference', ''],
    ['S', 'AuditEvent', undefined],
    ['MS', 'AuditEvent', ''],
    ['BMA', 'DocumentReference', undefined],
    ['BMA', 'ServiceRequest', ''],
    ['D', 'DocumentReference', ''],
    ['DK', 'DocumentReference', undefined],
    ['DK', 'Task', 'owner=Organization/boras-kommun'],
    ['BH', 'Communication', 'recipient=Organization/boras-kommun'],
    ['BH', 'Patient', '_has:Task:patient:owner=Organization/boras-kommun'],
    ['P', 'Patient', '_id=p'],
    ['P', 'Observation', 'subject=Patient/p'],
    ['P', 'Task', 'subject=Patient/p&code=urn:genrep:concept|care-plan,urn:genrep:concept|renewal-request'],
    ['R', 'Observation', undefined],
  ] as const)('%s reads %s by "%s"', (who, type, scope) => {
    expect(authority.readable(PEOPLE[who], type)).toBe(scope);
  });
});
