import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { InputError } from '../../domain/input-error.ts';
import { wallClock } from '../../flows/clock.ts';
import { type MannerServer, startMannerServer } from '../fhir-r4/testing/manner-server.ts';
import { loadProfile } from '../load-profile.ts';
import { openSystem } from '../open-system.ts';
import { AREAS } from '../testing/areas.ts';

/** What is wrong in a mapping is told where it stands, before anything is written in the system. */
const folder = mkdtempSync(join(tmpdir(), 'genrep-mapping-'));
afterAll(() => rmSync(folder, { recursive: true }));

const servers: MannerServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** The sentence that a mapping is refused with, on its way to a system that knows all that Genrep asks. */
async function refused(mapping: string): Promise<string> {
  const server = await startMannerServer([]);
  servers.push(server);
  writeFileSync(join(folder, 'mapping.yaml'), mapping);
  const file = join(folder, 'system.yaml');
  writeFileSync(
    file,
    `name: prov\nenvironment: test\nfhir: ${server.base}\nsignIn: { method: none }\nmapping: ./mapping.yaml\n`,
  );
  try {
    const profile = loadProfile(file);
    const opening = {
      profile,
      areas: AREAS,
      channel: 'api',
      clock: wallClock(),
      recordings: folder,
    } as const;
    const system = await openSystem(opening);
    await system.connect();
    await system.close();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  } finally {
    expect(server.received.filter(({ method }) => method !== 'GET')).toEqual([]);
  }
  throw new Error('The mapping was taken.');
}

const writing = (rules: string): string =>
  `activities:\n  order-test:\n    write:\n      ServiceRequest:\n        ${rules}\n`;
const searching = (rules: string): string =>
  `activities:\n  every:\n    search:\n      ServiceRequest:\n        ${rules}\n`;

