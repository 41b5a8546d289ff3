import { parseSearchRequest } from '@medplum/core';
import type { ImagingStudy } from '@medplum/fhirtypes';
import type { FastifyInstance } from 'fastify';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Environment } from '../fhir/environment.ts';
import { signInRequired } from '../fhir/outcome.ts';
import { CareRepository } from '../fhir/repository.ts';
import { bearerToken, type Sessions } from '../sign-in/sessions.ts';
import type { Orthanc } from './orthanc.ts';

/** Where DICOMweb is, here and in Orthanc. */
export const DICOM_WEB = '/dicom-web';

/** A UID (DICOM PS3.5, 9.1). */
const UID = /^[0-9.]{1,64}$/;

/**
 * `GET /dicom-web/…`: the archive's DICOMweb as somebody signed in may see it. A study is theirs to see where its ImagingStudy in
 * the record is, so that what is blocked there is blocked here, and what hangs at nobody is shown to nobody.
 */
export function registerDicomWeb(
  app: FastifyInstance,
  options: { environment: Environment; sessions: Sessions; orthanc: Orthanc },
): void {
  const { environment, sessions, orthanc } = options;
  app.get<{ Params: { '*': string }; Querystring: { StudyInstanceUID?: string } }>(
    `${DICOM_WEB}/*`,
    async (request, reply) => {
      const token = bearerToken(request.headers.authorization);
      const person = token === undefined ? undefined : await sessions(token);
      if (person === undefined) return reply.code(401).send(signInRequired());
      const [, named] = /^studies\/([0-9.]+)/.exec(request.params['*']) ?? [];
      const uid = named ?? request.query.StudyInstanceUID ?? '';
      if (!UID.test(uid)) return reply.code(400).send({ reason: 'Ange en undersökning: StudyInstanceUID.' });
      const repository = new CareRepository(environment, person);
      const known = await repository.search<ImagingStudy>(
        parseSearchRequest(`ImagingStudy?identifier=${SYSTEMS.dicomUid}|urn:oid:${uid}`),
      );
      if ((known.entry ?? []).length === 0)
        return reply.code(404).send({ reason: 'Ingen sådan undersökning.' });
      const { statusCode, headers, body } = await orthanc.http.request({
        method: 'GET',
        path: request.raw.url ?? '',
        headers: { accept: request.headers.accept ?? 'application/dicom+json' },
      });
      reply.code(statusCode).header('cache-control', 'no-store');
      const type = headers['content-type'];
      if (type !== undefined) reply.header('content-type', type);
      return reply.send(Buffer.from(await body.arrayBuffer()));
    },
  );
}
