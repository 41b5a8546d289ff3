import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { onSendAsyncHookHandler } from 'fastify';
import type { Faults } from '../fault.ts';

const SCRIPT = readFileSync(new URL('page-script.js', import.meta.url), 'utf8');

/** The web client as a browser gets it, with what is planted in the page itself. */
export const astrayPage =
  (faults: Faults): onSendAsyncHookHandler =>
  async (_request, reply, payload) => {
    if (!String(reply.getHeader('content-type')).startsWith('text/html')) return payload;
    const planted = faults.pass('page', { elements: [] }, {})?.things[0]?.elements;
    if (planted === undefined) return payload;
    const html = typeof payload === 'string' ? payload : await text(payload as Readable);
    reply.removeHeader('content-length');
    const elements = JSON.stringify(planted).replaceAll('<', '\\u003c');
    return html.replace('</head>', () => `<script>${SCRIPT}plantInPage(${elements});</script></head>`);
  };
