import { Ajv, type ValidateFunction } from 'ajv';
import { Pool } from 'undici';
import { ANSWER_TIMEOUT, SystemError } from '../care-system.ts';
import schema from './cds-hooks.schema.json' with { type: 'json' };

/** What a service of CDS Hooks says of itself. */
export interface CdsService {
  readonly id: string;
  readonly hook: string;
  /** FHIR searches that the caller does beforehand, by the key under which it brings them along. */
  readonly prefetch?: Readonly<Record<string, string>>;
}

/** Advice, as a service gives it. */
export interface CdsCard {
  /** Under 140 characters. */
  readonly summary: string;
  readonly detail?: string;
  readonly indicator: 'info' | 'warning' | 'critical';
}

/** One call of a hook. */
interface CdsCall {
  readonly hook: string;
  readonly hookInstance: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly prefetch: Readonly<Record<string, unknown>>;
}

/** Asks a decision support by CDS Hooks 2.0 (cds-hooks.hl7.org/2.0). Everything throws SystemError when it does not do its part. */
export interface CdsHooksClient {
  readonly services: readonly CdsService[];
  call(service: CdsService, call: CdsCall): Promise<readonly CdsCard[]>;
  close(): Promise<void>;
}

const ajv = new Ajv({ allowUnionTypes: true, strictRequired: false }).addSchema(schema, 'cds-hooks');
const isDiscovery = ajv.compile<{ services: CdsService[] }>({ $ref: 'cds-hooks#/definitions/discovery' });
const isResponse = ajv.compile<{ cards: CdsCard[] }>({ $ref: 'cds-hooks#/definitions/response' });

/**
 * Reads what services there are.
 * @param address of the discovery endpoint: 'https://…/cds-services'
 * @param token sent as a bearer token, where the service asks for one
 */
export async function connectCdsHooks(address: string, token?: string): Promise<CdsHooksClient> {
  const url = new URL(address);
  const pool = new Pool(url.origin, { headersTimeout: ANSWER_TIMEOUT, bodyTimeout: ANSWER_TIMEOUT });
  const path = `${url.pathname.replace(/\/$/, '')}`;
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };

  async function ask<T>(
    shown: string,
    isRight: ValidateFunction<T>,
    where: string,
    body?: CdsCall,
  ): Promise<T> {
    const { status, text } = await answerTo(where, body);
    if (status < 200 || status > 299)
      throw new SystemError(
        'broken-answer',
        `Beslutsstödet svarade ${status} på ${shown}: ${text.slice(0, 200)}`,
      );
    const said = parsed(text);
    if (isRight(said)) return said;
    const [first] = isRight.errors ?? [];
    throw new SystemError(
      'broken-answer',
      `Beslutsstödets svar på ${shown} är inte som CDS Hooks 2.0 säger (${first?.instancePath ?? ''} ${first?.message ?? ''}).`,
    );
  }

  async function answerTo(where: string, body: CdsCall | undefined) {
    try {
      const response = await pool.request({
        method: body === undefined ? 'GET' : 'POST',
        path: where + url.search,
        headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization },
        body: body === undefined ? null : JSON.stringify(body),
      });
      return { status: response.statusCode, text: await response.body.text() };
    } catch (cause) {
      const kind = cause instanceof Error && /Timeout/.test(cause.name) ? 'timeout' : 'unreachable';
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new SystemError(kind, `Beslutsstödet på ${url.origin} svarar inte (${why}).`, { cause });
    }
  }

  try {
    const { services } = await ask('frågan om vilka tjänster som finns', isDiscovery, path);
    return {
      services,
      async call(service, call) {
        const { cards } = await ask(
          service.id,
          isResponse,
          `${path}/${encodeURIComponent(service.id)}`,
          call,
        );
        return cards;
      },
      close: () => pool.close(),
    };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
