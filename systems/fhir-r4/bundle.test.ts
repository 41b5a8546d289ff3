import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { CareSystem } from '../care-system.ts';
import { AREAS } from '../testing/areas.ts';
import { person, UNITS } from '../testing/people.ts';
import { boastingStatement, bundleOf } from '../testing/plain-server.ts';
import { stepOf } from '../testing/step.ts';
import type { createFhirDriver, FhirSystemOptions } from './driver.ts';
import type { FhirArea } from './handler.ts';
import type { Transport, TransportResponse } from './transport.ts';

/** What k6 lacks of what Node's own contexts have. */
const MISSING_IN_K6 = [
  'Intl',
  'URL',
  'URLSearchParams',
  'fetch',
  'structuredClone',
  'btoa',
  'atob',
  'Buffer',
  'process',
];

/** The driver as it is bundled for k6, in a world as bare as k6's; with what says things otherwise, where it is needed. */
async function bundledDriver(mapped = false): Promise<{
  create: typeof createFhirDriver;
  dialectsOf: FhirSystemOptions['dialectsOf'];
  areas: readonly FhirArea[];
  bytes: number;
}> {
  const entry = [
    "export { createFhirDriver } from './driver.ts';",
    ...(mapped ? ["export { dialectsOf } from './mapping/dialect.ts';"] : []),
    ...AREAS.fhirFiles.map((file, at) => `export { fhir as area${at} } from ${JSON.stringify(file)};`),
  ].join('\n');
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bundle',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2023',
    supported: { 'async-generator': false, 'for-await': false },
    minifySyntax: true,
    minifyWhitespace: true,
  });
  const text = outputFiles[0]?.text ?? '';
  // Node's own contexts lack these, and k6 has them; what signs a sign-in's proof needs them.
  const world = createContext({ TextEncoder, TextDecoder });
  runInContext(MISSING_IN_K6.map((name) => `delete globalThis.${name};`).join(''), world);
  runInContext(text, world);
  const names = AREAS.fhirFiles.map((_, at) => `bundle.area${at}`).join(', ');
  return {
    create: runInContext('bundle.createFhirDriver', world),
    dialectsOf: runInContext('bundle.dialectsOf', world),
    areas: runInContext(`[${names}]`, world),
    bytes: text.length,
  };
}

function answering(json: unknown, status = 200): TransportResponse {
  return {
    status,
    header: (name) => (name === 'location' ? 'Encounter/7' : undefined),
    text: () => JSON.stringify(json),
    json: () => json,
    pick: () => undefined,
  };
}

const transport: Transport = {
  async request({ url, method }) {
    if (url.endsWith('/metadata')) return answering(boastingStatement());
    const [, type = ''] = /fhir\/(\w+)/.exec(url) ?? [];
    const resource = { resourceType: type as 'Encounter', id: '7', status: 'arrived', class: {} } as const;
    if (method === 'POST') return answering(resource, 201);
    return answering(url.includes('?') ? bundleOf([resource]) : resource);
  },
  close: async () => undefined,
};

describe('the driver bundled for k6', () => {
  it('needs nothing that k6 lacks, and is small', async () => {
    const { create, areas, bytes } = await bundledDriver();
    const system: CareSystem = create({
      areas,
      profile: { name: 'prov', environment: 'test', fhir: 'http://k6/fhir', signIn: { method: 'none' } },
      transport,
      clock: { now: () => 1_800_000_000_000, pause: async () => undefined },
    });
    await system.connect();
    const patient = { ...person(7), key: 'p-7' };
    await system.introduce(patient, [UNITS.emergency]);
    const task = { type: 'task', kind: 'register-arrival', reason: 'Åska', as: 'besöket' } as const;
    expect(await system.perform(task, stepOf({ patient }))).toMatchObject({
      status: 'done',
      reference: 'Encounter/7',
    });
    expect(bytes).toBeLessThan(296_000);
  });

  it('says there what a system says otherwise, and is still smaller than may be', async () => {
    const { create, dialectsOf, areas, bytes } = await bundledDriver(true);
    const bodies: string[] = [];
    const mapping = {
      activities: {
        'register-arrival': { write: { Encounter: { set: [{ path: 'status', value: 'planned' }] } } },
      },
    };
    const system: CareSystem = create({
      ...{ areas, dialectsOf, clock: { now: () => 1_800_000_000_000, pause: async () => undefined } },
      profile: {
        name: 'prov',
        environment: 'test',
        fhir: 'http://k6/fhir',
        signIn: { method: 'none' },
        mapping,
      },
      transport: {
        ...transport,
        request(request) {
          bodies.push(request.body ?? '');
          return transport.request(request);
        },
      },
    });
    await system.connect();
    const patient = { ...person(7), key: 'p-7' };
    await system.introduce(patient, [UNITS.emergency]);
    const task = { type: 'task', kind: 'register-arrival', reason: 'Åska', as: 'besöket' } as const;
    await system.perform(task, stepOf({ patient }));
    expect(bodies.map((body) => body && JSON.parse(body))).toContainEqual(
      expect.objectContaining({ resourceType: 'Encounter', status: 'planned' }),
    );
    expect(bytes).toBeLessThan(308_000);
  });
});
