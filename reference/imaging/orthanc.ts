import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

/** The title (AE) of the archive, and of the only modality that it knows. */
const ARCHIVE = 'GENREPPACS';
export const MODALITY = 'GENREPCT';

/** Where Debian's packages orthanc and orthanc-dicomweb put them; elsewhere GENREP_ORTHANC names the program. */
const PROGRAMS = ['/usr/sbin/Orthanc', '/usr/local/sbin/Orthanc', '/usr/bin/Orthanc'];
const PLUGINS = ['libModalityWorklists.so', 'libOrthancDicomWeb.so'];
const PLUGIN_FOLDERS = ['usr/lib/orthanc', 'usr/share/orthanc/plugins', 'usr/local/share/orthanc/plugins'];

/** What of Orthanc is on this machine. */
interface Installed {
  readonly program: string;
  readonly plugins: readonly string[];
}

/** Thrown where Orthanc is not on the machine, or not all of it; the message says what to do. */
export class OrthancMissing extends Error {
  constructor(lacks: string) {
    super(
      `${lacks} finns inte på datorn, så röntgenstegen blir ej prövade; installera Debians paket orthanc och orthanc-dicomweb, eller ange programmet i GENREP_ORTHANC.`,
    );
    this.name = 'OrthancMissing';
  }
}

/** @throws OrthancMissing */
export function findOrthanc(environment: Readonly<Record<string, string | undefined>>): Installed {
  const named = environment.GENREP_ORTHANC;
  const program = (named === undefined || named === '' ? PROGRAMS : [named]).find((file) => existsSync(file));
  if (program === undefined) throw new OrthancMissing('Orthanc');
  const root = path.resolve(path.dirname(program), '../..');
  const folders = [...new Set([root, '/'])].flatMap((at) =>
    PLUGIN_FOLDERS.map((folder) => path.join(at, folder)),
  );
  const plugins = PLUGINS.map((plugin) => {
    const file = folders.map((folder) => path.join(folder, plugin)).find((each) => existsSync(each));
    if (file === undefined) throw new OrthancMissing(`Orthancs insticksprogram ${plugin}`);
    return file;
  });
  return { program, plugins };
}

/** A running archive. */
export interface Orthanc {
  /** 'dicom://127.0.0.1:4242/GENREPPACS' */
  readonly dicom: string;
  readonly http: Pool;
  /** An entry of the worklist, as a DICOM file; another of the same name takes its place. */
  putOnWorklist(name: string, file: Uint8Array): Promise<void>;
  takeOffWorklist(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts Orthanc as a program of its own, with nothing in it, and waits until it answers. */
export async function startOrthanc(
  { program, plugins }: Installed,
  report: (problem: unknown) => void,
): Promise<Orthanc> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-orthanc-'));
  const worklists = path.join(folder, 'worklists');
  await mkdir(worklists);
  const [httpPort, dicomPort] = [await freePort(), await freePort()];
  const configuration = path.join(folder, 'orthanc.json');
  await writeFile(
    configuration,
    JSON.stringify(settings({ folder, worklists, plugins, httpPort, dicomPort })),
  );
  const child = spawn(program, [configuration], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2_000);
  });
  const ended = once(child, 'exit');
  let closing = false;
  void ended.then(([code]) => {
    if (!closing) report(new Error(`Orthanc stannade med ${code}: ${said.trim().split('\n').at(-1) ?? ''}`));
  });
  const http = new Pool(`http://127.0.0.1:${httpPort}`);
  const close = async (): Promise<void> => {
    closing = true;
    child.kill('SIGTERM');
    await ended;
    await http.close();
    await rm(folder, { recursive: true });
  };
  // Whoever starts the environment may die; an archive must not outlive it.
  process.once('exit', () => void child.kill('SIGKILL'));
  if (!(await answers(http, () => child.exitCode !== null))) {
    await close();
    throw new Error(`Orthanc startade inte: ${said.trim().split('\n').at(-1) ?? 'det sade inget'}`);
  }
  const fileOf = (name: string): string => path.join(worklists, `${name}.wl`);
  return {
    dicom: `dicom://127.0.0.1:${dicomPort}/${ARCHIVE}`,
    http,
    close,
    putOnWorklist: (name, file) => writeFile(fileOf(name), file),
    takeOffWorklist: (name) => unlink(fileOf(name)),
  };
}

/** A start takes a tenth of a second; half a minute is for a machine with much else to do. */
async function answers(http: Pool, hasEnded: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 300 && !hasEnded(); tries += 1) {
    const response = await http.request({ method: 'GET', path: '/system' }).catch(() => undefined);
    await response?.body.dump();
    if (response?.statusCode === 200) return true;
    await pause(100);
  }
  return false;
}

/**
 * Only this machine comes in, and of DICOM only the robot's modality. Without UTF-8 Orthanc 1.10 answers a worklist in Latin1
 * and leaves out the letters that it lacks.
 */
const settings = (at: {
  readonly folder: string;
  readonly worklists: string;
  readonly plugins: readonly string[];
  readonly httpPort: number;
  readonly dicomPort: number;
}) => ({
  Name: 'Genrep referensmiljö',
  StorageDirectory: path.join(at.folder, 'storage'),
  IndexDirectory: path.join(at.folder, 'storage'),
  Plugins: at.plugins,
  HttpPort: at.httpPort,
  RemoteAccessAllowed: false,
  AuthenticationEnabled: false,
  DicomAet: ARCHIVE,
  DicomPort: at.dicomPort,
  DicomCheckCalledAet: true,
  DicomAlwaysAllowEcho: false,
  DicomAlwaysAllowStore: false,
  DicomCheckModalityHost: true,
  DicomModalities: {
    robot: {
      AET: MODALITY,
      Host: '127.0.0.1',
      Port: 104,
      AllowEcho: true,
      AllowFind: false,
      AllowFindWorklist: true,
      AllowMove: false,
      AllowStore: true,
    },
  },
  DefaultEncoding: 'Utf8',
  Locale: 'C.UTF-8',
  StableAge: 1,
  Worklists: { Enable: true, Database: at.worklists },
  DicomWeb: { Enable: true, Root: '/dicom-web/', EnableWado: false },
});

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  server.close();
  await once(server, 'close');
  return address.port;
}
