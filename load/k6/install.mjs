/**
 * Gets k6 into the project's cache: the release by its checksum where there is a network, else built from the pinned
 * tool module beside this file with Go. Started by cli/set-up.mjs in the background; needs nothing and runs on Node 20.
 * Two at the same time do not get in each other's way, and what is half made never has the program's name.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const windows = process.platform === 'win32';
const PROGRAM = windows ? 'k6.exe' : 'k6';
const RELEASES = 'https://github.com/grafana/k6/releases/download';
const CONNECT_WITHIN = 10_000;
const DOWNLOAD_WITHIN = 180_000;
/** Where there is memory to spare the compiler collects garbage more seldom: an eighth less processor time. */
const HAS_ROOM = os.totalmem() > 8 * 2 ** 30;

/** The version that the tool module pins, as releases are called: 'v2.2.0'. */
const pinnedVersion = () => {
  const [, version] = /go\.k6\.io\/k6\/v2 (v\S+)/.exec(readFileSync(path.join(here, 'go.mod'), 'utf8')) ?? [];
  if (version === undefined) throw new Error('load/k6/go.mod pins no k6.');
  return version;
};

/** The name of this machine's release, or undefined where there is none. */
const archiveFor = (version) => {
  const system = { linux: 'linux', darwin: 'macos', win32: 'windows' }[process.platform];
  const machine = { x64: 'amd64', arm64: 'arm64' }[process.arch];
  if (system === undefined || machine === undefined) return undefined;
  return `k6-${version}-${system}-${machine}${system === 'linux' ? '.tar.gz' : '.zip'}`;
};

async function fetched(address, within) {
  const response = await fetch(address, { signal: AbortSignal.timeout(within) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** Downloads and unpacks the release into a folder; the path of its program. Throws when anything is not as it should. */
export async function downloadRelease(version, folder, releases = RELEASES) {
  const archive = archiveFor(version);
  if (archive === undefined) throw new Error('No release for this machine.');
  const sums = (await fetched(`${releases}/${version}/k6-${version}-checksums.txt`, CONNECT_WITHIN)).toString(
    'utf8',
  );
  const [wanted] =
    sums
      .split('\n')
      .find((line) => line.trim().endsWith(archive))
      ?.split(/\s+/) ?? [];
  if (wanted === undefined) throw new Error(`The release has no checksum for ${archive}.`);
  const bytes = await fetched(`${releases}/${version}/${archive}`, DOWNLOAD_WITHIN);
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (sum !== wanted) throw new Error(`${archive} has checksum ${sum}, not ${wanted}.`);
  const file = path.join(folder, archive);
  writeFileSync(file, bytes);
  const { status, stderr } = spawnSync('tar', ['-xf', file, '-C', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${archive} could not be unpacked: ${stderr}`);
  return path.join(folder, archive.replace(/\.(tar\.gz|zip)$/, ''), PROGRAM);
}

/** Builds k6 from the tool module; the path of the program. Throws with Go's own words. */
function buildFromSource(folder) {
  const program = path.join(folder, PROGRAM);
  const { status, stderr, error } = spawnSync(
    'go',
    ['build', '-C', here, '-trimpath', '-ldflags=-s -w', '-o', program, 'go.k6.io/k6/v2'],
    { encoding: 'utf8', env: { GOGC: HAS_ROOM ? '400' : '100', ...process.env } },
  );
  if (status !== 0) throw new Error(`go build: ${error?.message ?? stderr}`);
  return program;
}

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** True for the one process that may install; a marker whose process is gone is taken over. */
function takeMarker(marker) {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeSync(openSync(marker, 'wx'), `${process.pid}`);
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAlive(Number(readFileSync(marker, 'utf8')))) return false;
      rmSync(marker, { force: true });
    }
  }
  return false;
}

async function install(cache) {
  mkdirSync(cache, { recursive: true });
  const marker = path.join(cache, 'installing');
  if (existsSync(path.join(cache, PROGRAM)) || !takeMarker(marker)) return;
  const folder = mkdtempSync(path.join(cache, 'making-'));
  try {
    const version = pinnedVersion();
    const program = await downloadRelease(version, folder).catch((error) => {
      process.stdout.write(`${error.message}\n`);
      return buildFromSource(folder);
    });
    chmodSync(program, 0o755);
    renameSync(program, path.join(cache, PROGRAM));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(marker, { force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    os.setPriority(15);
  } catch {
    // Some systems let nobody be nicer.
  }
  await install(path.join(here, '..', '..', '.cache', 'k6'));
}
