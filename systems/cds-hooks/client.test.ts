import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { SystemError } from '../care-system.ts';
import { cdsHooksOf } from './address.ts';
import { connectCdsHooks } from './client.ts';

let server: Server | undefined;
afterEach(() => server?.close());

const SERVICE = { id: 'ordination', hook: 'order-sign', description: 'Ordinationsstöd' };
const CALL = { hook: 'order-sign', hookInstance: '1', context: {}, prefetch: {} };

/** A decision support that answers so, and remembers who asked. */
async function answering(of: Readonly<Record<string, readonly [status: number, body: string]>>) {
  const asked: (string | undefined)[] = [];
  server = createServer((request, response) => {
    asked.push(request.headers.authorization);
    const [status, body] = of[`${request.method} ${request.url}`] ?? [404, ''];
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/cds-services`, asked };
}

const DISCOVERY = ['GET /cds-services', [200, JSON.stringify({ services: [SERVICE] })]] as const;
const saying = (status: number, body: unknown) =>
  answering({
    [DISCOVERY[0]]: DISCOVERY[1],
    'POST /cds-services/ordination': [status, typeof body === 'string' ? body : JSON.stringify(body)],
  });

describe('CDS Hooks', () => {
  it('gives the cards of a service, and shows the token to it', async () => {
    const card = {
      summary: 'Stopp',
      indicator: 'critical',
      source: { label: 'Stöd' },
      extension: { own: 1 },
    };
    const { address, asked } = await saying(200, { cards: [card] });
    const client = await connectCdsHooks(address, 'nyckel-17');
    expect(client.services).toMatchObject([SERVICE]);
    expect(await client.call(SERVICE, CALL)).toMatchObject([{ summary: 'Stopp', indicator: 'critical' }]);
    expect(asked).toEqual(['Bearer nyckel-17', 'Bearer nyckel-17']);
    await client.close();
  });

  it.each([
    ['an error', 500, 'trasigt', 'svarade 500 på ordination: trasigt'],
    ['a missing prefetch', 412, '{"error":"patient"}', 'svarade 412'],
    ['no JSON', 200, '<html>', 'inte som CDS Hooks 2.0 säger'],
    ['no cards', 200, {}, "must have required property 'cards'"],
    [
      'a strength that is not of the standard',
      200,
      { cards: [{ summary: 'S', indicator: 'hard-stop', source: { label: 'S' } }] },
      '/cards/0/indicator',
    ],
  ])('%s is not taken for silence', async (_what, status, body, words) => {
    const client = await connectCdsHooks((await saying(status, body)).address);
    await expect(client.call(SERVICE, CALL)).rejects.toThrow(SystemError);
    await expect(client.call(SERVICE, CALL)).rejects.toThrow(words);
    await client.close();
  });

  it('is not there where nobody answers, or something else does', async () => {
    await expect(connectCdsHooks('http://127.0.0.1:1/cds-services')).rejects.toThrow('svarar inte');
    const { address } = await answering({ 'GET /cds-services': [200, '{"resourceType":"Bundle"}'] });
    await expect(connectCdsHooks(address)).rejects.toThrow("must have required property 'services'");
  });
});

describe('where it is asked', () => {
  const of = (cdsHooks: { address: string; token?: string } | undefined) =>
    cdsHooksOf(
      { name: 'prov', ...(cdsHooks && { cdsHooks }) },
      { WHERE: 'http://x/cds-services', KEY: 'nyckel' },
    );
  it.each([
    [undefined, { reason: 'Systemprofilen prov säger inte var beslutsstödet frågas (cdsHooks).' }],
    [{ address: 'http://y' }, { address: 'http://y' }],
    [
      { address: 'env:WHERE', token: 'env:KEY' },
      { address: 'http://x/cds-services', token: 'nyckel' },
    ],
    [{ address: 'env:NOWHERE' }, { reason: expect.stringContaining('Miljövariabeln NOWHERE') }],
  ])('%j', (profile, where) => expect(of(profile)).toEqual(where));
});
