import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
// @ts-expect-error It runs on Node 20 before anything is installed, so it is JavaScript.
import { downloadRelease } from './install.mjs';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A place of releases with one archive, and the checksum that it says the archive has. */
async function releases(checksumOf: (archive: Buffer) => string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-release-'));
  const name = `k6-v2.2.0-linux-${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;
  await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, name, 'k6'), '#!/bin/sh\necho k6 v2.2.0\n');
  await chmod(path.join(folder, name, 'k6'), 0o755);
  spawnSync('tar', ['-czf', `${name}.tar.gz`, name], { cwd: folder });
  const archive = await readFile(path.join(folder, `${name}.tar.gz`));
  const files: Readonly<Record<string, Buffer | string>> = {
    [`/v2.2.0/${name}.tar.gz`]: archive,
    '/v2.2.0/k6-v2.2.0-checksums.txt': `${checksumOf(archive)}  ${name}.tar.gz\n`,
  };
  const server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const target = () => mkdtemp(path.join(tmpdir(), 'genrep-install-'));

describe.skipIf(process.platform !== 'linux')('a release of k6', () => {
  it('is unpacked when it has the checksum that the release tells', async () => {
    const program: string = await downloadRelease('v2.2.0', await target(), await releases(sha256));
    expect(spawnSync(program, ['version'], { encoding: 'utf8' }).stdout).toContain('v2.2.0');
  });

  it('is refused when a byte is not what it was', async () => {
    const other = await releases(() => '0'.repeat(64));
    await expect(downloadRelease('v2.2.0', await target(), other)).rejects.toThrow(/has checksum/);
  });

  it('is refused when the release has no checksum for it', async () => {
    const other = await releases(() => '');
    await expect(downloadRelease('v2.3.0', await target(), other)).rejects.toThrow(/404/);
  });
});
