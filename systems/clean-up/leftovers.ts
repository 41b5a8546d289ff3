import type { Resource, ResourceType } from '@medplum/fhirtypes';
import type { ActivityKind } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { CLOCKS_APART, type Milliseconds } from '../../domain/time.ts';
import { SystemError } from '../care-system.ts';
import { Refused, Unsure } from '../driver/outcome.ts';
import type { FhirClient } from '../fhir-r4/client.ts';
import { isMarked } from '../fhir-r4/own-write.ts';
import type { FhirVocabulary } from '../fhir-r4/vocabulary.ts';

/** A task of a run, what marks whatever it wrote, and what the run knows of what came of it. */
export interface WrittenStep {
  readonly token: string;
  readonly kind: ActivityKind;
  /** The driver's handle on what it made or changed, where one is known. */
  readonly reference?: string;
  /** The system said no: it made nothing. */
  readonly refused?: true;
}

/** What a run tells of what it wrote. */
export interface Written {
  readonly steps: readonly WrittenStep[];
  /** Handles on what was made so that flows could begin: people, what is known of them, units. */
  readonly introduced: readonly string[];
  /** When the run began and ended, epoch milliseconds. */
  readonly from: number;
  readonly until: number;
}

/** Something in a system that a run wrote. */
export interface Leftover {
  /** 'Encounter/17' */
  readonly reference: string;
  /** Whether the run made it; what it only changed was there before, or belongs to somebody else too. */
  readonly made: boolean;
}

export interface Leftovers {
  /** What was made last comes first, since it refers to what was made before it. */
  readonly found: readonly Leftover[];
  /** Why there may be more, in whole sentences; empty when this is all. */
  readonly doubts: readonly string[];
}

/** Few enough for an address that every server takes. */
const TOKENS_A_SEARCH = 20;

interface Seen {
  readonly made: boolean;
  /** The number of the last step that wrote it; negative for what was made before the first. */
  readonly latest: number;
}

/** All that a run wrote and that is there still, by its marks and by the handles that the run has kept. */
export async function leftoversOf(
  client: FhirClient,
  vocabulary: FhirVocabulary,
  written: Written,
): Promise<Leftovers> {
  const types = writtenTypes(written.steps, vocabulary);
  const found = new Map<string, Seen>();
  const doubts = new Set<string>();
  await byMarks(client, types, written.steps, found, doubts);
  const keepsMarks = found.size > 0;
  await byHandles(client, types, written, found, doubts);
  for (const doubt of untold(types, written.steps, keepsMarks)) doubts.add(doubt);
  const latestFirst = [...found].sort(([, a], [, b]) => b.latest - a.latest);
  return { found: latestFirst.map(([reference, { made }]) => ({ reference, made })), doubts: [...doubts] };
}

/** What still carries a mark of the run, and why there may be more. */
export async function markedOf(
  client: FhirClient,
  vocabulary: FhirVocabulary,
  { steps }: Written,
): Promise<Leftovers> {
  const found = new Map<string, Seen>();
  const doubts = new Set<string>();
  await byMarks(client, writtenTypes(steps, vocabulary), steps, found, doubts);
  return { found: [...found].map(([reference, { made }]) => ({ reference, made })), doubts: [...doubts] };
}

/** Which steps may have left something of a type, and how. */
interface WrittenType {
  /** All of them, in order. */
  readonly tokens: string[];
  /** Those that make it and change nothing of the kind, so that what carries their mark is made. */
  readonly making: Set<string>;
  /** Those that make it, whatever else they do: what the run has a handle on is made. */
  readonly mayMake: Set<string>;
}

type WrittenTypes = ReadonlyMap<string, WrittenType>;

function writtenTypes(steps: readonly WrittenStep[], vocabulary: FhirVocabulary): WrittenTypes {
  const types = new Map<ResourceType, WrittenType>();
  for (const { token, kind } of steps) {
    const { needs, plainly } = vocabulary.handler(kind) ?? { needs: {} };
    const writes = [...(needs.interactions ?? []), ...(plainly?.needs.interactions ?? [])].filter(
      ([interaction]) => interaction !== 'read',
    );
    for (const [interaction, type] of writes) {
      const there = types.get(type) ?? { tokens: [], making: new Set(), mayMake: new Set() };
      types.set(type, there);
      if (there.tokens.at(-1) !== token) there.tokens.push(token);
      if (interaction !== 'create') continue;
      there.mayMake.add(token);
      if (!writes.some(([other, of]) => of === type && other === 'update')) there.making.add(token);
    }
  }
  return types;
}

