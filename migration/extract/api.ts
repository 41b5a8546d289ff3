import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { SystemError } from '../../systems/care-system.ts';

/** One question to the system; the path below its base address. Answers of any status are answers. */
export type Ask = (path: string) => Promise<{ readonly status: number; readonly body: unknown }>;

interface Reading {
  readonly ask: Ask;
  /** FHIR resource types. */
  readonly types: readonly string[];
  readonly into: string;
  readonly signal: AbortSignal;
  /** Told how many resources have been read. */
  readonly progress?: (read: number) => void;
}

const PAGE = 500;

/** Reads all that the system lists of some types, page by page, into a folder of NDJSON. */
export async function readAll({ types, ...reading }: Reading): Promise<void> {
  let read = 0;
  for (const type of types)
    await writing(reading.into, type, async (write) => {
      for await (const resource of pagesOf(reading, `${type}?_count=${PAGE}`, type)) {
        write(resource);
        reading.progress?.(++read);
      }
    });
}

/** The types that are not about one person, and are read whole. */
const SHARED: ReadonlySet<string> = new Set(['Organization']);

/**
 * Reads what the system has about some people, one by one. Numbers without a system, as 'identifier' searches take them.
 * Whoever is not there is left out, so that the comparison finds the person missing.
 */
export async function readPeople({ types, ...reading }: Reading, numbers: readonly string[]): Promise<void> {
  let read = 0;
  const ids: string[] = [];
  await writing(reading.into, 'Patient', async (write) => {
    for (const number of numbers)
      for await (const patient of pagesOf(
        reading,
        `Patient?identifier=${encodeURIComponent(number)}`,
        'Patient',
      )) {
        ids.push(String(patient.id));
        write(patient);
      }
  });
  for (const type of types.filter((one) => one !== 'Patient'))
    await writing(reading.into, type, async (write) => {
      const asked = SHARED.has(type) ? [''] : ids.map((id) => `patient=Patient/${id}&`);
      for (const who of asked)
        for await (const resource of pagesOf(reading, `${type}?${who}_count=${PAGE}`, type)) {
          write(resource);
          reading.progress?.(++read);
        }
    });
}

type Resource = Readonly<Record<string, unknown>>;

interface Bundle {
  readonly link?: readonly { readonly relation?: string; readonly url?: string }[];
  readonly entry?: readonly { readonly resource?: Resource }[];
}

async function* pagesOf(
  { ask, signal }: Pick<Reading, 'ask' | 'signal'>,
  first: string,
  type: string,
): AsyncGenerator<Resource> {
  const seen = new Set<string>();
  for (let next: string | undefined = first; next !== undefined; ) {
    signal.throwIfAborted();
    const { status, body } = await ask(next);
    if (status !== 200)
      throw new SystemError(
        'broken-answer',
        `Systemet svarade ${status} på GET ${next}; listan är inte hel, så inget jämförs.`,
      );
    const { entry = [], link = [] } = (body ?? {}) as Bundle;
    // Beside what was asked for, a system may send a word of its own about the search.
    for (const { resource } of entry) if (resource?.resourceType === type) yield resource;
    const url = link.find(({ relation }) => relation === 'next')?.url;
    if (url !== undefined && seen.has(url))
      throw new SystemError(
        'broken-answer',
        `Systemet hänvisar i ring från GET ${next}; listan blir aldrig hel, så inget jämförs.`,
      );
    if (url !== undefined) seen.add(url);
    next = url === undefined ? undefined : belowBase(url, type);
  }
}

/** 'https://host/fhir/Patient?_page=2' below the base: a next page is asked for as the first was. */
const belowBase = (url: string, type: string): string => {
  const at = url.lastIndexOf(`/${type}?`);
  if (at >= 0) return url.slice(at + 1);
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(query);
};

async function writing(
  into: string,
  type: string,
  work: (write: (resource: Resource) => void) => Promise<void>,
): Promise<void> {
  const out = createWriteStream(path.join(into, `${type}.ndjson`));
  try {
    await work((resource) => out.write(`${JSON.stringify(resource)}\n`));
  } finally {
    out.end();
    await finished(out);
  }
}
