import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startReference } from '../cli/reference-process.ts';

function start(
  options: string[],
  env = process.env,
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const program = fileURLToPath(new URL('./main.ts', import.meta.url));
  return spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'pipe'], env });
}

async function ending(
  program: ReturnType<typeof start>,
): Promise<{ code: number | null; complaint: string }> {
  const [complaint, [code]] = await Promise.all([text(program.stderr), once(program, 'exit')]);
  return { code, complaint };
}

describe('the program', () => {
  it('says where it listens in one line, and ends at once when told to', async () => {
    const program = start(['--port', '0', '--password', 'hemligt']);
    const [line] = await once(createInterface({ input: program.stdout }), 'line');
    const { listening } = JSON.parse(line);
    expect(listening).toEqual({
      fhir: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/fhir$/),
      ui: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      tokenEndpoint: expect.stringMatching(/\/oidc\/token$/),
      cdsHooks: expect.stringMatching(/\/cds-services$/),
      devices: expect.stringMatching(/^mllp:\/\/127\.0\.0\.1:\d+$/),
      password: 'hemligt',
    });
    const { status, headers } = await fetch(`${listening.fhir}/metadata`);
    expect(status).toBe(200);
    expect(headers.get('keep-alive'), 'an idle connection outlasts the pauses of a run').toBe('timeout=600');
    program.kill('SIGTERM');
    expect(await ending(program)).toEqual({ code: 0, complaint: '' });
  });

  it('is made to go wrong, and right again, in lines while it works', { timeout: 60_000 }, async () => {
    const reference = await startReference({ isSteered: true });
    const asked = async (headers: Record<string, string>, path = '/fhir/metadata', method = 'GET') =>
      (await fetch(`${reference.ui}${path}`, { method, headers }).catch(() => undefined))?.status;
    const page = { 'sec-fetch-site': 'same-origin' };
    const print = () => asked(page, '/fhir/Encounter/1/$print', 'POST');
    // The identity provider remarks on this, among the answers.
    await fetch(reference.tokenEndpoint, {
      method: 'POST',
      headers: { origin: reference.ui },
      body: new URLSearchParams({ grant_type: 'password', client_id: 'genrep-robot' }),
    });
    await reference.steer({ network: 'down' });
    expect([await asked(page), await asked({}), await asked(page, '/')]).toEqual([undefined, 200, undefined]);
    await reference.steer({ network: 'up', printers: 'out' });
    expect([await asked(page), await print()]).toEqual([200, 503]);
    // A fault that answers every request is seen by anybody, and not after it was lifted.
    await reference.steer({ printers: 'back', plant: 'busy-for-a-moment=1/1' });
    const busy = await Promise.all(Array.from({ length: 3 }, () => asked({}, '/fhir/Patient')));
    await reference.steer({ lift: 'busy-for-a-moment' });
    expect([busy.includes(401), await print(), await asked({}, '/fhir/Patient')]).toEqual([false, 401, 401]);
    await expect(reference.steer({ plant: 'finns-inte' })).rejects.toThrow('inget fel "finns-inte"');
    await reference.close();
    await expect(reference.steer({ network: 'down' })).rejects.toThrow('har stannat');
  });

  it('leaves nothing behind when told to end while it starts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'genrep-test-'));
    const program = start(['--port', '0'], { ...process.env, TMPDIR: folder });
    for await (const _event of watch(folder)) break;
    program.kill('SIGTERM');
    expect((await ending(program)).code).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    rmdirSync(folder);
  });

  it('says in one sentence that the port is taken', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const { port } = occupant.address() as AddressInfo;
    const { code, complaint } = await ending(start(['--port', String(port)]));
    occupant.close();
    expect(code).toBe(2);
    expect(complaint.trim().split('\n')).toEqual([
      `Porten ${port} är upptagen; välj en annan med --port, eller 0 för en ledig.`,
    ]);
  });

  it.each([
    ['an unknown fault', ['--fault', 'order-lsot'], 'order-lost'],
    ['a port that is none', ['--port', 'åtta'], '--port ska vara ett tal'],
    ['an unknown option', ['--färg', 'röd'], '--färg'],
  ])('refuses %s', async (_what, options, sentence) => {
    const { code, complaint } = await ending(start(options));
    expect(code).toBe(2);
    expect(complaint).toContain(sentence);
  });
});