async function byMarks(
  client: FhirClient,
  types: WrittenTypes,
  steps: readonly WrittenStep[],
  found: Map<string, Seen>,
  doubts: Set<string>,
): Promise<void> {
  const order = new Map(steps.map(({ token }, index) => [token, index]));
  for (const [type, { making, tokens }] of types) {
    try {
      for (let from = 0; from < tokens.length; from += TOKENS_A_SEARCH) {
        const some = tokens.slice(from, from + TOKENS_A_SEARCH);
        const marked = await client.search(type as ResourceType, {
          _tag: some.map((token) => `${SYSTEMS.token}|${token}`),
        });
        for (const resource of marked.seen as readonly Resource[]) {
          const own = some.filter((token) => carriesOne(resource, token));
          if (own.length === 0) doubts.add(SEARCHES_BY_NO_MARK);
          else {
            const latest = Math.max(...own.map((token) => order.get(token) ?? 0));
            add(found, `${type}/${resource.id}`, { made: own.some((token) => making.has(token)), latest });
          }
        }
        marked.all();
      }
    } catch (error) {
      doubts.add(`${type} går inte att söka igenom: ${whyNot(error)}`);
    }
  }
}

/** What a number names is the run's only if it carries its mark, or no mark at all and is of the time of the run. */
async function byHandles(
  client: FhirClient,
  types: WrittenTypes,
  { steps, introduced, from, until }: Written,
  found: Map<string, Seen>,
  doubts: Set<string>,
): Promise<void> {
  const handles = [
    ...introduced.map((reference, index) => ({
      ...{ reference, made: true, token: '' },
      latest: index - introduced.length,
    })),
    ...steps.flatMap(({ reference, token }, latest) => {
      const type = types.get(reference?.split('/')[0] ?? '');
      if (reference === undefined || type?.tokens.includes(token) !== true) return [];
      return [{ reference, made: type.mayMake.has(token), latest, token }];
    }),
  ];
  for (const { reference, token, ...seen } of handles) {
    const there = found.get(reference);
    if (there !== undefined) {
      found.set(reference, { made: there.made || seen.made, latest: there.latest });
      continue;
    }
    try {
      const resource: Resource | undefined = await client.find(typeOf(reference), reference);
      if (resource === undefined) continue;
      if (token !== '' && isMarked(resource)) {
        if (carriesOne(resource, token)) add(found, reference, seen);
      } else if (isOfTime(resource, from, until)) add(found, reference, seen);
      else doubts.add(`${reference} finns, men det går inte att säga om det är vad körningen skrev.`);
    } catch (error) {
      doubts.add(`${reference} går inte att läsa: ${whyNot(error)}`);
    }
  }
}

/** What was written, and neither carries a mark nor is known by a handle. */
function untold(types: WrittenTypes, steps: readonly WrittenStep[], keepsMarks: boolean): string[] {
  const makes = new Set([...types.values()].flatMap(({ mayMake }) => [...mayMake]));
  const without = steps.filter(
    ({ token, reference, refused }) => makes.has(token) && refused !== true && reference === undefined,
  );
  const pages = steps.filter(({ reference }) => reference !== undefined && !reference.includes('/'));
  return [
    ...(without.length > 0 && !keepsMarks
      ? [
          `${without.length} steg har inget känt nummer, och inget i systemet bär deras märken: antingen är det redan borta, eller så behåller systemet inga märken.`,
        ]
      : []),
    ...(pages.length > 0
      ? [
          `${pages.length} steg gjordes i webbsidorna, som inte märker det som skrivs: det går inte att leta efter.`,
        ]
      : []),
  ];
}

const carriesOne = ({ meta }: Resource, token: string): boolean =>
  meta?.tag?.some(({ system, code }) => system === SYSTEMS.token && code === token) === true;

function add(found: Map<string, Seen>, reference: string, seen: Seen): void {
  const earlier = found.get(reference);
  found.set(reference, {
    made: seen.made || earlier?.made === true,
    latest: Math.max(seen.latest, earlier?.latest ?? Number.NEGATIVE_INFINITY),
  });
}

/** A system that was emptied since may have given the number to something else. */
function isOfTime({ meta }: Resource, from: Milliseconds, until: Milliseconds): boolean {
  const written = Date.parse(meta?.lastUpdated ?? '');
  return written >= from - CLOCKS_APART && written <= until + CLOCKS_APART;
}

export const typeOf = (reference: string): ResourceType => reference.split('/')[0] as ResourceType;

/** In the system's own words, or ours; what is no fault of the system is thrown on. */
export function whyNot(error: unknown): string {
  if (error instanceof Refused || error instanceof SystemError || error instanceof Unsure)
    return error.message;
  throw error;
}

const SEARCHES_BY_NO_MARK =
  'Systemet söker inte på märken (_tag): det svarade med något som inte bär något märke från körningen.';
