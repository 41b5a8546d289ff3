import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import { EXIT } from '../../domain/verdict.ts';
import { journalOf } from '../../evidence/testing/journal.ts';
import { flowStarted, runStarted, stepEnded } from '../../evidence/testing/run.ts';
import { smallPlan } from '../../load/testing/small-plan.ts';
import { bundleOf, outcomeOf } from '../../systems/testing/plain-server.ts';
import { startSmallServer } from '../../systems/testing/small-server.ts';
import { cleanRun } from './clean.ts';

const { flows } = smallPlan(1);
const [flow] = flows;
const begun = (instance: string) => [
  { ...flowStarted(instance), flow: flow?.id ?? '' },
  stepEnded(instance, 0),
];

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  for (const each of opened.splice(0)) await each.close();
});

const visitOf = ([id, code]: readonly [string, string]) => ({
  ...{ resourceType: 'Encounter' as const, id, status: 'arrived' as const, class: {} },
  meta: { tag: [{ system: SYSTEMS.token, code }] },
});

/** A system where the run has left three visits, of which it lets none, or all but some, be removed. */
async function cleaned(options: { remove?: true; keeps?: RegExp; of?: string }) {
  const there = new Map(
    ['f-1', 'f-2', 'f-3'].map((instance, index) => [`${index + 1}`, `test.${instance}.1`]),
  );
  const server = await startSmallServer(({ method, address, url }) => {
    const [, id = ''] = /Encounter\/(\d+)/.exec(address) ?? [];
    if (method === 'DELETE' && options.keeps?.test(id)) {
      return { status: 409, json: outcomeOf('Det hänvisas till posten.') };
    }
    if (method === 'DELETE') {
      there.delete(id);
      return { status: 204, json: undefined };
    }
    const found = there.get(id);
    if (id !== '') {
      return found === undefined
        ? { status: 404, json: outcomeOf('Finns inte.') }
        : { json: visitOf([id, found]) };
    }
    return { json: { ...bundleOf([...there].map(visitOf)), link: [{ relation: 'self', url }] } };
  });
  opened.push(server);
  const profile = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-clean-')), 'prov.yaml');
  await writeFile(
    profile,
    `name: prov\nenvironment: test\nfhir: ${server.address}/fhir\nsignIn:\n  method: none\n`,
  );
  const system = { name: options.of ?? 'prov', software: 'x', version: '1' };
  const run = await journalOf([
    runStarted({ flows, system }),
    ...['f-1', 'f-2', 'f-3'].flatMap(begun),
    { type: 'run-ended', interrupted: false },
  ]);
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  await cleanRun(run, { system: profile, ...(options.remove ? { remove: true } : {}) });
  return { said, left: [...there.keys()], exitCode: process.exitCode };
}

describe('genrep clean', () => {
  it('tells what a run left, and touches nothing', async () => {
    const { said, left, exitCode } = await cleaned({});
    expect(said).toMatch(/3 poster i prov är från körningen test:\n {2}Encounter: 3\nInget är borttaget/);
    expect(left).toHaveLength(3);
    expect(exitCode).toBe(EXIT.pass);
  });

  it('removes it when asked', async () => {
    const { said, left, exitCode } = await cleaned({ remove: true });
    expect(said).toContain('3 borttagna, 0 kvar.');
    expect(left).toEqual([]);
    expect(exitCode).toBe(EXIT.pass);
  });

  it('says what the system kept, and why, and removes the rest', async () => {
    const { said, left, exitCode } = await cleaned({ remove: true, keeps: /2/ });
    expect(said).toContain('2 borttagna, 1 kvar.\n✗ Systemet behöll 1 Encounter: Det hänvisas till posten.');
    expect(said).not.toContain('Inget gick att ta bort');
    expect(left).toEqual(['2']);
    expect(exitCode).toBe(EXIT.fail);
  });

  it('looks in no other system than the one that the run was in', async () => {
    await expect(cleaned({ of: 'annan' })).rejects.toThrow(/gjordes i annan, men profilen heter prov/);
  });

  it('starts no reference environment only to find nothing in it', async () => {
    const system = { name: 'reference', software: 'x', version: '1' };
    const run = await journalOf([runStarted({ flows, system }), { type: 'run-ended', interrupted: false }]);
    await expect(cleanRun(run, { system: 'reference' })).rejects.toThrow(/det finns inget att städa/);
  });
});
