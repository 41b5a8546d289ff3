import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Bundle, Patient, Resource } from '@medplum/fhirtypes';
import { Pool } from 'undici';
import { SYSTEMS } from '../domain/codes/systems.ts';
import type { Listening } from './server.ts';

/** What the environment takes and gives, measured with its client on the same machine. */
export interface ReferenceFigures {
  /** From the start of the program until it listens, milliseconds. */
  readonly start: number;
  readonly reads: Rate;
  readonly searches: Rate;
  readonly writes: Rate;
  /** Resources in the store at the end, the audit log not counted. */
  readonly resources: number;
  /** Memory of the program (without its laboratory) at the end, MB. */
  readonly memory: number;
}

interface Rate {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** How many requests are under way at the same time. */
const CONCURRENCY = 8;
const PATIENTS = 500;
/** What one day at work leaves behind. */
const DAY = 30_000;
const READS = 10_000;

/** Starts the environment as a program, writes a day of resources into it and reads them; takes about two minutes. */
export async function benchReference(): Promise<ReferenceFigures> {
  const begun = performance.now();
  const program = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = await once(createInterface({ input: program.stdout }), 'line');
    const start = performance.now() - begun;
    const { listening }: { listening: Listening } = JSON.parse(line);
    return { start, ...(await measure(listening)), memory: residentMegabytes(program.pid ?? 0) };
  } finally {
    program.kill('SIGTERM');
    await once(program, 'exit');
  }
}

async function measure(listening: Listening): Promise<Omit<ReferenceFigures, 'start' | 'memory'>> {
  const pool = new Pool(listening.ui, { connections: CONCURRENCY });
  const signIn = signInAt(pool, listening.password);
  const [registry, nurse] = [await signIn('registry'), await signIn('nurse.sas-medicin-3.day')];
  const patients = await makePatients(pool, registry);
  const person = (index: number): string => patients[index % patients.length] ?? '';
  const writes = await rateOf(DAY, (index) => post(pool, nurse, resourceOf(index, person(index))));
  const reads = await rateOf(READS, (index) => get(pool, nurse, person(index)));
  const searches = await rateOf(READS, (index) =>
    get(pool, nurse, `Observation?subject=${person(index)}&code=85353-1&_count=5`),
  );
  await pool.close();
  return { reads, searches, writes, resources: DAY + PATIENTS };
}

/** What nurses write most: measurements (which decision support scores), notes, contacts. */
function resourceOf(index: number, patient: string): Resource {
  const subject = { reference: patient };
  switch (index % 4) {
    case 0:
    case 1:
      return vitalSigns(patient);
    case 2:
      return {
        resourceType: 'DocumentReference',
        status: 'current',
        type: { coding: [{ system: SYSTEMS.loinc, code: '34109-9' }] },
        subject,
        content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: NOTE } }],
      };
    default:
      return {
        resourceType: 'Encounter',
        status: 'finished',
        class: { system: SYSTEMS.actCode, code: 'AMB' },
        subject,
        serviceProvider: { reference: 'Organization/vc-ekbacken' },
      };
  }
}

const NOTE = Buffer.from('Mår bättre idag. Äter och dricker själv. '.repeat(10), 'utf8').toString('base64');

/** LOINC codes and ordinary values of the panel; a low NEWS2, so that no warning is made. */
const ORDINARY: readonly (readonly [string, number, string])[] = [
  ['9279-1', 16, '/min'],
  ['59408-5', 97, '%'],
  ['8480-6', 124, 'mm[Hg]'],
  ['8867-4', 72, '/min'],
  ['8310-5', 37, 'Cel'],
];

function vitalSigns(patient: string): Resource {
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: SYSTEMS.observationCategory, code: 'vital-signs' }] }],
    code: { coding: [{ system: SYSTEMS.loinc, code: '85353-1' }] },
    subject: { reference: patient },
    effectiveDateTime: new Date().toISOString(),
    component: ORDINARY.map(([code, value, unit]) => ({
      code: { coding: [{ system: SYSTEMS.loinc, code }] },
      valueQuantity: { value, unit, system: SYSTEMS.ucum, code: unit },
    })),
  };
}

async function makePatients(pool: Pool, token: string): Promise<string[]> {
  const patients = Array.from(
    { length: PATIENTS },
    (_, index): Patient => ({
      resourceType: 'Patient',
      identifier: [{ system: 'urn:genrep:bench', value: String(index) }],
      name: [{ family: `Provsson ${index}`, given: ['Bänk'] }],
      address: [{ line: ['Påhittade gatan 1'], postalCode: '500 00', city: 'Borås' }],
    }),
  );
  const bundle: Bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: patients.map((resource) => ({ resource, request: { method: 'POST', url: 'Patient' } })),
  };
  const answer = await send(pool, token, 'POST', '/fhir', bundle);
  const { entry = [] }: Bundle = JSON.parse(answer);
  return entry.map(({ response }) => /Patient\/[^/]+/.exec(response?.location ?? '')?.[0] ?? '');
}

/** Keeps a number of requests under way until all are done. */
async function rateOf(count: number, request: (index: number) => Promise<unknown>): Promise<Rate> {
  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const sent = performance.now();
      await request(index);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const percentile = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { perSecond: count / seconds, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99) };
}

const get = (pool: Pool, token: string, path: string): Promise<string> =>
  send(pool, token, 'GET', `/fhir/${path}`);

const post = (pool: Pool, token: string, resource: Resource): Promise<string> =>
  send(pool, token, 'POST', `/fhir/${resource.resourceType}`, resource);

async function send(
  pool: Pool,
  token: string,
  method: 'GET' | 'POST',
  path: string,
  body?: Resource,
): Promise<string> {
  const { statusCode, body: answer } = await pool.request({
    method,
    path,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.text();
  if (statusCode >= 300)
    throw new Error(`${method} ${path} was answered ${statusCode}: ${text.slice(0, 300)}`);
  return text;
}

function signInAt(pool: Pool, password: string): (userName: string) => Promise<string> {
  return async (username) => {
    const { body } = await pool.request({
      method: 'POST',
      path: '/oidc/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: 'genrep-robot',
        username,
        password,
      }).toString(),
    });
    const { access_token }: { access_token: string } = JSON.parse(await body.text());
    return access_token;
  };
}

/** Memory of a process as the operating system sees it. */
function residentMegabytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
