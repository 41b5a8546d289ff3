import type { Bundle, BundleEntry, OperationOutcomeIssue, Resource } from '@medplum/fhirtypes';
import type { Manner } from '../manner.ts';

const outcome = (
  severity: OperationOutcomeIssue['severity'],
  code: OperationOutcomeIssue['code'],
  text: string,
): BundleEntry => ({
  resource: { resourceType: 'OperationOutcome', issue: [{ severity, code, details: { text } }] },
  search: { mode: 'outcome' },
});

/** The page without what it found, and with what it says of it. */
const instead = (page: Bundle, said: BundleEntry): Bundle => ({ ...page, total: 0, entry: [said] });

const without =
  (name: string) =>
  (query: URLSearchParams): URLSearchParams =>
    new URLSearchParams([...query].filter(([each]) => each !== name));

/** Shows what is new, or has changed, from the second look on. */
function lagging(): (page: Bundle) => Bundle {
  const shown = new Map<string, Resource>();
  return (page) => ({
    ...page,
    entry: page.entry?.flatMap((entry) => {
      const { resource } = entry;
      if (resource === undefined) return [entry];
      const key = `${resource.resourceType}/${resource.id}`;
      const before = shown.get(key);
      shown.set(key, resource);
      return before === undefined ? [] : [{ ...entry, resource: before }];
    }),
    total: undefined,
  });
}

/** Answers a list from memory unless it is asked not to. */
function remembering(): Pick<ReturnType<Manner['of']>, 'lists'> {
  const remembered = new Map<string, Bundle>();
  return {
    lists(page, { url, headers }) {
      const before = remembered.get(url);
      if (before !== undefined && !String(headers['cache-control']).includes('no-cache')) return before;
      remembered.set(url, page);
      return page;
    },
  };
}

