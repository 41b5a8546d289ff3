import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PICTURE_WITHHELD } from '../domain/lab-evidence.ts';
import type { Room } from './doing.ts';
import type { Pictures } from './pictures.ts';
import type { LabSecrets } from './secrets.ts';
import { SIGNED, TRIES_A_MINUTE } from './secured.ts';
import { seatOf } from './state.ts';

/** Of the cookie in which a workstation's browser keeps the code of its place; it is no participant's. */
const COOKIE = 'workstation';

/** A picture of a large screen is seldom half of it, in bytes. An assumption. */
const LARGEST_PICTURE = 4 * 1024 * 1024;

/** More moments than a place can have. An assumption. */
const PICTURES_A_MINUTE = 120;

export interface WorkstationsOptions {
  readonly pictures: Pictures;
  /** Where the pages of the system under test are: a workstation's browser opens there. */
  readonly pages: string | undefined;
}

/** The place of a workstation whose browser Genrep runs, by its cookie. */
export function workstationOf(
  { cookies, unsignCookie }: FastifyRequest,
  secrets: Pick<LabSecrets, 'holderOf'>,
): string | undefined {
  const kept = cookies[COOKIE] === undefined ? undefined : unsignCookie(cookies[COOKIE]);
  const holder = kept?.valid === true ? secrets.holderOf(kept.value ?? '') : undefined;
  return holder?.role === 'participant' ? holder.seat : undefined;
}

/** What `genrep lab workstation` asks: who it is, of what a picture is wanted, and that one is kept. */
export function serveWorkstations(
  app: FastifyInstance,
  { lab, secrets }: Pick<Room, 'lab' | 'secrets'>,
  { pictures, pages }: WorkstationsOptions,
): void {
  app.addContentTypeParser(
    'image/png',
    { parseAs: 'buffer', bodyLimit: LARGEST_PICTURE },
    (_: FastifyRequest, body: Buffer, done: (error: Error | null, body?: Buffer) => void) => done(null, body),
  );

  app.get('/workstation', (_, reply) =>
    reply.header('cache-control', 'no-store').send({ csrf: reply.generateCsrf(), largest: LARGEST_PICTURE }),
  );

  app.post<{ Body: { readonly code?: string } }>(
    '/workstation',
    {
      preHandler: app.csrfProtection,
      config: { rateLimit: { max: TRIES_A_MINUTE, timeWindow: '1 minute' } },
    },
    ({ body }, reply) => {
      const code = body.code ?? '';
      const holder = secrets.holderOf(code);
      const place = holder?.role === 'participant' ? seatOf(lab.state, holder.seat) : undefined;
      if (place === undefined || place.presence === 'gone') return reply.code(403).send({ error: NO_PLACE });
      if (pages === undefined) return reply.code(409).send({ error: NO_PAGES });
      const { id, pseudonym, unitName } = place.seat;
      return reply.setCookie(COOKIE, code, SIGNED).send({ seat: id, pseudonym, unitName, pages });
    },
  );

  app.get('/workstation/wanted', (request, reply) => {
    const seat = workstationOf(request, secrets);
    if (seat === undefined) return reply.code(401).send({ error: NO_PLACE });
    return reply.header('cache-control', 'no-store').send(pictures.wanted(seat));
  });

  app.post<{
    Body: Buffer | Readonly<Record<string, string>>;
    Querystring: { readonly card?: string; readonly at?: string };
  }>(
    '/workstation/picture',
    {
      preHandler: app.csrfProtection,
      bodyLimit: LARGEST_PICTURE,
      config: {
        rateLimit: {
          max: PICTURES_A_MINUTE,
          timeWindow: '1 minute',
          keyGenerator: ({ cookies, ip }) => cookies[COOKIE] ?? ip,
        },
      },
    },
    async (request, reply) => {
      const seat = workstationOf(request, secrets);
      if (seat === undefined) return reply.code(401).send({ error: NO_PLACE });
      const shown = shownIn(request.body);
      if (shown === undefined) return reply.code(422).send({ error: NO_PICTURE });
      const { card = '', at } = request.query;
      return (await pictures.keep(seat, { card, at: Number(at) }, shown))
        ? reply.code(204).send()
        : reply.code(404).send({ error: NO_MOMENT });
    },
  );
}

/** How every PNG begins: ISO/IEC 15948, 5.2. */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const shownIn = (body: Buffer | Readonly<Record<string, string>>) =>
  Buffer.isBuffer(body)
    ? body.subarray(0, PNG.length).equals(PNG)
      ? body
      : undefined
    : PICTURE_WITHHELD.find((each) => each === body.withheld);

const NO_PLACE =
  'Ingen plats i labbet har den koden. Koden är fyra bokstäver och står hos handledaren vid platsen.';
const NO_PAGES =
  'Labbets systemprofil säger inte var vårdsystemets sidor finns. Skriv ui.address i profilen, och starta labbet på nytt.';
const NO_PICTURE = 'Det som skickades är varken en PNG-bild eller ett skäl till att det inte finns någon.';
const NO_MOMENT = 'Platsen har inget sådant ögonblick som det ska finnas en bild av.';
