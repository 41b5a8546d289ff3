import type { JsonReply, Received } from '../../../testing/small-server.ts';
import type { Manner } from '../manner.ts';

const isWrite = ({ method }: Received): boolean => method === 'POST' || method === 'PUT';

const wentWell = ({ status = 200 }: JsonReply): boolean => status < 300;

export const answers: readonly Manner[] = [
  {
    name: 'gzip',
    is: 'right',
    concerns: 'answers',
    does: 'packs its answers with gzip, asked or not',
    source: 'RFC 9110, 12.5.3: without Accept-Encoding any coding is acceptable',
    of: () => ({
      says: (reply) => ({ ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' } }),
    }),
  },
  {
    name: 'byte-order-mark',
    is: 'right',
    concerns: 'answers',
    does: 'puts a byte order mark before its JSON',
    source: 'RFC 8259, 8.1: who reads may ignore it; .NET writes one unless told not to',
    of: () => ({ says: (reply) => ({ ...reply, before: '\uFEFF' }) }),
  },
  {
    name: 'minimal',
    is: 'right',
    concerns: 'answers',
    does: 'answers writes without a body, as Prefer: return=minimal asks',
    source: 'FHIR R4, http.html#ops',
    of: () => ({
      // Of what has no address yet the answer itself is all there is.
      says: (reply, request) =>
        isWrite(request) && wentWell(reply) && reply.headers?.location !== undefined
          ? { ...reply, json: undefined }
          : reply,
    }),
  },
  {
    name: 'no-location',
    is: 'right',
    concerns: 'answers',
    does: 'does not say in a Location header where it put what was written',
    source: 'public servers behind gateways that strip it',
    of: () => ({
      says: (reply) => {
        const { location: _, ...headers } = reply.headers ?? {};
        return { ...reply, headers };
      },
    }),
  },
  {
    name: 'plain-json',
    is: 'right',
    concerns: 'answers',
    does: 'calls its answers application/json',
    source: 'FHIR R4, http.html#mime-type: clients should accept it',
    of: () => ({
      says: (reply) => ({ ...reply, headers: { ...reply.headers, 'content-type': 'application/json' } }),
    }),
  },
];
