import type { Manner } from '../manner.ts';

const port = (base: string): string => new URL(base).port;

/** Everything on pages of one, so that every list has a next page as soon as it can. */
export const pages: readonly Manner[] = [
  {
    name: 'next-absolute',
    is: 'right',
    concerns: 'pages',
    does: 'puts one match on a page',
    source: 'FHIR R4, http.html#paging',
    of: () => ({ pageSize: 1 }),
  },
  {
    name: 'next-query',
    is: 'right',
    concerns: 'pages',
    does: 'tells the next page as a query alone',
    source: 'RFC 3986, 4.2',
    of: () => ({ pageSize: 1, next: (url) => url.slice(url.indexOf('?')) }),
  },
  {
    name: 'next-relative',
    is: 'right',
    concerns: 'pages',
    does: 'tells the next page relative to its base',
    source: 'FHIR R4, bundle.html: links may be relative',
    of: (base) => ({ pageSize: 1, next: (url) => url.replace(`${base}/`, '') }),
  },
  {
    name: 'next-rooted',
    is: 'right',
    concerns: 'pages',
    does: 'tells the next page from the root of its host',
    source: 'RFC 3986, 4.2',
    of: () => ({ pageSize: 1, next: (url) => url.replace(/^https?:\/\/[^/]+/, '') }),
  },
  {
    name: 'next-other-name',
    is: 'right',
    concerns: 'pages',
    does: 'calls itself by another name of its host',
    source: 'HAPI FHIR with a fixed server address behind a name of the network',
    met: 'follows them at `fhir`, when the profile has that base address in `alsoKnownAs`',
    of: (base) => ({
      pageSize: 1,
      profile: { alsoKnownAs: [`http://fhir.internt.invalid:${port(base)}/fhir`] },
      address: (url) => url.replace('127.0.0.1', 'fhir.internt.invalid'),
    }),
  },
  {
    name: 'next-behind-tls',
    is: 'right',
    concerns: 'pages',
    does: 'stands behind a proxy that ends TLS, and calls itself by what the proxy calls it',
    source: 'reverse proxies without X-Forwarded-Proto and -Host',
    met: 'the same',
    of: (base) => ({
      pageSize: 1,
      profile: { alsoKnownAs: ['http://app:8080/r4'] },
      address: (url) => url.replace(base, 'http://app:8080/r4'),
    }),
  },
  {
    name: 'next-elsewhere',
    is: 'doubtful',
    concerns: 'pages',
    does: 'has its next page at a host that the profile does not tell of',
    source: 'a proxy whose name nobody wrote into the profile',
    met: 'what is seen counts; what is not seen is _unknown_; nothing is ever sent elsewhere',
    of: (base) => ({ pageSize: 1, next: (url) => url.replace(base, 'http://annan.invalid/fhir') }),
  },
  {
    name: 'next-gone',
    is: 'doubtful',
    concerns: 'pages',
    does: 'has forgotten a search when its next page is asked for',
    source: 'HAPI FHIR: 410 when the search has expired',
    of: () => ({
      pageSize: 1,
      instead: ({ url }) =>
        url.includes('_page=')
          ? {
              status: 410,
              json: {
                resourceType: 'OperationOutcome',
                issue: [{ severity: 'error', code: 'processing', diagnostics: 'Search ID does not exist' }],
              },
            }
          : undefined,
    }),
  },
];