export const lists: readonly Manner[] = [
  {
    name: 'list-lags',
    is: 'right',
    concerns: 'lists',
    does: 'shows what is new in its lists a moment later',
    source: 'servers whose index is made after the answer: Firely, Azure, HAPI with Elasticsearch',
    met: 'questions look again within their limit; tasks that work by a list, and times that are compared, for 5 s',
    of: () => ({ lists: lagging() }),
  },
  {
    name: 'list-remembered',
    is: 'right',
    concerns: 'lists',
    does: 'answers a search from memory unless asked with Cache-Control: no-cache',
    source: 'HAPI FHIR 8.8: a result list is kept for 60 s',
    met: 'asks with `Cache-Control: no-cache`',
    of: remembering,
  },
  {
    name: 'self-in-other-words',
    is: 'right',
    concerns: 'lists',
    does: 'tells what it searched by in another order, encoded otherwise, with _count and _format beside',
    source: 'FHIR R4, search.html#conformance: the self link tells what was used',
    of: () => ({
      lists: (page) => ({
        ...page,
        link: page.link?.map((link) => {
          if (link.relation !== 'self') return link;
          const { origin, pathname, searchParams } = new URL(link.url ?? '');
          const told = [...searchParams].reverse().map(([name, value]) => `${name}=${encodeURI(value)}`);
          return { ...link, url: `${origin}${pathname}?${told.join('&')}&_count=50&_format=json` };
        }),
      }),
    }),
  },
  {
    name: 'outcome-informs',
    is: 'right',
    concerns: 'lists',
    does: 'says something harmless in an OperationOutcome beside what it found',
    source: 'FHIR R4, search.html: entry.search.mode outcome',
    of: () => ({
      lists: (page) => ({
        ...page,
        entry: [
          ...(page.entry ?? []),
          outcome('information', 'informational', 'Sökningen tog 3 ms.'),
          outcome('warning', 'informational', 'Ordet _count har ett tak på 1000.'),
        ],
      }),
    }),
  },
  {
    name: 'no-total',
    is: 'right',
    concerns: 'lists',
    does: 'does not say how many matches there are',
    source: 'FHIR R4, bundle.html: total is optional',
    of: () => ({ lists: ({ total: _, ...page }) => page }),
  },
  {
    name: 'no-modes',
    is: 'right',
    concerns: 'lists',
    does: 'does not say what matched and what came along',
    source: 'FHIR R4, bundle.html: entry.search is optional',
    of: () => ({
      lists: (page) => ({ ...page, entry: page.entry?.map(({ search: _, ...entry }) => entry) }),
    }),
  },
  {
    name: 'outcome-error',
    is: 'doubtful',
    concerns: 'lists',
    does: 'answers 200 with a searchset that holds only an OperationOutcome of severity error',
    source: 'facades over several sources, of which one did not answer',
    of: () => ({
      lists: (page) => instead(page, outcome('error', 'incomplete', 'En källa svarade inte.')),
    }),
  },
  {
    name: 'outcome-incomplete',
    is: 'doubtful',
    concerns: 'lists',
    does: 'warns in a searchset that it is not all that there is',
    source: 'FHIR R4, issue-type: incomplete, too-costly, timeout',
    of: () => ({
      lists: (page) => instead(page, outcome('warning', 'incomplete', 'Sökningen avbröts efter 2 s.')),
    }),
  },
  {
    name: 'truncated',
    is: 'doubtful',
    concerns: 'lists',
    does: 'counts more matches than it gives, without a next page',
    source: 'servers with a ceiling of results',
    of: () => ({
      lists: (page) => ({
        ...page,
        total: (page.total ?? 0) + 1,
        link: page.link?.filter(({ relation }) => relation !== 'next'),
        entry: [],
      }),
    }),
  },
  {
    name: 'partial-content',
    is: 'doubtful',
    concerns: 'lists',
    does: 'answers a search with 206 and a part of it',
    source: 'RFC 9110, 15.3.7; gateways that merge several servers',
    of: () => ({
      says: (reply, { method, url }) =>
        method === 'GET' && url.includes('?')
          ? { ...reply, status: 206, json: { ...(reply.json as Bundle), entry: [], total: undefined } }
          : reply,
    }),
  },
  {
    name: 'subsetted',
    is: 'doubtful',
    concerns: 'lists',
    does: 'gives resources of which elements are left out, tagged SUBSETTED',
    source: 'FHIR R4, search.html#summary',
    of: () => ({
      lists: (page) => ({
        ...page,
        entry: page.entry?.map((entry) => ({
          ...entry,
          resource: entry.resource && {
            ...entry.resource,
            meta: { ...entry.resource.meta, tag: [...(entry.resource.meta?.tag ?? []), SUBSETTED] },
          },
        })),
      }),
    }),
  },
  {
    name: 'self-untold',
    is: 'doubtful',
    concerns: 'lists',
    does: 'does not tell what it searched by',
    source: 'FHIR R4, search.html#conformance: the self link is a SHALL',
    of: () => ({
      lists: (page) => ({ ...page, link: page.link?.filter(({ relation }) => relation !== 'self') }),
    }),
  },
  {
    name: 'self-narrower',
    is: 'doubtful',
    concerns: 'lists',
    does: 'searches by more than it was asked to, and says so',
    source: 'gateways that add a filter of security or of the last year',
    of: () => ({
      lists: (page) => ({
        ...page,
        entry: [],
        total: 0,
        link: page.link?.map((link) => ({ ...link, url: `${link.url}&_lastUpdated=gt2099-01-01` })),
      }),
    }),
  },
  {
    name: 'status-dropped',
    is: 'doubtful',
    concerns: 'lists',
    does: 'does not know the search parameter status, leaves it out and says so in the self link',
    source: 'FHIR R4, search.html#errors: a server may ignore what it does not know',
    of: () => ({ understands: without('status') }),
  },
  {
    name: 'status-ignored',
    is: 'wrong',
    concerns: 'lists',
    does: 'does not know the search parameter status, and says that it does',
    source: 'servers whose self link is the address that was asked',
    met: 'leaves out what is not what was searched for, and takes the list for no proof: _unknown_',
    of: () => ({ understands: without('status'), saysItUnderstood: true }),
  },
  {
    name: 'references-ignored',
    is: 'wrong',
    concerns: 'lists',
    does: 'does not know search parameters for references other than to the patient, and says that it does',
    source: 'servers whose self link is the address that was asked',
    met: 'the same; an answer about another patient fails the step',
    of: () => ({
      understands: (query) =>
        new URLSearchParams(
          [...query].filter(
            ([name]) => !['focus', 'owner', 'based-on', 'implicated', 'request', 'part-of'].includes(name),
          ),
        ),
      saysItUnderstood: true,
    }),
  },
];

const SUBSETTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' };