describe('a mistake in a mapping', () => {
  it.each([
    [
      'a kind of step that no area has',
      'activities:\n  order-tset:\n    write: { ServiceRequest: { remove: [code] } }\n',
      ':2:3: Steget "order-tset" finns inte i något vårdområde; menade du "order-test"? Skriv every eller ett av',
    ],
    [
      'a type that FHIR has not',
      'activities:\n  order-test:\n    write:\n      ServiceReqest: { remove: [code] }\n',
      ':4:7: Resursen "ServiceReqest" finns inte i FHIR R4; menade du "ServiceRequest"?',
    ],
    [
      'a resource that the step does not write',
      'activities:\n  order-test:\n    write:\n      DetectedIssue: { remove: [code] }\n',
      ':4:7: Steget "order-test" skriver ingen DetectedIssue. Det skriver ServiceRequest.',
    ],
    [
      'a resource that no step writes',
      'activities:\n  every:\n    write:\n      DetectedIssue: { remove: [code] }\n',
      ':4:7: Steget "every" skriver ingen DetectedIssue. Det skriver Patient, Organization, ',
    ],
    [
      'an element that the resource has not',
      writing('set: [{ path: prioritet, value: routine }]'),
      ':5:23: Elementet "prioritet" finns inte i ServiceRequest; menade du "priority"? Där finns ',
    ],
    [
      'an element further in',
      writing('remove: ["category[0].coding[0].visning"]'),
      ':5:18: Elementet "visning" finns inte i Coding. Där finns ',
    ],
    [
      'a list without a place in it',
      writing('remove: [category.text]'),
      ':5:18: "category" är en lista i ServiceRequest; skriv vilken plats i den, som category[0].',
    ],
    [
      'a place in what is no list',
      writing('remove: ["code[0]"]'),
      ':5:18: "code" är ingen lista i ServiceRequest; skriv bara code.',
    ],
    [
      'a path that is none',
      writing('remove: ["$.code"]'),
      ':5:18: "remove" nummer 1 är "$.code", som inte har rätt form',
    ],
    [
      'a code that is mapped twice',
      'codes:\n  - { from: "a|1", to: "b|1" }\n  - { from: "a|1", to: "b|2" }\n',
      ':3:13: Koden a|1 står redan på rad 2; då går svaret inte att översätta tillbaka. Ta bort den ena.',
    ],
    [
      'a code that two are mapped to',
      'codes:\n  - { from: "a|1", to: "b|1" }\n  - { from: "a|2", to: "b|1" }\n',
      ':3:24: Koden b|1 står redan på rad 2',
    ],
    [
      'a code without its system',
      'codes: [{ from: "1", to: "b|1" }]\n',
      ':1:17: "from" är "1", som inte har rätt form; skriv system|kod',
    ],
    [
      'a value that two are replaced by',
      writing(
        'replace: [{ path: status, from: active, to: draft }, { path: status, from: completed, to: draft }]',
      ),
      ':5:99: Värdet "draft" står redan på rad 5',
    ],
    [
      'two resources said as one',
      'resources:\n  Specimen: SupplyDelivery\n  ServiceRequest: SupplyDelivery\n',
      ':3:19: Resursen SupplyDelivery står redan på rad 2',
    ],
    [
      'a resource said as one that areas use',
      'resources:\n  ServiceRequest: Task\n',
      ':2:3: ServiceRequest kan inte sägas som Task, som områdena själva använder: svaren går inte att skilja åt. Lägg ett eget vårdområde i care/ i stället (docs/how-to/own-system.md).',
    ],
    [
      'a parameter that the server does not list',
      searching('rename: { subject: patienten }'),
      ':5:19: Systemet säger inte att ServiceRequest kan sökas på "patienten"; välj bland ',
    ],
    [
      'a parameter added that the server does not list',
      searching('add: { specimen: "{patient}" }'),
      ':5:16: Systemet säger inte att ServiceRequest kan sökas på "specimen"; välj bland ',
    ],
    [
      'a parameter that cannot be sifted by',
      searching('sift: [date]'),
      ':5:16: "sift" nummer 1 är "date". Välj ett av _tag',
    ],
    [
      'a rule that is none',
      writing('byt: []'),
      ':5:9: Nyckeln "byt" finns inte här. Här kan stå set, replace, move, remove.',
    ],
  ])('is told with line and column: %s', async (_, mapping, sentence) => {
    const message = await refused(mapping);
    expect(message).toContain(`mapping.yaml${sentence}`);
    expect(message.split('\n')).toHaveLength(1);
  });

  it('beside another is told with it, in the order of their lines', async () => {
    const both = `${writing('remove: [kod, prioritet]')}codes: [{ from: "a|1", to: "b|1" }, { from: "a|1", to: "b|2" }]\n`;
    const lines = (await refused(both)).split('\n');
    expect(lines.map((line) => /mapping\.yaml:(\d+):/.exec(line)?.[1])).toEqual(['5', '5', '6']);
  });
});

describe('a mapping in the profile itself', () => {
  const profileWith = (mapping: string): string => {
    const file = join(folder, 'inline.yaml');
    writeFileSync(file, `name: prov\nenvironment: test\nsignIn: { method: none }\nmapping: ${mapping}\n`);
    return file;
  };

  it('is read as the one in a file', () => {
    const profile = loadProfile(profileWith('\n  conditionalCreate: false'));
    expect(profile.mapping).toMatchObject({ conditionalCreate: false });
  });

  it('has its mistakes told where they stand in the profile', () => {
    const file = profileWith('\n  resources:\n    Specimen: Prosedure');
    expect(() => loadProfile(file)).toThrow('inline.yaml:6:15: Resursen "Prosedure" finns inte i FHIR R4');
  });

  it('in a file that is not there is missed', () => {
    expect(() => loadProfile(profileWith('./borta.yaml'))).toThrow(
      'inline.yaml:4:10: Det finns ingen fil ./borta.yaml bredvid systemprofilen',
    );
  });
});
