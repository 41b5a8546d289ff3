import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSafePersonnummer } from '../domain/identifiers.ts';
import { createJsonRedactor, createRedactor, type Redactor } from '../evidence/redact.ts';
import type { ExchangeKeeper, Said } from './fhir-r4/exchange-log.ts';
import type { TransportResponse } from './fhir-r4/transport.ts';

/** The longest body that is kept whole, in characters of JSON. */
const LONGEST_BODY = 16_000;

/** Headers that say what was asked for and what came; all others, cookies and sign-ins among them, are left out. */
const TOLD = [
  'accept',
  'content-type',
  'if-match',
  'if-none-exist',
  'prefer',
  'etag',
  'location',
  'x-request-id',
];

/**
 * Keeps the requests and the responses of a failed step as JSON beside a run's evidence, without what must never be
 * written: tokens, cookies, passwords, identity numbers that somebody may have.
 * @param recordings folder of what is kept of flows that failed
 * @param secrets of the run
 */
export function createExchangeKeeper(recordings: string, secrets: readonly string[]): ExchangeKeeper {
  return async ({ instance }, said, tokens) => {
    const options = { secrets: [...secrets, ...tokens], isSafeIdentity: isSafePersonnummer };
    const redact = createRedactor(options);
    const bodyOf = bodyReader(redact, createJsonRedactor(options));
    const folder = join(recordings, instance.replaceAll(/[^\w.-]/g, '_'));
    await mkdir(folder, { recursive: true });
    const path = join(folder, 'exchanges.json');
    const told = said.map((one) => toldOf(one, redact, bodyOf));
    await writeFile(path, `${JSON.stringify(told, undefined, 2)}\n`);
    return {
      title: 'Förfrågningar och svar',
      mediaType: 'application/json',
      path,
      summary: summaryOf(said).map(redact),
    };
  };
}

/** 'GET Encounter?patient=Patient/17 → 200 (34 ms)'; what was asked again and answered alike is told once. */
function summaryOf(said: readonly Said[]): string[] {
  const alike = Map.groupBy(
    said,
    ({ request, response, failure }) =>
      `${request.method} ${decoded(request.address)} → ${response?.status ?? failure}`,
  );
  return [...alike].map(([line, all]) => {
    const slowest = Math.max(...all.map(({ begunAt, endedAt }) => endedAt - begunAt));
    return all.length === 1
      ? `${line} (${slowest} ms)`
      : `${line} (${all.length} gånger, som mest ${slowest} ms)`;
  });
}

function toldOf(
  { account, request, response, failure, begunAt, endedAt }: Said,
  redact: Redactor,
  bodyOf: (body: string) => unknown,
) {
  return {
    at: new Date(begunAt).toISOString(),
    milliseconds: endedAt - begunAt,
    request: {
      method: request.method,
      address: redact(decoded(request.address)),
      ...(account === undefined ? {} : { as: redact(account) }),
      headers: headersOf(named(request.headers ?? {}), redact),
      ...(request.body === undefined ? {} : { body: bodyOf(request.body) }),
    },
    ...(failure === undefined ? {} : { failure: redact(failure) }),
    ...(response === undefined
      ? {}
      : {
          response: {
            status: response.status,
            headers: headersOf(response.header, redact),
            body: bodyOf(response.text()),
          },
        }),
  };
}

const headersOf = (header: TransportResponse['header'], redact: Redactor): Record<string, string> =>
  Object.fromEntries(
    TOLD.flatMap((name) => {
      const value = header(name);
      return value === undefined ? [] : [[name, redact(decoded(value))]];
    }),
  );

/** The headers that were sent, by names in lower case. */
function named(headers: Readonly<Record<string, string>>): TransportResponse['header'] {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => byName.get(name);
}

/** What must not be written is taken out of a body before it is cut: half a secret is still half a secret. */
const bodyReader =
  (redact: Redactor, jsonOf: (value: unknown) => string) =>
  (body: string): unknown => {
    const parsed = parsedOf(body);
    const clean = redact(parsed === undefined ? body : jsonOf(parsed));
    const more = clean.length - LONGEST_BODY;
    if (more > 0) return `${clean.slice(0, LONGEST_BODY)} … (${more} tecken till)`;
    return parsedOf(clean) ?? clean;
  };

function parsedOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** As people read it; what is no percent-encoding stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
