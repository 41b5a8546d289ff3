import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { boastingStatement } from '../../../systems/testing/plain-server.ts';

const EMPTY = JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry: [] });

/** A FHIR server that says that it can everything and does nothing, so that a generator's own pace can be seen. */
export async function startStubServer() {
  const statement = JSON.stringify(boastingStatement());
  let made = 0;
  const server = createServer((request, response) => {
    request.resume();
    const [, type = 'Patient'] = /\/fhir\/(\w+)/.exec(request.url ?? '') ?? [];
    const type4 = { 'content-type': 'application/fhir+json' };
    if (request.url?.endsWith('/metadata')) response.writeHead(200, type4).end(statement);
    else if (request.method === 'POST') {
      made += 1;
      response.writeHead(201, { ...type4, location: `${type}/${made}` }).end();
    } else response.writeHead(200, type4).end(EMPTY);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    fhir: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
