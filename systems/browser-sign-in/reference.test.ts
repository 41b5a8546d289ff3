import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '../care-system.ts';
import { Rehearsal } from '../contract/rehearsal.ts';
import { openSystem } from '../open-system.ts';
import type { SystemProfile } from '../profile.ts';
import { EVENTFUL_STAY } from '../reference-ui/testing/eventful-stay.ts';
import { type LiveReference, startLiveReference } from '../reference-ui/testing/live-reference.ts';
import { AREAS } from '../testing/areas.ts';
import { person, UNITS } from '../testing/people.ts';

let reference: LiveReference;
let recordings: string;

beforeAll(async () => {
  reference = await startLiveReference();
  recordings = await mkdtemp(join(tmpdir(), 'genrep-recordings-'));
});
afterAll(async () => {
  await reference?.close();
  await rm(recordings, { recursive: true, force: true });
});

/** As the environment's own web client is known to its provider. */
const profile = ({ fhir, ui, password }: LiveReference): SystemProfile => ({
  name: 'reference',
  environment: 'test',
  fhir,
  ui: { address: ui, driver: 'reference-ui' },
  signIn: {
    method: 'authorization-code',
    issuer: `${ui}/oidc`,
    clientId: 'genrep-web',
    redirectUri: `${ui}/callback`,
    scope: 'openid',
    password,
    staff: '{role}.{unit}.{shift}',
    patient: '{identifier}',
    registry: 'registry',
    form: { userName: 'Användarnamn', password: 'Lösenord', submit: 'Logga in' },
  },
});

/** Two of the staff do something each, and what was recorded of it is kept. */
async function rehearse(channel: Channel, serial: number): Promise<void> {
  const clock = { now: Date.now, pause: (milliseconds: number) => pause(milliseconds) };
  const system = await openSystem({
    ...{ profile: profile(reference), areas: AREAS, channel, clock, recordings },
  });
  try {
    await system.connect();
    const kept = {
      ...system,
      endFlow: async (context: Parameters<NonNullable<typeof system.endFlow>>[0]) =>
        (await system.endFlow?.(context, { keepRecording: true })) ?? [],
    };
    const [patient, other] = [person(serial), person(serial + 1)];
    const stay = { system: kept, units: UNITS, clock, patience: 3_000, patient, other };
    await new Rehearsal(stay).play(EVENTFUL_STAY.slice(0, 2));
  } finally {
    await system.close();
  }
}

/** Every file below a folder as text, with what is packed in it. */
async function textsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name));
  const contents = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      return file.endsWith('.zip') ? Object.values(unzipSync(content)) : [content];
    }),
  );
  return contents.flat().map((content) => strFromU8(content));
}

describe('the reference environment, signed in to by the form that people see', () => {
  it('through its API, each with a token of their own', () => rehearse('api', 900));

  it('on its pages, in the words of the profile', () => rehearse('ui', 910));

  it('leaves no password, code or token in what is kept of the steps', async () => {
    const texts = await textsIn(recordings);
    // What was done is there to be read, by whom among it.
    expect(texts.join()).toContain('medical-secretary.sas-akuten.day');
    for (const text of texts) {
      expect(text).not.toContain(reference.password);
      expect(text).not.toMatch(/code_verifier|code=[\w-]{10}|Bearer [\w-]{10}|access_token":"[\w-]{10}/);
    }
  });
});
