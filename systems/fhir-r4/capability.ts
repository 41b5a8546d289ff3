import type {
  CapabilityStatement,
  CapabilityStatementRest,
  CapabilityStatementRestResource,
  ResourceType,
} from '@medplum/fhirtypes';
import type { Capability } from '../care-system.ts';
import { patientsSignIn, toldApart } from '../driver/account.ts';
import { listed, nounOf } from '../driver/words.ts';
import type { SystemProfile } from '../profile.ts';
import type { Needs, Workflow } from './handler.ts';
import { missingScope } from './scopes.ts';

/** What one server and its profile say that they can. */
export interface Abilities {
  /** What it does by itself beyond storing resources. */
  readonly workflows: ReadonlySet<string>;
  /** Whether a kind of step can be done and seen here. */
  covers(needs: Needs): Capability;
  /** Whether the server makes a resource only where there is none like it. */
  createsConditionally(type: ResourceType): boolean;
}

const INSTANTIATES = 'urn:genrep:workflow:';

/**
 * @param known what systems may do by themselves
 * @param scopes what those who sign in may; undefined where that is not known
 * @param speaksDicom whether there is a modality to work, and an archive that it is connected to
 */
export function abilitiesOf(
  statement: CapabilityStatement,
  profile: SystemProfile,
  known: ReadonlyMap<string, Workflow>,
  scopes?: readonly string[],
  speaksDicom = false,
): Abilities {
  const rest = statement.rest?.find(({ mode }) => mode === 'server') ?? statement.rest?.[0];
  const resources = new Map(rest?.resource?.map((resource) => [resource.type, resource]) ?? []);
  const inWords = (name: string): string => known.get(name)?.sv ?? name;
  const workflows = new Set([
    ...(profile.workflows ?? []),
    ...(statement.instantiates ?? [])
      .filter((uri) => uri.startsWith(INSTANTIATES))
      .map((uri) => uri.slice(INSTANTIATES.length)),
  ]);

  return {
    workflows,
    covers(needs) {
      const missing = [
        ...(needs.interactions ?? []).flatMap(([code, type]) =>
          interacts(resources.get(type), code) ? [] : [`kan ${VERBS[code]} ${nounOf(type)}`],
        ),
        ...(needs.searches ?? []).flatMap(([type, ...parameters]) => {
          const unknown = parameters.filter((name) => !searches(resources.get(type), rest, name));
          if (!interacts(resources.get(type), 'search-type')) return [`kan söka ${nounOf(type)}`];
          return unknown.length === 0 ? [] : [`kan söka ${nounOf(type)} på ${listed(unknown)}`];
        }),
        ...(needs.operations ?? []).flatMap(([type, name]) =>
          operates(resources.get(type), rest, name) ? [] : [`har operationen $${name} på ${nounOf(type)}`],
        ),
        ...(needs.workflows ?? []).flatMap((name) => (workflows.has(name) ? [] : [inWords(name)])),
      ];
      if (missing.length > 0) {
        const claims = [...new Set(missing)].map((each) => `att det ${each}`);
        return {
          supported: false,
          reason: `Systemet säger inte ${listed(claims, 'eller')}; därför kan steget inte prövas här.`,
        };
      }
      const apart = needs.workflows?.find((name) => known.get(name)?.tellsReadersApart);
      if (!toldApart(profile.signIn) && apart !== undefined) {
        return {
          supported: false,
          reason: `${profile.signIn.method === 'none' ? 'Ingen loggar in i systemet' : 'Alla loggar in som samma klient'}, så alla ser detsamma. Att det ${inWords(apart)} kan inte visas där ingen skiljs från någon annan.`,
        };
      }
      const unscoped = scopesMissing(needs, scopes);
      if (unscoped.length > 0) {
        return {
          supported: false,
          reason: `Inloggningen får inte göra det som steget behöver (scope ${listed(unscoped, 'och')}): skriv det under signIn.scope i systemprofilen och låt klienten få det; därför kan steget inte prövas här.`,
        };
      }
      if (needs.patientSignsIn && !patientsSignIn(profile.signIn)) {
        return {
          supported: false,
          reason: 'Profilen säger inte hur patienter loggar in; därför kan steget inte prövas här.',
        };
      }
      if (needs.readersToldApart && !toldApart(profile.signIn)) {
        return {
          supported: false,
          reason: 'Alla läser här som samma okända person; för vem något är dolt kan därför inte prövas här.',
        };
      }
      if (needs.dicom && !speaksDicom) {
        return {
          supported: false,
          reason:
            'Profilen säger inte var bildarkivet är (imaging), eller så spelas flödet där ingen talar DICOM, som under last; därför kan steget inte prövas här.',
        };
      }
      return { supported: true };
    },
    createsConditionally: (type) =>
      profile.mapping?.conditionalCreate !== false && resources.get(type)?.conditionalCreate === true,
  };
}

function scopesMissing({ interactions = [], searches = [] }: Needs, scopes: readonly string[] | undefined) {
  const missing = [
    ...interactions.map(([code, type]) => missingScope(scopes, code, type)),
    ...searches.map(([type]) => missingScope(scopes, 'search-type', type)),
  ];
  return [...new Set(missing.filter((scope) => scope !== undefined))];
}

type Interaction = 'read' | 'create' | 'update' | 'search-type';

const VERBS = { read: 'läsa', create: 'spara', update: 'ändra' } as const;

const interacts = (resource: CapabilityStatementRestResource | undefined, code: Interaction): boolean =>
  resource?.interaction?.some((interaction) => interaction.code === code) ?? false;

const searches = (
  resource: CapabilityStatementRestResource | undefined,
  rest: CapabilityStatementRest | undefined,
  parameter: string,
): boolean =>
  [...(resource?.searchParam ?? []), ...(rest?.searchParam ?? [])].some(({ name }) => name === parameter);

const operates = (
  resource: CapabilityStatementRestResource | undefined,
  rest: CapabilityStatementRest | undefined,
  operation: string,
): boolean =>
  [...(resource?.operation ?? []), ...(rest?.operation ?? [])].some(
    ({ name }) => name?.replace(/^\$/, '') === operation,
  );
