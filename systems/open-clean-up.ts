import type { ResourceType } from '@medplum/fhirtypes';
import type { ActivityKind } from '../domain/activity.ts';
import { SYSTEMS } from '../domain/codes/systems.ts';
import { InputError } from '../domain/input-error.ts';
import type { Timekeeper } from '../domain/time.ts';
import { ANSWER_TIMEOUT, SystemError } from './care-system.ts';
import { Refused } from './driver/outcome.ts';
import { createClient, type FhirClient } from './fhir-r4/client.ts';
import type { FhirArea } from './fhir-r4/handler.ts';
import { dialectsOf } from './fhir-r4/mapping/dialect.ts';
import { createProfileExchange } from './fhir-r4/profile-exchange.ts';
import { type FhirVocabulary, fhirVocabulary } from './fhir-r4/vocabulary.ts';
import { Waits } from './fhir-r4/waiting.ts';
import { meansOf } from './means-of.ts';
import type { SystemProfile } from './profile.ts';
import { completed } from './sign-in-files.ts';

/** A task of a run, and what marks whatever it wrote. */
export interface WrittenStep {
  readonly token: string;
  readonly kind: ActivityKind;
}

/** Something in a system that carries a mark of the run. */
export interface Leftover {
  /** 'Encounter/17' */
  readonly reference: string;
  /** Whether the run made it; what it only changed was there before, or belongs to somebody else too. */
  readonly made: boolean;
}

export interface Leftovers {
  /** What was made last comes first, since it refers to what was made before it. */
  readonly found: readonly Leftover[];
  /** Where it could not be looked, with the system's own words. */
  readonly closed: readonly { readonly type: string; readonly reason: string }[];
}

/** The way into a system for whoever tidies up after a run. */
export interface CleanUp {
  /** All that carries the mark of one of these steps. Throws SystemError when the system does not search by marks. */
  find(steps: readonly WrittenStep[]): Promise<Leftovers>;
  /** Answers why the system kept it; undefined when it is gone. */
  remove(reference: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Few enough for an address that every server takes. */
const TOKENS_A_SEARCH = 20;

/** Signed in as whoever brings records in. Sends nothing yet; a profile without a FHIR address is an {@link InputError}. */
export function openCleanUp(given: SystemProfile, areas: readonly FhirArea[], clock: Timekeeper): CleanUp {
  const profile = completed(given);
  if (profile.fhir === undefined) {
    throw new InputError(
      `Systemprofilen ${profile.name} saknar "fhir", adressen som städningen letar genom.`,
    );
  }
  const { transport } = meansOf(profile);
  const { exchange, accounts } = createProfileExchange({
    profile,
    transport,
    now: () => clock.now(),
    timeout: ANSWER_TIMEOUT,
    waits: new Waits(clock),
  });
  const dialect = profile.mapping === undefined ? undefined : dialectsOf(profile.mapping).of();
  const client = createClient(exchange, accounts.migration, undefined, undefined, dialect);
  const vocabulary = fhirVocabulary(areas);
  return {
    find: (steps) => leftoversOf(client, tokensByType(steps, vocabulary), steps),
    remove: (reference) => client.remove(reference).then(() => undefined, whyKept),
    close: () => transport.close(),
  };
}

async function leftoversOf(
  client: FhirClient,
  marks: ReturnType<typeof tokensByType>,
  steps: readonly WrittenStep[],
): Promise<Leftovers> {
  const order = new Map(steps.map(({ token }, index) => [token, index]));
  const found = new Map<string, { made: boolean; latest: number }>();
  const closed: { type: string; reason: string }[] = [];
  for (const [type, { making, tokens }] of marks) {
    try {
      for (let from = 0; from < tokens.length; from += TOKENS_A_SEARCH) {
        for (const { id, own } of await marked(client, type, tokens.slice(from, from + TOKENS_A_SEARCH))) {
          const earlier = found.get(`${type}/${id}`);
          const latest = Math.max(earlier?.latest ?? 0, ...own.map((token) => order.get(token) ?? 0));
          const made = earlier?.made === true || own.some((token) => making.has(token));
          found.set(`${type}/${id}`, { made, latest });
        }
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      closed.push({ type, reason: error.message });
    }
  }
  const latestFirst = [...found].sort(([, a], [, b]) => b.latest - a.latest);
  return { found: latestFirst.map(([reference, { made }]) => ({ reference, made })), closed };
}

/** Resources of one type with the marks that they carry; never one without, whatever the server made of the query. */
async function marked(client: FhirClient, type: ResourceType, tokens: readonly string[]) {
  const left = await client.search(type, {
    _tag: tokens.map((token) => `${SYSTEMS.token}|${token}`),
  });
  return left.seen.map(({ id, meta }) => {
    const own = tokens.filter((token) => meta?.tag?.some(({ code }) => code === token));
    if (own.length > 0) return { id, own };
    throw new SystemError(
      'wrong-answer',
      `Systemet svarade med ${type}/${id}, som inte bär något märke från körningen: det söker inte på _tag. Inget är borttaget.`,
    );
  });
}

/** Which steps may have left something of each type, and which of them made it. */
function tokensByType(steps: readonly WrittenStep[], vocabulary: FhirVocabulary) {
  const types = new Map<ResourceType, { tokens: string[]; making: Set<string> }>();
  for (const { token, kind } of steps) {
    for (const [interaction, type] of vocabulary.handler(kind)?.needs.interactions ?? []) {
      if (interaction === 'read') continue;
      const there = types.get(type) ?? { tokens: [], making: new Set<string>() };
      types.set(type, there);
      if (there.tokens.at(-1) !== token) there.tokens.push(token);
      if (interaction === 'create') there.making.add(token);
    }
  }
  return types;
}

function whyKept(error: unknown): string {
  if (error instanceof Refused || error instanceof SystemError) return error.message;
  throw error;
}
