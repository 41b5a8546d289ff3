import type { Bundle } from '@medplum/fhirtypes';
import { Agent, request } from 'undici';

const FHIR = { 'content-type': 'application/fhir+json', prefer: 'return=minimal' };

/** What a server says to the same few requests, without what differs each time: ports and moments. */
export async function conversation(base: string): Promise<readonly string[]> {
  const agent = new Agent();
  const said: string[] = [];

  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    address: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly etag: string; readonly text: string }> {
    const response = await request(`${base}/${address}`, {
      method,
      headers: { ...FHIR, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      dispatcher: agent,
    });
    const header = (name: string): string => String(response.headers[name] ?? '');
    // Byte for byte: what packs and marks texts is heard too.
    const text = Buffer.from(await response.body.arrayBuffer()).toString('latin1');
    const told = ['location', 'etag', 'retry-after', 'content-encoding', 'content-type'];
    said.push(
      [response.statusCode, ...told.map(header), text]
        .join(' ')
        .replaceAll(/:\d{4,5}\//g, ':port/')
        .replaceAll(/"lastUpdated":"[^"]*"/g, ''),
    );
    return { etag: header('etag'), text };
  }

  const subject = { reference: 'Patient/1' };
  await ask('GET', 'metadata');
  const identifier = [{ system: 'urn:x', value: '1' }];
  const unless = { 'if-none-exist': 'identifier=urn:x|1' };
  await ask('POST', 'Patient', { resourceType: 'Patient', identifier }, unless);
  await ask('POST', 'Patient', { resourceType: 'Patient', identifier }, unless);
  const encounter = {
    resourceType: 'Encounter',
    meta: { tag: [{ system: 'urn:genrep:token', code: 'a' }] },
    status: 'arrived',
    subject,
    period: { start: '2026-11-29T12:00:00.123+01:00' },
  };
  await ask('POST', 'Encounter', encounter);
  await ask('POST', 'Encounter', encounter);
  const { etag } = await ask('GET', 'Encounter/2');
  await ask('PUT', 'Encounter/2', { ...encounter, id: '2', status: 'finished' }, { 'if-match': etag });
  await ask('POST', 'Task', {
    resourceType: 'Task',
    status: 'requested',
    authoredOn: '2026-11-29T11:00:00Z',
    focus: { reference: 'Encounter/2' },
  });
  await ask('GET', 'Encounter/2');
  for (const search of [
    'Encounter?subject=Patient/1&status=arrived',
    'Encounter?subject=Patient/1',
    'Encounter?subject=Patient/1',
    'Encounter?_tag=urn:genrep:token|b',
    'Patient?identifier=urn:x|2',
    'Task?focus=Encounter/3',
  ]) {
    const { text } = await ask('GET', search);
    const next = text.includes('"next"') ? nextIn(text) : undefined;
    if (next?.startsWith(base)) await ask('GET', next.slice(base.length + 1));
    else if (next !== undefined) await ask('GET', `Encounter${next.slice(next.indexOf('?'))}`);
  }
  await ask('POST', 'Task', { resourceType: 'Task' }, { 'if-none-exist': 'status=requested' });
  await ask('DELETE', 'Encounter/2');
  await ask('GET', 'Encounter?subject=Patient/1');
  await ask('GET', 'Encounter/2');
  await agent.close();
  return said;
}

const nextIn = (text: string): string | undefined =>
  (JSON.parse(text) as Bundle).link?.find(({ relation }) => relation === 'next')?.url;
