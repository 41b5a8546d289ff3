import { type Bilingual, both } from '../../../pages/bilingual.ts';

const FAILURES: Readonly<Record<string, Bilingual>> = {
  fail: both('fel svar, eller för sent', 'a wrong answer, or too late'),
  unknown: both('okänt utfall', 'unknown outcome'),
  error: both('avbrutet av fel', 'broken'),
  timeout: both('inget svar i tid', 'no answer in time'),
  unreachable: both('ingen anslutning', 'no connection'),
  'broken-answer': both('trasigt svar (5xx)', 'broken answer (5xx)'),
  'sign-in': both('inloggning som inte gick', 'a sign-in that failed'),
};

export const LOAD_TEXTS = {
  load: both('Belastning', 'Load'),
  lead: both(
    'Samma flöden, frågor och ankomster som robotarnas, genom k6. Ankomsterna följer planen vad systemet än gör, och en sen start räknas från den planerade tiden.',
    "The same flows, questions and arrivals as the robots', through k6. Arrivals follow the plan whatever the system does, and a late start counts from the planned time.",
  ),
  inconclusive: both('Går inte att avgöra:', 'Inconclusive:'),
  picture: both('Belastningen över tid', 'The load over time'),
  pictureText: both(
    'Planerade och verkliga ankomster som staplar, tiden för steg och överlämningar som linjer på en logaritmisk skala. Talen står i tabellerna nedanför.',
    'Planned and real arrivals as bars, the time of steps and hand-overs as lines on a logarithmic scale. The figures are in the tables below.',
  ),
  phases: both('Stegen', 'The phases'),
  noKnee: both('Inte ens det första steget höll alla gränser.', 'Not even the first phase held every limit.'),
  times: both('gånger dagen', 'times the day'),
  arrivals: both('ankomster', 'arrivals'),
  stepP95: both('steg p95', 'steps p95'),
  handOverP95: both('överlämning p95', 'hand-over p95'),
  wrong: both('fel', 'wrong'),
  dropped: both('tappade', 'dropped'),
  limits: both('gränserna', 'limits'),
  held: both('höll', 'held'),
  broke: both('bröts', 'broken'),
  kinds: both('Tid per slag av steg', 'Time by kind of step'),
  kind: both('slag av steg', 'kind of step'),
  count: both('antal', 'count'),
  median: both('median', 'median'),
  p95: both('p95', 'p95'),
  p99: both('p99', 'p99'),
  failures: both('Fel efter slag', 'Errors by kind'),
  failureKind: both('slag', 'kind'),
  failureKinds: FAILURES,
  noFailures: both('Inga fel.', 'No errors.'),
  leftOut: both('Belastningen kunde inte pröva:', 'The load could not look at:'),
} as const;
