import type { DrillClient } from '../../downtime/client.ts';
import type { Migration } from '../../systems/open-migration.ts';

/** Whoever brings whole records in, as a drill asks. */
export const drillClient = (request: Migration['request']): DrillClient => ({
  async request(method, address, body, headers = {}) {
    const response = await request({
      ...{ method, path: address },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/fhir+json' },
    });
    return {
      status: response.status,
      body: parsed(response.text()),
      location: response.header('location'),
    };
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
