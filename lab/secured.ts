import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Holder, LabSecrets } from './secrets.ts';

/** Who tries codes may try so many a minute; a room full of tablets behind one address must get in. An assumption. */
export const TRIES_A_MINUTE = 60;

/** Of the cookie in which a browser keeps its code. */
export const SIGNED = { httpOnly: true, sameSite: 'strict', signed: true, path: '/' } as const;

/** A server of pages that run no script but its own, where forms have tokens and codes are tried so often only. */
export async function securedApp({ cookies }: Pick<LabSecrets, 'cookies'>): Promise<FastifyInstance> {
  const app = fastify({ forceCloseConnections: true, bodyLimit: 16_384 });
  await app.register(cookie, { secret: cookies });
  await app.register(csrf, { cookieOpts: SIGNED });
  await app.register(formbody);
  await app.register(rateLimit, { global: false });
  await app.register(helmet, {
    // Labs are on plain http in a local network more often than not.
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
  });
  return app;
}

/** Whose code a browser keeps, if anybody's. */
export function holderOf(
  { cookies, unsignCookie }: FastifyRequest,
  secrets: Pick<LabSecrets, 'holderOf'>,
): Holder | undefined {
  const kept = cookies.lab === undefined ? undefined : unsignCookie(cookies.lab);
  return kept?.valid === true ? secrets.holderOf(kept.value ?? '') : undefined;
}
