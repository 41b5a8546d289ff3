import { randomUUID } from 'node:crypto';
import type { Resource } from '@medplum/fhirtypes';
import type { RunningReference } from '../cli/reference-process.ts';
import { wallClock } from '../flows/clock.ts';
import { drawPatients } from '../generators/people/draw-patient.ts';
import { type CareSystem, SystemError } from '../systems/care-system.ts';
import type { Harness, LineFault } from '../systems/contract/harness.ts';
import { createFhirDriver } from '../systems/fhir-r4/driver.ts';
import type { Transport, TransportRequest, TransportResponse } from '../systems/fhir-r4/transport.ts';
import { createUndiciTransport } from '../systems/fhir-r4/transports/undici.ts';
import { loadProfile } from '../systems/load-profile.ts';
import { openImaging } from '../systems/open-imaging.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { FHIR_AREAS } from '../systems/testing/areas.ts';
import { UNITS } from '../systems/testing/people.ts';
import { withEnvironment } from '../systems/with-environment.ts';

/** The driver fhir-r4 on a reference environment that runs. */
export async function fhirHarness(
  { fhir, ui, tokenEndpoint, password, imaging: archive }: RunningReference,
  { patience = 5_000, saw = () => undefined }: { patience?: number; saw?: (resource: Resource) => void } = {},
): Promise<Harness> {
  const profile = withEnvironment(loadProfile('reference'), {
    GENREP_REFERENCE_FHIR: fhir,
    GENREP_REFERENCE_UI: ui,
    GENREP_REFERENCE_TOKEN_ENDPOINT: tokenEndpoint,
    GENREP_REFERENCE_PASSWORD: password,
    ...(archive && { GENREP_REFERENCE_DICOM: archive.dicom, GENREP_REFERENCE_DICOM_WEB: archive.dicomWeb }),
  });
  const imaging = await openImaging(profile);
  const clock = wallClock();
  const draw = drawPatients(1);
  const system = await connect(profile, watched(createUndiciTransport(), saw));
  const raw = createUndiciTransport();

  async function connect(profile: SystemProfile, transport: Transport): Promise<CareSystem> {
    const system = createFhirDriver({
      areas: FHIR_AREAS,
      profile,
      transport,
      clock,
      imaging,
      listsLag: patience,
    });
    await system.connect();
    return system;
  }

  return {
    system,
    units: UNITS,
    clock,
    patience,
    patient: (protectedIdentity) => draw(randomUUID(), { ageFrom: 70, ageTo: 98, protectedIdentity }, '1490'),
    async tokensOn(reference) {
      const token = await raw.request({
        method: 'POST',
        url: tokenEndpoint,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `grant_type=password&client_id=genrep-robot&username=nurse.sas-akuten.day&password=${password}`,
        timeout: 5_000,
        name: 'token',
      });
      const response = await raw.request({
        method: 'GET',
        url: `${fhir}/${reference}`,
        headers: { authorization: `Bearer ${token.pick('access_token')}` },
        timeout: 5_000,
        name: 'read',
      });
      const { meta } = response.json() as { meta: { tag: { system: string; code: string }[] } };
      return meta.tag.filter(({ system }) => system === 'urn:genrep:token').map(({ code }) => code);
    },
    over: (fault) => connect(profile, disturbed(createUndiciTransport(), fault)),
    async close() {
      await system.close();
      await raw.close();
    },
  };
}

/** Shows every resource that is sent, and what of it comes back. */
const watched = (transport: Transport, saw: (resource: Resource) => void): Transport => ({
  async request(request) {
    if (request.body?.startsWith('{') === true) saw(JSON.parse(request.body));
    const response = await transport.request(request);
    if (response.text().startsWith('{"resourceType"')) saw(response.json() as Resource);
    return response;
  },
  close: () => transport.close(),
});

/** A line that breaks in one way when a visit is registered, and is good for everything else. */
function disturbed(transport: Transport, fault: LineFault): Transport {
  let deaf = false;
  const silence = () => new SystemError('timeout', 'Systemet gav inget svar inom 30 s.');
  const breaks: Readonly<Record<LineFault, (request: TransportRequest) => Promise<TransportResponse>>> = {
    async 'answer-lost'(request) {
      await transport.request(request);
      throw silence();
    },
    async 'request-lost'() {
      throw silence();
    },
    async 'deaf-after-write'(request) {
      await transport.request(request);
      deaf = true;
      throw silence();
    },
    'other-patient': (request) => transport.request(request),
  };
  return {
    async request(request) {
      if (deaf) throw silence();
      if (request.name === 'POST Encounter') return breaks[fault](request);
      const response = await transport.request(request);
      return fault === 'other-patient' && request.name.startsWith('GET Encounter')
        ? aboutOther(response)
        : response;
    },
    close: () => transport.close(),
  };
}

function aboutOther(response: TransportResponse): TransportResponse {
  const text = response.text().replaceAll(/Patient\/[\w-]+/g, 'Patient/somebody-else');
  return { ...response, text: () => text, json: () => JSON.parse(text) };
}
