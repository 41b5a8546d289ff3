import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Timekeeper } from '../domain/time.ts';
import { checkWorkflows } from './check-workflows.ts';
import { abilitiesOf } from './fhir-r4/capability.ts';
import type { FhirArea } from './fhir-r4/handler.ts';
import { fhirVocabulary } from './fhir-r4/vocabulary.ts';
import { loadProfile } from './load-profile.ts';
import { openSystem } from './open-system.ts';
import { AREAS, FHIR_AREAS } from './testing/areas.ts';
import { boastingStatement } from './testing/plain-server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'genrep-workflows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const clock: Timekeeper = { now: () => 0, pause: async () => undefined };

/** An area of a user's own, of which a step needs a system that does something by itself. */
const meals = (needs: string): FhirArea => ({
  tasks: { 'order-meal': { needs: { workflows: [needs] }, perform: async () => ({}) } },
  questions: {},
  workflows: { 'meal-delivery': { sv: 'skickar måltiden till avdelningen' } },
});

describe('what a system does by itself', () => {
  it('is what the areas understand, all that their steps need among it', () => {
    expect(() => checkWorkflows({ workflows: ['bed-assignment'] }, FHIR_AREAS)).not.toThrow();
  });

  it('is refused in a profile at its place where no area understands it, with what is near', async () => {
    const file = path.join(folder, 'system.yaml');
    writeFileSync(
      file,
      'name: prov\nenvironment: test\nfhir: http://127.0.0.1:1\nsignIn: { method: none }\nworkflows:\n  - bed-asignment\n',
    );
    const profile = loadProfile(file);
    await expect(
      openSystem({ areas: AREAS, profile, channel: 'api', clock, recordings: '' }),
    ).rejects.toThrow(
      /system\.yaml:6:5: "bed-asignment" är inget .*; menade du "bed-assignment"\? De känner /,
    );
  });

  it('can be of a user’s own area: its steps are covered where the profile claims it, and the reason is its words', () => {
    const areas = [...FHIR_AREAS, meals('meal-delivery')];
    expect(() => checkWorkflows({ workflows: ['meal-delivery'] }, areas)).not.toThrow();
    const { workflows, handler } = fhirVocabulary(areas);
    const needs = handler('order-meal')?.needs ?? {};
    const profile = { name: 'prov', environment: 'test', signIn: { method: 'none' } } as const;
    const abilities = (claimed: readonly string[]) =>
      abilitiesOf(boastingStatement(), { ...profile, workflows: claimed }, workflows);
    expect(abilities(['meal-delivery']).covers(needs)).toEqual({ supported: true });
    expect(abilities([]).covers(needs)).toEqual({
      supported: false,
      reason:
        'Systemet säger inte att det skickar måltiden till avdelningen; därför kan steget inte prövas här.',
    });
  });

  it('is told of an area whose step needs what no area talks of', () => {
    expect(() => checkWorkflows({}, [...FHIR_AREAS, meals('meal-deliveries')])).toThrow(
      /Steget "order-meal" behöver "meal-deliveries", som inget vårdområde talar om; menade du "meal-delivery"\?/,
    );
  });
});
