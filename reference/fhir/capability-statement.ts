import type {
  CapabilityStatement,
  CapabilityStatementRestResource,
  CapabilityStatementRestResourceInteraction,
  ResourceType,
} from '@medplum/fhirtypes';
import type { Interaction } from '../authority/authority.ts';
import { OIDC_PATH } from '../sign-in/provider.ts';
import type { Environment } from './environment.ts';

type ResourceInteraction = CapabilityStatementRestResourceInteraction['code'];

/** What the router answers where somebody has the authority for it. */
const INTERACTIONS: Readonly<Partial<Record<Interaction | 'read', readonly ResourceInteraction[]>>> = {
  read: ['read', 'vread', 'history-instance', 'search-type'],
  create: ['create'],
  update: ['update', 'patch'],
  delete: ['delete'],
};

const OPERATIONS: Readonly<Record<string, CapabilityStatementRestResource['operation']>> = {
  Encounter: [{ name: 'print', definition: 'urn:genrep:operation:Encounter-print' }],
  Patient: [
    { name: 'everything', definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything' },
    { name: 'open-blocked', definition: 'urn:genrep:operation:Patient-open-blocked' },
  ],
};

export interface Software {
  readonly name: string;
  readonly version: string;
}

/** What this server does, worked out from what is indexed, who may do what, and which workflows run. */
export function capabilityStatement(environment: Environment, software: Software): CapabilityStatement {
  const { catalogue, workflows, baseUrl, now } = environment;
  const issuer = new URL(OIDC_PATH, baseUrl).href;
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: new Date(now()).toISOString(),
    kind: 'instance',
    instantiates: workflows.map(({ name }) => `urn:genrep:workflow:${name}`),
    software: { name: software.name, version: software.version },
    implementation: { description: 'Genrep referensmiljö', url: baseUrl },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    patchFormat: ['application/json-patch+json', 'application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: {
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                },
              ],
            },
          ],
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [
                { url: 'authorize', valueUri: `${issuer}/auth` },
                { url: 'token', valueUri: `${issuer}/token` },
              ],
            },
          ],
        },
        resource: catalogue.types.map((type) => resourceCapability(type, environment)),
        interaction: [{ code: 'transaction' }, { code: 'batch' }],
      },
    ],
  };
}

function resourceCapability(type: ResourceType, environment: Environment): CapabilityStatementRestResource {
  const { authority, catalogue } = environment;
  const may = [...authority.interactions(type)];
  const codes = new Set(may.flatMap((interaction) => INTERACTIONS[interaction] ?? []));
  return {
    type,
    interaction: [...codes].map((code) => ({ code })),
    versioning: 'versioned-update',
    readHistory: true,
    updateCreate: false,
    conditionalRead: 'full-support',
    conditionalCreate: codes.has('create'),
    conditionalUpdate: codes.has('update'),
    conditionalDelete: codes.has('delete') ? 'single' : 'not-supported',
    referencePolicy: ['literal', 'logical', 'local'],
    searchInclude: includesOf(type, environment),
    searchRevInclude: revIncludesOf(type, environment),
    searchParam: catalogue.parameters(type).map(({ code, type: kind, url }) => ({
      name: code,
      type: kind,
      definition: url,
    })),
    operation: OPERATIONS[type],
  };
}

function includesOf(type: string, { catalogue }: Environment): string[] {
  return catalogue
    .parameters(type)
    .filter((parameter) => parameter.type === 'reference')
    .map(({ code }) => `${type}:${code}`);
}

function revIncludesOf(type: string, environment: Environment): string[] {
  return environment.catalogue.types.flatMap((from) =>
    environment.catalogue
      .parameters(from)
      .filter(
        (parameter) => parameter.type === 'reference' && parameter.target?.some((target) => target === type),
      )
      .map(({ code }) => `${from}:${code}`),
  );
}
