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
      password: 'hemligt',
    });
    const { status, headers } = await fetch(`${listening.fhir}/metadata`);
    expect(status).toBe(200);
    expect(headers.get('keep-alive'), 'an idle connection outlasts the pauses of a run').toBe('timeout=600');
    program.kill('SIGTERM');
    expect(await ending(program)).toEqual({ code: 0, complaint: '' });
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
