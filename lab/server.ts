import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fastifySSE as sse } from '@fastify/sse';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HOUR, type Milliseconds, SECOND } from '../domain/time.ts';
import { both } from '../pages/bilingual.ts';
import { html, type Markup } from '../pages/markup.ts';
import { concerns } from './concerns.ts';
import { Outdated, type Room, type Tap, Untaken } from './doing.ts';
import { facilitatorView } from './pages/facilitator.ts';
import { framed, SCRIPT, STYLE } from './pages/frame.ts';
import { type Around, joinView, observerView, participantView } from './pages/views.ts';
import { wallView } from './pages/wall.ts';
import type { Holder } from './secrets.ts';
import { holderOf, SIGNED, securedApp, TRIES_A_MINUTE } from './secured.ts';
import { Tablets } from './tablets.ts';
import { take } from './taps.ts';
import { serveWorkstations, type WorkstationsOptions, workstationOf } from './workstations.ts';

export interface LabServerOptions {
  readonly room: Room;
  readonly around: Pick<Around, 'textOf' | 'isOver' | 'isSolo' | 'shiftChanges' | 'workplace'>;
  readonly workstations: WorkstationsOptions;
  readonly host: string;
  readonly port: number;
  /** Where tablets reach it, where that is not where it listens. */
  readonly address?: string;
}

export interface LabServer {
  readonly address: string;
  close(): Promise<void>;
}

/** A stream that says nothing for longer is taken for dead on its way. */
const HEARTBEAT: Milliseconds = 12 * SECOND;

/** Nobody presses so often a minute; a browser that sends what it kept while it had no contact may. An assumption. */
const TAPS_A_MINUTE = 300;

/** A tap that comes later than this after it was pressed was kept by the browser; longer than the other nothing is kept. */
const KEPT_AFTER: Milliseconds = 2 * SECOND;
const KEPT_AT_MOST: Milliseconds = 24 * HOUR;

const library = (file: string): string => readFileSync(createRequire(import.meta.url).resolve(file), 'utf8');
const MORPHDOM = library('morphdom/dist/morphdom-umd.min.js');
const IDB = library('idb/build/umd.js');

const TITLES = { participant: 'Mina uppgifter', facilitator: 'Handledare', observer: 'Observatör' } as const;

