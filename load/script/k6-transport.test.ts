import { describe, expect, it, vi } from 'vitest';
import { createK6Transport } from './k6-transport.ts';

const said = vi.hoisted(() => ({ body: '' }));

/** As k6 answers, for whom Go reads the JSON and takes no mark of a byte order. */
vi.mock('k6/http', () => ({
  default: {
    CookieJar: class {},
    asyncRequest: async () => ({
      ...{ status: 200, headers: {}, timings: { duration: 3 }, body: said.body },
      json(path?: string) {
        if (said.body.startsWith('\uFEFF'))
          throw new Error('invalid character looking for beginning of value');
        const read = JSON.parse(said.body);
        return path === undefined ? read : read[path];
      },
    }),
  },
}));

const transport = createK6Transport({ request: () => undefined, failure: () => undefined });

describe('an answer to k6', () => {
  it.each([
    ['plainly', ''],
    ['with a byte order mark before it', '\uFEFF'],
  ])('is read: %s', async (_how, mark) => {
    said.body = `${mark}{"resourceType":"Patient","id":"17"}`;
    const response = await transport.request({
      ...{ method: 'GET', url: 'http://127.0.0.1/fhir/Patient/17', headers: {}, timeout: 1, name: 'x' },
    });
    expect(response.json()).toEqual({ resourceType: 'Patient', id: '17' });
    expect(response.pick('id')).toBe('17');
    expect(response.text()).toBe('{"resourceType":"Patient","id":"17"}');
  });
});
