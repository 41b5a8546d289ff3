import type { CapabilityStatement } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import type { ActivityKind } from '../../domain/activity.ts';
import type { SystemProfile } from '../profile.ts';
import { FHIR } from '../testing/areas.ts';
import { boastingStatement } from '../testing/plain-server.ts';
import { abilitiesOf } from './capability.ts';

const STAFF_ONLY = {
  method: 'password',
  tokenEndpoint: 'http://127.0.0.1/token',
  clientId: 'c',
  password: 'p',
  staff: 's',
  registry: 'r',
} as const;
const PROFILE: SystemProfile = {
  name: 'prov',
  environment: 'test',
  signIn: { ...STAFF_ONLY, patient: '{identifier}' },
};

/** Whether a kind is covered by a server that has everything but what is taken away. */
function covers(
  kind: ActivityKind,
  without: (text: string) => string,
  profile = PROFILE,
  speaksDicom = true,
) {
  const statement: CapabilityStatement = JSON.parse(without(JSON.stringify(boastingStatement())));
  return abilitiesOf(statement, profile, FHIR.workflows, undefined, speaksDicom).covers(
    FHIR.handler(kind)?.needs ?? {},
  );
}

const everything = (text: string) => text;

describe('what a server says that it can', () => {
  it.each(FHIR.kinds)('covers %s when it says everything', (kind) => {
    expect(covers(kind, everything)).toEqual({ supported: true });
  });

  it('leaves to others what needs a modality, where there is none, and nothing else', () => {
    const left = FHIR.kinds.filter((kind) => !covers(kind, everything, PROFILE, false).supported);
    expect(left).toEqual([
      'make-study',
      'make-study-on-another',
      'make-unordered-study',
      'order-on-modality-worklist',
      'study-in-record',
    ]);
    expect(covers('make-study', everything, PROFILE, false)).toMatchObject({
      reason: expect.stringContaining('imaging'),
    });
  });

  it.each([
    ['an interaction', 'order-test', '{"code":"create"},', 'kan spara en provbeställning (ServiceRequest)'],
    ['searching', 'message-in-inbox', ',{"code":"search-type"}', 'kan söka en uppgift (Task)'],
    [
      'a parameter',
      'acknowledgement-on-record',
      'part-of',
      'kan söka ett meddelande (Communication) på part-of',
    ],
    [
      'an operation',
      'print-document',
      '{"name":"print","definition":"urn:print"},',
      'har operationen $print på en vårdkontakt (Encounter)',
    ],
    ['a workflow', 'bed-on-ward-list', 'bed-assignment', 'tilldelar en vårdplats vid inläggning'],
  ] as const)('does not cover a step without %s, and the reason is a sentence', (_, kind, part, reason) => {
    expect(covers(kind, (text) => text.replaceAll(part, ''))).toEqual({
      supported: false,
      reason: `Systemet säger inte att det ${reason}; därför kan steget inte prövas här.`,
    });
  });

  it('is all told when more than one thing is missing', () => {
    const capability = covers('early-warning-raised', () =>
      JSON.stringify({ resourceType: 'CapabilityStatement' }),
    );
    expect(capability).toEqual({
      supported: false,
      reason:
        'Systemet säger inte att det kan söka en varning (DetectedIssue) eller att det varnar när vitalparametrar ger höga NEWS2-poäng; därför kan steget inte prövas här.',
    });
  });

  it('takes the word of the profile for what the system does by itself', () => {
    const silent = (text: string) => text.replaceAll('urn:genrep:workflow', 'urn:other');
    expect(covers('bed-on-ward-list', silent).supported).toBe(false);
    expect(covers('bed-on-ward-list', silent, { ...PROFILE, workflows: ['bed-assignment'] }).supported).toBe(
      true,
    );
  });

  it('takes a parameter or an operation of the whole server for one of each type', () => {
    const shared: CapabilityStatement = {
      ...boastingStatement(),
      rest: [
        {
          mode: 'server',
          searchParam: [{ name: 'part-of', type: 'reference' }],
          resource: [{ type: 'Communication', interaction: [{ code: 'search-type' }] }],
        },
      ],
    };
    const needs = FHIR.handler('acknowledgement-on-record')?.needs ?? {};
    expect(abilitiesOf(shared, PROFILE, FHIR.workflows).covers(needs)).toEqual({ supported: true });
  });

  it('does not cover what patients do where they cannot sign in', () => {
    expect(covers('contribute-blood-pressure', everything, { ...PROFILE, signIn: STAFF_ONLY })).toEqual({
      supported: false,
      reason: 'Profilen säger inte hur patienter loggar in; därför kan steget inte prövas här.',
    });
  });

  it.each([
    ['patient-reads-note', 'visar patienten den egna journalen'],
    ['patient-reads-answer', 'visar patienten den egna journalen'],
    ['medication-lists-agree', 'visar varje yrkesroll dess egen läkemedelslista'],
    ['dose-on-nurses-list', 'visar varje yrkesroll dess egen läkemedelslista'],
  ] as const)('does not cover %s where nobody signs in, whatever the system says', (kind, claim) => {
    expect(covers(kind, everything, { ...PROFILE, signIn: { method: 'none' } })).toEqual({
      supported: false,
      reason: `Ingen loggar in i systemet, så alla ser detsamma. Att det ${claim} kan inte visas där ingen skiljs från någon annan.`,
    });
  });

  it('does not cover who sees what where all sign in as one client', () => {
    const tokenEndpoint = 'http://127.0.0.1/token';
    const signIn = { method: 'client-credentials', tokenEndpoint, clientId: 'c', clientSecret: 's' } as const;
    expect(covers('dose-on-nurses-list', everything, { ...PROFILE, signIn })).toMatchObject({
      supported: false,
      reason: expect.stringMatching(/^Alla loggar in som samma klient, så alla ser detsamma/),
    });
  });

  describe('held against what the sign-in may', () => {
    const needs = {
      interactions: [
        ['create', 'Observation'],
        ['read', 'Patient'],
      ],
      searches: [['Observation']],
    } as const;
    const missing = (...scopes: string[]) => {
      const can = abilitiesOf(boastingStatement(), PROFILE, FHIR.workflows, scopes).covers(needs);
      return can.supported ? undefined : /scope ([^)]*)/.exec(can.reason)?.[1];
    };

    it.each([
      [['system/Observation.cs', 'system/Patient.r']],
      [['system/*.cruds']],
      [['user/Observation.*', 'user/Patient.read']],
      [['system/Observation.crus?category=vital-signs', 'system/Patient.rs']],
      [['openid', 'system/*.read', 'system/*.write']],
    ])('takes %s', (scopes) => expect(missing(...scopes)).toBeUndefined());

    it.each([
      [['system/Observation.s', 'system/Patient.r'], 'system/Observation.c'],
      [['system/Observation.c', 'system/Patient.r'], 'system/Observation.s'],
      [['user/Observation.write', 'user/Patient.read'], 'user/Observation.s'],
      [['system/Patient.rs'], 'system/Observation.c och system/Observation.s'],
      [['openid'], 'system/Observation.c, system/Patient.r och system/Observation.s'],
    ])('tells what %s lacks', (scopes, words) => expect(missing(...scopes)).toBe(words));

    it('says so in a sentence that names the key of the profile', () =>
      expect(
        abilitiesOf(boastingStatement(), PROFILE, FHIR.workflows, ['system/Patient.r']).covers(needs),
      ).toMatchObject({
        supported: false,
        reason: expect.stringContaining('skriv det under signIn.scope i systemprofilen'),
      }));

    it('covers all where it is not known what it may', () =>
      expect(abilitiesOf(boastingStatement(), PROFILE, FHIR.workflows).covers(needs)).toEqual({
        supported: true,
      }));
  });
});
