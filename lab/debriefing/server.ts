import type { AddressInfo } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { html } from '../../pages/markup.ts';
import { LabSecrets } from '../secrets.ts';
import { holderOf, SIGNED, securedApp, TRIES_A_MINUTE } from '../secured.ts';
import { addBookmark, type KeptBookmark, readBookmarks, removeBookmark } from './bookmarks.ts';
import { buildDebriefing } from './build.ts';
import { dayTimeAt } from './day-time.ts';
import { openPicture } from './pictures.ts';
import type { Timeline } from './timeline.ts';
import { timelineOf } from './timeline-of.ts';

export interface DebriefingOptions {
  /** The run's folder, where its keys and bookmarks are. */
  readonly folder: string;
  readonly events: readonly EvidenceEvent[];
  readonly secrets: LabSecrets;
  readonly host: string;
  readonly port: number;
}

export interface DebriefingServer {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the debriefing to the facilitator and the observers of a lab. Words are opened when they are asked for and lie on
 * no disk, so that of who is forgotten meanwhile there are none.
 */
export async function serveDebriefing(options: DebriefingOptions): Promise<DebriefingServer> {
  const { folder, events, secrets, host, port } = options;
  const app = await securedApp(secrets);
  const isStaff = (request: FastifyRequest): boolean => {
    const role = holderOf(request, secrets)?.role;
    return role === 'facilitator' || role === 'observer';
  };
  const staffOnly = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!isStaff(request)) await reply.code(401).send({ error: 'Skriv din kod igen.' });
  };
  const timeline = (): Timeline | undefined =>
    // As the keys are now, not as they were when the server started.
    timelineOf(events, LabSecrets.in(folder) ?? secrets, readBookmarks(folder));

  app.get('/', (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(shell(reply.generateCsrf())),
  );
  let made: ReturnType<typeof buildDebriefing> | undefined;
  const client = () => {
    made ??= buildDebriefing();
    return made;
  };
  app.get('/debriefing.js', async (_, reply) =>
    reply.type('text/javascript; charset=utf-8').send((await client()).script),
  );
  app.get('/debriefing.css', async (_, reply) =>
    reply.type('text/css; charset=utf-8').send((await client()).style),
  );

  app.post<{ Body: { readonly code?: string } }>(
    '/in',
    {
      preHandler: app.csrfProtection,
      config: { rateLimit: { max: TRIES_A_MINUTE, timeWindow: '1 minute' } },
    },
    ({ body }, reply) => {
      const code = body.code ?? '';
      const role = secrets.holderOf(code)?.role;
      if (role !== 'facilitator' && role !== 'observer')
        return reply.code(403).send({ error: 'Den koden är varken handledarens eller observatörernas.' });
      return reply.setCookie('lab', code, SIGNED).code(204).send();
    },
  );

  app.get('/timeline.json', { preHandler: staffOnly }, (_, reply) =>
    reply.header('cache-control', 'no-store').send(timeline()),
  );

  app.get<{ Params: { readonly id: string } }>(
    '/pictures/:id',
    { preHandler: staffOnly },
    async ({ params }, reply) => {
      const picture = await openPicture(folder, events, params.id, LabSecrets.in(folder) ?? secrets);
      return picture === undefined
        ? reply.code(404).send({ error: 'Den bilden finns inte, eller så är personen glömd.' })
        : reply.type('image/png').header('cache-control', 'no-store').send(picture);
    },
  );

  app.post<{ Body: Readonly<Record<string, string>> }>(
    '/bookmarks',
    { preHandler: [app.csrfProtection, staffOnly] },
    async ({ body }, reply) => {
      const told = timeline();
      const at = Number(body.at);
      if (told === undefined || !Number.isFinite(at) || at < told.from || at > told.to)
        return reply.code(422).send({ error: 'Den tidpunkten ligger inte i labbet.' });
      await addBookmark(folder, bookmarkOf(told, at, body, LabSecrets.in(folder) ?? secrets));
      return reply.code(204).send();
    },
  );

  app.delete<{ Params: { readonly id: string } }>(
    '/bookmarks/:id',
    { preHandler: [app.csrfProtection, staffOnly] },
    async ({ params }, reply) => {
      await removeBookmark(folder, params.id);
      return reply.code(204).send();
    },
  );

  await app.listen({ host, port });
  const { port: taken } = app.server.address() as AddressInfo;
  return { address: `http://${host}:${taken}`, close: () => app.close() };
}

/** What is said of a person is closed with that person's key, as during the day. */
function bookmarkOf(
  told: Timeline,
  at: number,
  { seat: about = '', text = '' }: Readonly<Record<string, string>>,
  secrets: LabSecrets,
): Omit<KeptBookmark, 'id'> {
  const seat = told.seats.find(({ id }) => id === about)?.id;
  const why = text.trim();
  const said = seat === undefined ? undefined : secrets.seal(seat, why);
  return {
    ...{ at, dayTime: dayTimeAt(told, at) },
    ...(seat === undefined ? {} : { seat }),
    ...(said === undefined ? {} : { said }),
    ...(seat !== undefined || why === '' ? {} : { text: why }),
  };
}

const shell = (token: string): string =>
  html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf" content="${token}">
<title>Genomgång efter dagen – Genrep</title>
<link rel="stylesheet" href="/debriefing.css">
<script src="/debriefing.js" type="module"></script>
</head>
<body><div id="root"></div></body>
</html>
`.text;
