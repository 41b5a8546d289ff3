import { readFileSync } from 'node:fs';
import { matchesSearchRequest, parseSearchRequest } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import { parse } from 'yaml';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { ROLES, type UnitKind } from '../../domain/role.ts';
import { Refusal, type SignedIn, type Unit } from '../workflow.ts';
import { authorOf, isBy, isMistake } from './mistakes.ts';

export type Interaction = 'create' | 'update' | 'delete' | 'print' | 'open-blocked';

/** Who may write and who may read what; the rules are authority.yaml's. */
export interface Authority {
  /** Throws {@link Refusal} when this person may not do this. */
  checkWrite(by: SignedIn, interaction: Interaction, resource: Resource, previous?: Resource): void;
  /**
   * The FHIR search that says which resources of a type this person may read: '' for all of them; undefined for none.
   */
  readable(by: SignedIn, type: string): string | undefined;
  /** What this person may write, each act by its English name in authority.yaml. */
  acts(by: SignedIn): readonly string[];
  /** The interactions that somebody has with a type, for the CapabilityStatement. */
  interactions(type: string): ReadonlySet<Interaction | 'read'>;
}

interface Act {
  readonly sv: string;
  readonly en: string;
  readonly on: string;
  readonly where?: string;
  readonly do: readonly Interaction[];
  readonly may: readonly string[];
}

interface AuthorityFile {
  readonly ownMistakes: readonly string[];
  readonly reading: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly acts: readonly Act[];
}

/** Where the unit decides what somebody may, whatever their role. */
const POSITIONS: Readonly<Partial<Record<UnitKind, string>>> = {
  municipality: 'municipality',
  'municipality-of-stay': 'municipality',
  imaging: 'imaging',
  'infection-control': 'authority',
  'social-insurance': 'authority',
  'community-pharmacy': 'dispensary',
  'social-services': 'authority',
  school: 'authority',
  'vaccination-register': 'authority',
};

export function loadAuthority(units: readonly Unit[]): Authority {
  const text = readFileSync(new URL('./authority.yaml', import.meta.url), 'utf8');
  const file: AuthorityFile = parse(text, { merge: true });
  const ofUnit = new Map(
    units.flatMap(({ key, kind }) =>
      POSITIONS[kind] === undefined ? [] : ([[key, POSITIONS[kind]]] as const),
    ),
  );
  const hsaIds = new Map(units.map(({ key, hsaId }) => [key, hsaId]));
  const filledIn = (rule: string, by: SignedIn) =>
    filledInFor(rule, by, hsaIds.get(by.unit ?? '') ?? 'nobody');
  const positionOf = (by: SignedIn) => ofUnit.get(by.unit ?? '') ?? by.role;

  const deciding = (by: SignedIn, interaction: Interaction, resource: Resource) =>
    file.acts.find(
      (act) => act.on === resource.resourceType && act.do.includes(interaction) && fits(act, by, resource),
    );

  const fits = (act: Act, by: SignedIn, resource: Resource) =>
    act.where === undefined ||
    matchesSearchRequest(resource, parseSearchRequest(`${act.on}?${filledIn(act.where, by)}`));

  const checkMark = (by: SignedIn, previous: Resource): void => {
    if (isMistake(previous))
      throw new Refusal(409, 'Uppgiften är markerad som felaktigt införd och ändras inte mer.');
    if (!isBy(previous, by)) {
      const author = authorOf(previous)?.display ?? 'någon annan';
      throw new Refusal(
        403,
        `Bara den som förde in uppgiften får markera den som felaktigt införd: ${author}.`,
      );
    }
    const act = deciding(by, 'create', previous);
    if (act?.may.includes(positionOf(by)) !== true) throw refusal(by, act?.sv ?? 'ångra uppgiften');
  };

  return {
    checkWrite: (by, interaction, resource, previous) => {
      if (by.role === 'system' || (by.role === 'migration' && interaction === 'create')) return;
      if (previous !== undefined && file.ownMistakes.includes(resource.resourceType)) {
        if (isMistake(resource) || isMistake(previous)) return checkMark(by, previous);
      }
      for (const version of previous === undefined ? [resource] : [previous, resource]) {
        const act = deciding(by, interaction, version);
        if (act?.may.includes(positionOf(by)) !== true)
          throw refusal(by, act?.sv ?? `skriva ${resource.resourceType}`);
      }
    },
    readable: (by, type) => {
      if (by.role === 'system' || by.role === 'migration') return '';
      const rule = file.reading[positionOf(by)]?.[type];
      if (rule === undefined || rule === 'all') return rule && '';
      return filledIn(
        rule,
        by.wards === undefined ? by : { ...by, patient: [by.patient, ...by.wards].join() },
      );
    },
    acts: (by) => file.acts.filter(({ may }) => may.includes(positionOf(by))).map(({ en }) => en),
    interactions: (type) => {
      const written = file.acts.filter(({ on }) => on === type).flatMap((act) => act.do);
      const isRead = Object.values(file.reading).some((types) => type in types);
      return new Set<Interaction | 'read'>(isRead ? ['read', ...written] : written);
    },
  };
}

/** A person without a unit or patient of their own gets a reference that nothing has. */
function filledInFor(rule: string, by: SignedIn, unitHsaId: string): string {
  return rule
    .replace('_id={patient}', `_id=${by.patient?.replaceAll('Patient/', '') ?? 'nobody'}`)
    .replace('{patient}', by.patient ?? 'Patient/nobody')
    .replace('{unitIdentifier}', encodeURIComponent(`${SYSTEMS.hsaId}|${unitHsaId}`))
    .replace('{unit}', by.unit === undefined ? 'Organization/nowhere' : `Organization/${by.unit}`);
}

/** The register and the environment itself, beside the roles of care. */
const OTHER_TITLES: Readonly<Record<string, string>> = {
  registry: 'folkbokföringsregistret',
  migration: 'datamigreringen',
  system: 'systemet',
};

function refusal(by: SignedIn, deed: string): Refusal {
  const title =
    by.role in ROLES ? ROLES[by.role as keyof typeof ROLES].title.toLowerCase() : OTHER_TITLES[by.role];
  return new Refusal(403, `Rollen ${title} får inte ${deed}.`);
}

/** The refusal of somebody who wants to read what is not theirs to read. */
export function readRefusal(by: SignedIn, type: string): Refusal {
  return refusal(by, `läsa ${type}`);
}