/** Serves the lab's pages: who types a code is let in as whose it is, and sees what happens as it happens. */
export async function serveLab(options: LabServerOptions): Promise<LabServer> {
  const { room, around, host, port, address } = options;
  const { lab, secrets } = room;
  const workstations = new Tablets();
  const app = await securedApp(secrets);
  await app.register(sse, { heartbeatInterval: HEARTBEAT });

  const own = (): string => {
    const { port: taken } = app.server.address() as AddressInfo;
    return address ?? `http://${host}:${taken}`;
  };
  const viewOf = (holder: Holder): Markup => {
    const told: Around = {
      ...around,
      isOver: around.isOver,
      upcoming: room.upcoming,
      parts: room.parts,
      beneath: room.beneath,
      address: own(),
      codeOf: (seat) => secrets.codeOf(seat),
      isPictured: (seat) => workstations.isConnected(seat),
    };
    switch (holder.role) {
      case 'participant':
        return participantView(lab.state, holder.seat, told);
      case 'facilitator':
        return facilitatorView(lab.state, told);
      case 'observer':
        return observerView(lab.state, told);
    }
  };
  const asPage = (reply: FastifyReply, title: string, main: (csrf: string) => Markup): FastifyReply => {
    const token = reply.generateCsrf();
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(framed(title, main(token), token));
  };
  const refused = (reply: FastifyReply): FastifyReply =>
    reply.code(401).type('text/plain; charset=utf-8').send('Skriv din kod igen.');

  app.get('/', (request, reply) => {
    const holder = holderOf(request, secrets);
    return holder === undefined
      ? asPage(reply, 'Gå in i labbet', joinView)
      : asPage(reply, TITLES[holder.role], () => viewOf(holder));
  });

  app.get('/vagg', (_, reply) => asPage(reply, 'Labbet just nu', () => wallView(lab.state, around.textOf)));

  app.get<{ Querystring: { readonly onWall?: string } }>('/view', (request, reply) => {
    const holder = holderOf(request, secrets);
    const { onWall } = request.query;
    if (holder === undefined && onWall === undefined) return refused(reply);
    const view =
      holder === undefined || onWall !== undefined ? wallView(lab.state, around.textOf) : viewOf(holder);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(html`${view}`.text);
  });

  app.post<{ Body: Tap }>(
    '/in',
    {
      preHandler: app.csrfProtection,
      config: { rateLimit: { max: TRIES_A_MINUTE, timeWindow: '1 minute' } },
    },
    (request, reply) => {
      const code = request.body.code ?? '';
      const holder = secrets.holderOf(code);
      if (holder === undefined)
        return asPage(reply.code(403), 'Gå in i labbet', (token) => joinView(token, NO_SUCH_CODE));
      const mine = holderOf(request, secrets);
      const isAnothers =
        holder.role === 'participant' &&
        taken.has(holder.seat) &&
        !(mine?.role === 'participant' && mine.seat === holder.seat);
      if (isAnothers)
        return asPage(reply.code(409), 'Gå in i labbet', (token) => joinView(token, CODE_IN_USE));
      if (holder.role === 'participant') taken.add(holder.seat);
      return reply.setCookie('lab', code, SIGNED).redirect('/', 303);
    },
  );

  app.post<{ Body: Tap }>(
    '/tap',
    {
      preHandler: app.csrfProtection,
      config: {
        rateLimit: {
          max: TAPS_A_MINUTE,
          timeWindow: '1 minute',
          keyGenerator: ({ cookies, ip }) => cookies.lab ?? ip,
        },
      },
    },
    async (request, reply) => {
      const holder = holderOf(request, secrets);
      if (holder === undefined) return refused(reply);
      try {
        await take(room, holder, { ...request.body, ...pressed(request.body, lab.now), ...seenBy(request) });
      } catch (error) {
        if (!(error instanceof Untaken)) throw error;
        return reply
          .code(error instanceof Outdated ? 412 : 422)
          .type('text/plain; charset=utf-8')
          .send(error.message);
      }
      return reply.code(204).send();
    },
  );

  /** Says only that something happened, and its number: what it comes to is asked for, and may be asked for twice. */
  app.get('/events', { sse: { kind: 'only' } }, async (request, reply) => {
    const holder = holderOf(request, secrets);
    const ofTablet = holder?.role === 'participant' ? holder.seat : undefined;
    const seat = ofTablet ?? workstationOf(request, secrets);
    const gone =
      seat === undefined
        ? () => undefined
        : (ofTablet === undefined ? workstations : room.tablets).connected(seat);
    reply.sse.keepAlive();
    let told = -1;
    const tell = (): void => {
      if (told === lab.state.events || !reply.sse.isConnected) return;
      told = lab.state.events;
      void reply.sse.send({ id: String(told), data: String(told) }).catch(() => undefined);
    };
    const stop = lab.onChange((event) => {
      if (seat === undefined || concerns(event, seat, lab.state)) setImmediate(tell);
    });
    reply.sse.onClose(() => {
      stop();
      gone();
    });
    tell();
  });

  serveWorkstations(app, room, options.workstations);

  const asset = (path: string, type: string, content: string) =>
    app.get(path, (_, reply) => reply.type(type).header('cache-control', 'no-cache').send(content));
  asset('/lab.css', 'text/css; charset=utf-8', STYLE);
  asset('/lab.js', 'text/javascript; charset=utf-8', SCRIPT);
  asset('/morphdom.js', 'text/javascript; charset=utf-8', MORPHDOM);
  asset('/idb.js', 'text/javascript; charset=utf-8', IDB);

  /** Places whose code was used since the server started: the browser that did is known by its cookie. */
  const taken = new Set(
    lab.state.seats.flatMap(({ seat, presence }) => (presence === 'here' ? [seat.id] : [])),
  );

  await app.listen({ host, port });
  return { address: own(), close: () => app.close() };
}

/** When something was pressed that comes late, by this clock. */
function pressed({ ago }: Tap, now: number): { readonly pressedAt?: string } {
  const late = Number(ago);
  return late >= KEPT_AFTER && late <= KEPT_AT_MOST ? { pressedAt: String(now - late) } : {};
}

/** The version of the clock that the one who pressed had seen. */
const seenBy = ({ headers }: FastifyRequest): { readonly match?: string } => {
  const match = headers['if-match']?.replaceAll('"', '');
  return match === undefined ? {} : { match };
};

const NO_SUCH_CODE = both(
  'Den koden finns inte. Koden är fyra bokstäver och står på ditt kort.',
  'There is no such code. It is four letters, and stands on your card.',
);
const CODE_IN_USE = both(
  'Koden används redan på en annan enhet. Är det din plats, be handledaren om en ny kod.',
  'That code is in use on another device. If the place is yours, ask the facilitator for a new code.',
);
