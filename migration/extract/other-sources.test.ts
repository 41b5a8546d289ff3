import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MigrationEvent } from '../../domain/migration-evidence.ts';
import { generatePopulation } from '../../generators/generate-population.ts';
import { recordKinds } from '../load-data.ts';
import { loadMapping } from '../mapping.ts';
import { faultsNamed } from '../plant.ts';
import { comparedBetween, targetWith } from '../testing/extracts.ts';
import { writeCsv } from '../testing/write-csv.ts';

/** The same people as FHIR, as CSV and as HL7 v2: what one source tells is held against what another was filled with. */

let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'genrep-sources-'));
  const options = {
    seed: 3,
    people: 60,
    until: '2026-01-01',
    years: 10,
    workers: 1,
    compress: 'none',
  } as const;
  await generatePopulation({ ...options, format: 'ndjson', out: at('fhir') });
  await generatePopulation({ ...options, format: 'hl7v2', out: at('hl7') });
  await writeCsv(at('fhir'), at('csv'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const foundIn = (events: readonly MigrationEvent[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    events.flatMap((event) => (event.type === 'migration-found' ? [[event.finding, event.count]] : [])),
  );
const compared = (events: readonly MigrationEvent[]) =>
  events.flatMap((event) =>
    event.type === 'migration-compared' && event.reason === undefined ? [event.record] : [],
  );

describe('HL7 v2', () => {
  it('tells the same as FHIR of what its messages have, and the rest is not covered', async () => {
    const events = await comparedBetween(at('hl7'), at('fhir'), at('s1'));
    expect(compared(events)).toEqual([
      'allergy',
      'medication',
      'patient',
      'referral',
      'booking',
      'vaccination',
    ]);
    expect(events[0]).toMatchObject({ source: { format: 'hl7v2' }, people: { source: 60 } });
    expect(foundIn(events)).toEqual({});
  });

  it('is held against a target with faults', async () => {
    const struck = await targetWith(
      faultsNamed(['milligrams-became-grams', 'allergy-lost']),
      at('fhir'),
      at('wrong'),
    );
    expect(foundIn(await comparedBetween(at('hl7'), at('wrong'), at('s2')))).toEqual({
      'dose-changed': struck.get('milligrams-became-grams'),
      'allergy-lost': struck.get('allergy-lost'),
    });
  });

  it('refuses what is no message, with its line', async () => {
    await mkdir(at('bad'));
    await writeFile(at('bad/a.hl7'), 'FHS|^~\\&\nPID|1\n');
    await expect(comparedBetween(at('bad'), at('fhir'), at('s3'))).rejects.toThrow(
      'a.hl7:2: Här skulle ett meddelande börja',
    );
  });
});

describe('CSV by a mapping', () => {
  const mapping = () => loadMapping('regionexport', recordKinds());

  it('tells the same as FHIR, its own codes and local times and all', async () => {
    const events = await comparedBetween(at('csv'), at('fhir'), at('s4'), { mapping: mapping() });
    expect(compared(events)).toEqual(['allergy', 'medication', 'patient', 'booking']);
    expect(foundIn(events)).toEqual({});
  });

  it('finds a booking that is an hour late', async () => {
    const fault = { id: 'x', sv: 'x', in: 'Appointment', every: 20, do: { shift: { start: 60 } } };
    const struck = await targetWith([fault], at('fhir'), at('late'));
    const events = await comparedBetween(at('csv'), at('late'), at('s5'), { mapping: mapping() });
    expect(foundIn(events)).toEqual({ 'booking-moved': struck.get('x') });
  });

  it('refuses a line with too few columns, with its place', async () => {
    await mkdir(at('torn'));
    for (const file of ['personer', 'overkansligheter', 'ordinationer', 'bokningar'])
      await writeFile(at(`torn/${file}.csv`), await readFile(at(`csv/${file}.csv`)));
    const text = await readFile(at('csv/bokningar.csv'), 'utf8');
    await writeFile(at('torn/bokningar.csv'), text.replace(/\n.*\n/, '\nx;y\n'));
    await expect(comparedBetween(at('torn'), at('fhir'), at('s6'), { mapping: mapping() })).rejects.toThrow(
      'bokningar.csv:2: Raden går inte att läsa som CSV (Expected Number of Columns',
    );
  });
});
