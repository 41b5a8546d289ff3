import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../cli/project.ts';
import { type MannerServer, startMannerServer } from '../systems/fhir-r4/testing/manner-server.ts';
import statement from '../systems/millennium/capabilitystatement-2026-08-14.json' with { type: 'json' };
import { byStatement } from '../systems/millennium/testing/by-statement.ts';
import { genrepHere } from './command-here.ts';

/** What a test lead is told of a system that says it otherwise, before anything is written in it. */
let server: MannerServer;
beforeAll(async () => {
  server = await startMannerServer([byStatement(statement as never)]);
});
afterAll(() => server.close());

describe('a system with a mapping', () => {
  it('is planned for: what can be tried there, and why the rest cannot', async () => {
    const { exitCode, stdout } = await genrepHere(['plan', 'sas-vardag', '--system', 'millennium'], {
      MILLENNIUM_FHIR: server.base,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\(record-vitals\) +ja /m);
    expect(stdout).toMatch(/\(order-test\) +nej/m);
    expect(stdout).toContain(
      'Systemet säger inte att det kan spara en provbeställning (ServiceRequest); därför kan steget inte prövas här.',
    );
    expect(stdout).toContain('att det kan spara en given dos (MedicationAdministration)');
    expect(server.received.map(({ method }) => method)).toEqual(server.received.map(() => 'GET'));
  });

  it('whose rule searches by what the system does not list is refused with its place, and code 2', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'genrep-mapping-'));
    const mapping = await readFile(path.join(ROOT, 'systems/millennium/mapping.yaml'), 'utf8');
    await writeFile(
      path.join(folder, 'mapping.yaml'),
      mapping.replace('{ subject: patient }', '{ subject: person }'),
    );
    const profile = await readFile(path.join(ROOT, 'systems/profiles/millennium.yaml'), 'utf8');
    const file = path.join(folder, 'system.yaml');
    await writeFile(file, profile.replace('../millennium/mapping.yaml', './mapping.yaml'));
    const { exitCode, stderr } = await genrepHere(['plan', 'sas-vardag', '--system', file], {
      MILLENNIUM_FHIR: server.base,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /mapping\.yaml:\d+:\d+: Systemet säger inte att DiagnosticReport kan sökas på "person"; välj bland _id, /,
    );
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
