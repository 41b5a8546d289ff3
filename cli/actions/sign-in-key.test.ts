import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { compactVerify, createLocalJWKSet, importPKCS8, SignJWT } from 'jose';
import { expect, it, vi } from 'vitest';
import { makeSignInKey } from './sign-in-key.ts';

it.each(['RS384', 'ES384'] as const)(
  'a key for %s signs what its JWKS verifies, and is never written over',
  async (jwks) => {
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const out = path.join(await mkdtemp(path.join(tmpdir(), 'genrep-key-')), 'robot.pem');
    await makeSignInKey({ out, jwks });
    const key = await readFile(out, 'utf8');
    const published = await readFile(`${out}.jwks.json`, 'utf8');
    const { keys } = JSON.parse(published);
    expect(keys).toEqual([expect.objectContaining({ alg: jwks, use: 'sig', kid: expect.any(String) })]);
    expect(keys[0]).not.toHaveProperty('d');
    expect(said.mock.calls.join('')).toContain(`keyId: ${keys[0].kid}\n  algorithm: ${jwks}`);
    if (process.platform !== 'win32') expect((await stat(out)).mode & 0o777).toBe(0o600);

    const signed = await new SignJWT()
      .setProtectedHeader({ alg: jwks, kid: keys[0].kid })
      .sign(await importPKCS8(key, jwks));
    await expect(compactVerify(signed, createLocalJWKSet({ keys }))).resolves.toBeDefined();

    await expect(makeSignInKey({ out, jwks })).rejects.toThrow('en nyckel skrivs aldrig över');
    expect(await readFile(out, 'utf8')).toBe(key);
    said.mockRestore();
  },
);
