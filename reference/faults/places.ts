interface PlaceFacts {
  /** What passes there. */
  readonly what: string;
  /** What is known of it, for selectors. */
  readonly facts: readonly string[];
}

const WHO = ['role', 'unit', 'unitKind', 'through'] as const;

/** Where a thing passes that a fault may strike. README.md lists them from here. */
export const PLACES = {
  write: {
    what: 'A resource that is created or changed, before it is stored. The role `system` is the environment itself: worklist entries, inbox entries, answers, warnings.',
    facts: ['resourceType', 'interaction', ...WHO],
  },
  read: {
    what: 'A resource on its way to a reader, on a surface: read, history, search, include, everything, print, written.',
    facts: ['resourceType', 'surface', ...WHO],
  },
  search: {
    what: 'A page of the matches of a search: `rows`; `sorted` where it asked for an order.',
    facts: ['resourceType', 'surface', 'sorted', ...WHO],
  },
  query: { what: 'What a search asks for: `filters`.', facts: ['resourceType', 'surface', ...WHO] },
  order: { what: 'A laboratory order on its way to the laboratory, as a message.', facts: ['test'] },
  answer: {
    what: 'A laboratory answer on its way from the laboratory, as a message.',
    facts: ['test', 'answer', 'negated', 'beyondAscii'],
  },
  advice: { what: 'A card of the decision support.', facts: ['hook', 'indicator', ...WHO] },
  rule: {
    what: 'A rule of the decision support, when somebody asks for advice.',
    facts: ['rule', 'about', 'indicator'],
  },
  audit: {
    what: 'An access on its way into the audit log.',
    facts: ['interaction', 'allowed', 'resourceType', ...WHO],
  },
  authority: {
    what: 'Whether somebody may write, or read a kind of resource.',
    facts: ['resourceType', 'interaction', ...WHO],
  },
  shield: {
    what: 'Whether what a patient has blocked, or what another caregiver has written, is shown to somebody after all.',
    facts: ['resourceType', 'surface', 'why', ...WHO],
  },
  session: { what: 'The person that a token stands for.', facts: [...WHO] },
  http: { what: 'A FHIR request, by its headers.', facts: ['method', 'resourceType', 'through'] },
  live: { what: 'What open pages are told when something is written.', facts: ['type', 'interaction'] },
  page: { what: 'The web client, when it is loaded in a browser.', facts: [] },
  clock: { what: "The environment's clock, each time it is asked.", facts: [] },
} as const satisfies Readonly<Record<string, PlaceFacts>>;

export type Place = keyof typeof PLACES;
