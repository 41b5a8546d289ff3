import { setTimeout } from 'node:timers/promises';
import type { RunStarted } from '../domain/evidence.ts';
import { patient } from '../generators/seed/patience.ts';
import { type Ask, readAll, readPeople } from '../migration/extract/api.ts';
import { openMigration } from '../systems/open-migration.ts';
import { withProgressLine } from './progress/progress-line.ts';
import { seedClientOf } from './seed-client.ts';
import { openSystemUnderTest } from './system-under-test.ts';
import { withItsPlace } from './unreachable.ts';

/** A system that was read, as it says what it is. */
export interface ReadSystem {
  readonly description: NonNullable<RunStarted['system']>;
}

interface Reading {
  /** FHIR resource types. */
  readonly types: readonly string[];
  /** The folder that gets a file of NDJSON a type. */
  readonly into: string;
  /** Numbers of the people to read one by one; everything is read as it is listed when absent. */
  readonly numbers?: readonly string[];
  readonly signal: AbortSignal;
}

/** Reads what a system has, as whoever brings records in. Only test environments are read: a profile says so or is refused. */
export async function readSystem(name: string, { numbers, ...reading }: Reading): Promise<ReadSystem> {
  const { signal } = reading;
  const system = await openSystemUnderTest({ system: name, faults: [] });
  try {
    const migration = openMigration(system.profile, Date.now);
    try {
      const pause = (milliseconds: number) => setTimeout(milliseconds, undefined, { signal });
      const client = patient(seedClientOf(migration, pause));
      const ask: Ask = (path) => client.request('GET', path);
      const { description, types } = await told(ask, system.profile.name, reading.types);
      await withProgressLine<number, void>(
        `Läser ${system.profile.name}`,
        (read) => `${read} resurser`,
        (progress) =>
          numbers === undefined
            ? readAll({ ...reading, types, ask, progress })
            : readPeople({ ...reading, types, ask, progress }, numbers),
      );
      return { description };
    } finally {
      await migration.close();
    }
  } catch (error) {
    throw withItsPlace(error, system.profile);
  } finally {
    await system.close();
  }
}

interface Statement {
  readonly software?: { readonly name?: string; readonly version?: string };
  readonly rest?: readonly { readonly resource?: readonly { readonly type: string }[] }[];
}

/**
 * What the system says it is, and which of some types it has, in its CapabilityStatement; one that lists none may have them all.
 * Of a type that it does not have, it has no record.
 */
async function told(ask: Ask, name: string, types: readonly string[]) {
  const { body } = await ask('metadata');
  const { software, rest = [] } = (body ?? {}) as Statement;
  const known = new Set(rest.flatMap(({ resource = [] }) => resource.map(({ type }) => type)));
  return {
    description: { name, software: software?.name ?? 'okänt', version: software?.version ?? 'okänd' },
    types: known.size === 0 ? types : types.filter((type) => known.has(type)),
  };
}
