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
      const description = await descriptionOf(ask, system.profile.name);
      await withProgressLine<number, void>(
        `Läser ${system.profile.name}`,
        (read) => `${read} resurser`,
        (progress) =>
          numbers === undefined
            ? readAll({ ...reading, ask, progress })
            : readPeople({ ...reading, ask, progress }, numbers),
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

/** What the system says it is, in its CapabilityStatement. */
async function descriptionOf(ask: Ask, name: string): Promise<ReadSystem['description']> {
  const { body } = await ask('metadata');
  const { software } = (body ?? {}) as {
    readonly software?: { readonly name?: string; readonly version?: string };
  };
  return { name, software: software?.name ?? 'okänt', version: software?.version ?? 'okänd' };
}
